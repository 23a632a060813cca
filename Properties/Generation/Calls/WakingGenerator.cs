using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>
/// Generates what processes that sleep wait for, and what comes first instead: signals, their end, a sibling that takes
/// what was meant for them (R2).
/// </summary>
internal static class WakingGenerator
{
    /// <summary>Something that happens to a process that sleeps; null if none does.</summary>
    public static Call? Wake(RunContext run)
    {
        if (run.AnySleeper() is not { Sleep: { } sleep } sleeper)
        {
            return null;
        }

        int choice = run.Random.Below(100);
        return sleep.Phase != SleepPhase.Asleep && choice < 70 ? Resume(run, sleeper)
            : choice < 2 ? Resume(run, sleeper)
            : choice < 5 ? new Call.Exit(sleeper.Pid, 0)
            : choice < 25 && run.Awake > 0 ? SignalGenerator.Signal(run, sleeper)
            : Idle(run, sleep, 50) is { } idle ? idle
            : Awaited(run, sleeper, sleep) is var (socket, what) ? Satisfy(run, socket, what)
            : null;
    }

    /// <summary>What may happen while no process makes a call; null if nothing wakes any of them.</summary>
    public static Call? WakeFromOutside(RunContext run)
    {
        Process sleeper = run.AnySleeper()!;
        Sleep sleep = sleeper.Sleep!;
        Call? call = sleep.Phase != SleepPhase.Asleep ? Resume(run, sleeper)
            : Idle(run, sleep, 100) is { } idle ? idle
            : Awaited(run, sleeper, sleep) is var (socket, what) ? FromOutside(run, socket, what)
            : null;
        return call ?? (sleeper.Pid == 1 ? null : new Call.Exit(sleeper.Pid, 0));
    }

    /// <summary>The time of a sleep passes, sometimes almost.</summary>
    private static Call.WireIdle? Idle(RunContext run, Sleep sleep, int percent) =>
        sleep.TimeLeft(run.State.Clock) is { } time && run.Random.Chance(percent)
            ? new Call.WireIdle(time > 1 && run.Random.Chance(20) ? time - 1 : time)
            : null;

    /// <summary>The socket at which something would end a sleep, and what; null if there is none.</summary>
    private static (Socket Socket, SleepReason What)? Awaited(RunContext run, Process sleeper, Sleep sleep)
    {
        if (sleep.Awaits != SleepReason.Readiness)
        {
            return (run.State.SocketAt(sleeper, sleep.Fd)!, sleep.Awaits);
        }

        int fd = sleep.Call switch
        {
            Call.Poll { Entries: { IsEmpty: false } list } => list[run.Random.Below(list.Count)].Fd,
            Call.Select { Sets: var sets } => (sets.Read ?? sets.Write)?.All.LastOrDefault(-1) ?? -1,
            _ => -1,
        };
        return run.State.SocketAt(sleeper, fd) is { } socket
            ? (socket, socket.IsListening ? SleepReason.Connection
                : socket.IsUnanswered ? SleepReason.Answer
                : run.Random.Chance(70) ? SleepReason.Data : SleepReason.Room)
            : null;
    }

    /// <summary>
    /// A process gets the processor, sometimes in another call than its own; null if that takes no call.
    /// </summary>
    private static Call.Resume? Resume(RunContext run, Process sleeper) => run.State.World.WakesLater
        ? new Call.Resume(
            sleeper.Pid, run.Random.Chance(3) ? "recvfrom" : CallKinds.NameOf(sleeper.Sleep!.Call))
        : null;

    private static Call? Satisfy(RunContext run, Socket socket, SleepReason what) =>
        socket.End is null && run.Random.Chance(60) ? FromOutside(run, socket, what)
        : run.Awake == 0 ? null
        : what switch
        {
            SleepReason.Connection => Connect(run, socket),
            SleepReason.Data when socket.End is null => SendTo(run, socket),
            SleepReason.Data => AtPeer(run, socket, at => new Call.SendTo(
                at.Pid, at.Fd, PairGenerator.OfLength(1 + run.Random.Below(4)), null)),
            SleepReason.Room => AtPeer(run, socket, at => TransferForms.Receiving(
                run, at.Pid, at.Fd, PairGenerator.ReceiveLength(run, at.Socket))),
            _ => null,
        };

    private static Call? FromOutside(RunContext run, Socket socket, SleepReason what) => what switch
    {
        SleepReason.Connection => new Call.WireTcp(
            new Endpoint(Endpoints.Stranger, (ushort)(9000 + run.Random.Below(8))), run.ReachableAt(socket)),
        SleepReason.Answer => AnswerGenerator.To(run, socket),
        SleepReason.Data when socket.IsBound => new Call.WireUdp(
            socket.IsConnected ? socket.Foreign : new Endpoint(Endpoints.Stranger, 9000),
            run.ReachableAt(socket),
            run.Datagram()),
        _ => null,
    };

    private static Call.Connect? Connect(RunContext run, Socket listener) =>
        run.TryPickSocket(CanConnect, out SocketTarget target)
            ? new Call.Connect(target.Pid, target.Fd, SocketAddress.Inet(run.ReachableAt(listener)))
            : null;

    private static Call.SendTo? SendTo(RunContext run, Socket receiver) =>
        receiver.IsBound && run.TryPickSocket(IsUnconnectedUdp, out SocketTarget target)
            ? new Call.SendTo(
                target.Pid, target.Fd, run.Datagram(), SocketAddress.Inet(run.ReachableAt(receiver)))
            : null;

    /// <summary>A call at the other end of a pair; sometimes its close or shutdown.</summary>
    private static Call? AtPeer(RunContext run, Socket socket, Func<SocketTarget, Call> make) =>
        socket.Peer == 0 || !run.TryFindHolder(run.State.SocketOf(socket.Peer), out SocketTarget target) ? null
        : run.Random.Chance(8) ? new Call.Close(target.Pid, target.Fd)
        : run.Random.Chance(4) ? new Call.Shutdown(target.Pid, target.Fd, (ShutdownHow)run.Random.Below(3))
        : make(target);

    private static bool CanConnect(Socket socket) =>
        socket.Protocol == Protocol.Tcp
        && !(socket.IsConnected || socket.IsGone || socket.IsListening);

    private static bool IsUnconnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && !socket.IsConnected;
}
