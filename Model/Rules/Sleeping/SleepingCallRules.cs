using Verify.Abi;
using Verify.Model.Rules.Processes;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sleeping;

/// <summary>
/// The calls that may sleep. Each has one rule, which is asked when the call is made, and again whenever its process
/// continues: could it end now, and how (R2)?
/// </summary>
internal static class SleepingCallRules
{
    public static readonly Rule Interrupted = new(
        "R2.interrupted",
        "A signal with a handler ends a sleeping call with EINTR, also if what it waited for has happened.",
        "kern/kern_synch.c:tsleep");
    public static readonly Rule InterruptedConnect = new(
        "R2.interrupted-connect",
        "A signal ends a sleeping connect with EINTR, whatever SA_RESTART says; the request stays under way.",
        "kern/uipc_syscalls.c:connect");
    public static readonly Rule InterruptedWait = new(
        "R2.interrupted-wait", "A signal ends poll and select with EINTR, whatever SA_RESTART says.",
        "kern/sys_generic.c:poll");
    public static readonly Rule InterruptedPart = new(
        "R2.interrupted-part",
        "A signal ends a call that has sent a part before it slept with the length of that part.",
        "kern/uipc_syscalls.c:sendit");
    public static readonly Rule InterruptedTaken = new(
        "R2.interrupted-taken",
        "A signal ends a call that has received a part before it slept for more with that part.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule Restarted = new(
        "R2.restarted",
        "After a signal whose handler has SA_RESTART the sleeping call is made again from the beginning; of several "
        + "signals the lowest decides.",
        "kern/kern_synch.c:tsleep");

    /// <summary>One of the calls, made or continued.</summary>
    public static Verdict Judge(ref CallCheck check, Process caller, Socket socket, Call.OnDescriptor call)
    {
        switch (call)
        {
            case Call.Accept accept:
                return ListenRules.Accept(ref check, caller, socket, accept);
            case Call.Receiving when socket.Routing is not null && caller.Prison is not null:
                return check.Fails(Errno.EPERM, RoutingSocketRules.RoutingPrisoner);
            case Call.Receiving receive:
                return ReceiveRules.Receive(ref check, caller, socket, receive);
            case Call.Sending send:
                Verdict sent = socket.Routing is not null
                    ? RouteMessageRules.Send(ref check, caller, socket, send)
                    : socket.Raw is { } raw ? RawSendRules.Send(ref check, socket, raw, send)
                    : socket.End is null
                    ? DatagramRules.Send(ref check, caller, socket, send)
                    : PairSendRules.Send(ref check, caller, socket, send);
                return SignalEffectRules.SenderSignalled(ref check, caller.Pid, in sent);
            case Call.Connect connect:
                return socket.Routing is not null ? RoutingSocketRules.Connect(ref check, socket, connect.Address)
                    : socket.End is null
                    ? ConnectRules.Connect(ref check, caller, socket, connect)
                    : LocalConnectRules.Connect(ref check, caller, socket, connect.Address);
            default:
                throw new ArgumentException("a call that never sleeps", nameof(call));
        }
    }

    /// <summary>A process that no longer sleeps continues its call, which ends or sleeps again.</summary>
    /// <param name="state">The state in which it continues.</param>
    /// <param name="process">The process.</param>
    /// <param name="seen">What was observed of the call.</param>
    public static Verdict Continue(State state, Process process, ref readonly Outcome seen)
    {
        Sleep sleep = process.Sleep!;
        Process caller = process with { Sleep = null };
        State awake = state.With(caller);
        if (sleep.Phase == SleepPhase.TimedOut || sleep.Signal != 0)
        {
            // What came first decides; but a signal counts also after a wake-up (kern/kern_synch.c:tsleep).
            var fromStart = new CallCheck(awake, in seen);
            Verdict ended = sleep.Phase == SleepPhase.TimedOut
                ? TimeRules.Over(ref fromStart, process)
                : Interrupt(ref fromStart, process);
            return UnreachableRules.Settled(ref fromStart, in ended);
        }

        var check = new CallCheck(awake, in seen, sleep);
        Verdict verdict = Again(ref check, caller, sleep.Call);
        return UnreachableRules.Settled(ref check, in verdict);
    }

    /// <summary>A call that ends early, but has sent or received a part; null if it has not.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="process">The process, still in its call.</param>
    /// <param name="sent">The rule for a part that was sent.</param>
    /// <param name="taken">The rule for a part that was received.</param>
    public static Verdict? WithPart(ref CallCheck check, Process process, Rule sent, Rule taken)
    {
        Sleep sleep = process.Sleep!;
        if (sleep.Sent > 0)
        {
            return check.Must(Outcome.Returned(sleep.Sent), check.State, sent);
        }

        if (!sleep.HoldsLock)
        {
            return null;
        }

        var part = new Datagram(Endpoint.None, sleep.Taken) { Control = sleep.TakenControl };
        return check.Must(
            ReceiptRules.Of(ref check, (Call.Receiving)sleep.Call, part, isDatagram: false),
            check.State.Unlocked(process),
            taken);
    }

    /// <summary>A call is made again, or continues.</summary>
    private static Verdict Again(ref CallCheck check, Process caller, Call.ByProcess call) => call switch
    {
        Call.Poll poll => PollRules.Poll(ref check, caller, poll),
        Call.Select select => SelectRules.Select(ref check, caller, select),
        Call.OnDescriptor on => Judge(ref check, caller, check.State.SocketAt(caller, on.Fd)!, on),
        _ => throw new ArgumentException("a call that never sleeps", nameof(call)),
    };

    private static Verdict Interrupt(ref CallCheck check, Process process)
    {
        State state = check.State;
        Sleep sleep = process.Sleep!;
        if (sleep.Call is Call.Connect)
        {
            return check.Fails(new Denial(Errno.EINTR, InterruptedConnect), TcpRules.GivenUp(state, process));
        }

        if (sleep.Awaits == SleepReason.Readiness)
        {
            return check.Fails(Errno.EINTR, InterruptedWait);
        }

        if (WithPart(ref check, process, InterruptedPart, InterruptedTaken) is { } part)
        {
            return part;
        }

        if (!process.Actions.Restarts(sleep.Signal))
        {
            return check.Fails(new Denial(Errno.EINTR, Interrupted), ListenRules.PassedOn(ref check, state, process));
        }

        check.Use(Restarted);
        return Again(ref check, process with { Sleep = null }, sleep.Call);
    }
}
