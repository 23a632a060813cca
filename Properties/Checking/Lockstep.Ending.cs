using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Checking;

/// <content>The end of a run, which must leave nothing allocated (G7).</content>
public sealed partial class Lockstep
{
    /// <summary>The zone of prisons; process 1 may keep its prison.</summary>
    private const string PrisonZone = "prison";

    private static readonly Endpoint Outside = new(Ipv4.Of(192, 0, 2, 7), 9000);

    private bool _hasWoken;

    /// <summary>True if a run has ended without a leak check, because process 1 sleeps.</summary>
    public bool EndedAsleep { get; private set; }

    /// <summary>
    /// Ends the run: every process but the first exits, and the first closes its descriptors. Then each zone must hold
    /// what it holds after boot (G7), and the prison of process 1. Null if that is so, if the system lists no zones or
    /// does not have these calls, or if the machine has panicked. There is no leak check if process 1 still sleeps when
    /// the others have exited, and a packet does not wake it.
    /// </summary>
    public Finding? Finish()
    {
        if (!_system.HasEnding)
        {
            return null;
        }

        _hasWoken = false;

        while (!State.HasPanicked && NextExitCall() is { } call)
        {
            if (Step(call) is { } finding)
            {
                return finding;
            }
        }

        if (State.HasPanicked || _system.Zones is not { } zones)
        {
            return null;
        }

        EndedAsleep = State.Processes[0].Sleep is not null;
        return EndedAsleep ? null : Leak(zones);
    }

    /// <summary>
    /// The exit(2) of the last process, or a close(2) of the first, or what wakes it; null after all of them.
    /// </summary>
    private Call? NextExitCall()
    {
        Process last = State.Processes[^1];
        if (last is { Pid: 1, Sleep: { } sleep })
        {
            return WakingCall(last, sleep);
        }

        for (int fd = 0; fd < last.Files.Length; fd++)
        {
            if (last.Pid == 1 && last.FileAt(fd).IsOpen)
            {
                return new Call.Close(1, fd);
            }
        }

        return last.Pid == 1 ? null : new Call.Exit(last.Pid, 0);
    }

    /// <summary>What wakes process 1, which sleeps alone, and is tried once; null if there is nothing.</summary>
    private Call? WakingCall(Process process, Sleep sleep)
    {
        Call? call = null;
        if (sleep.Phase != SleepPhase.Asleep)
        {
            call = new Call.Resume(1, CallKinds.NameOf(sleep.Call));
        }
        else if (!_hasWoken)
        {
            _hasWoken = true;
            call = sleep.TimeLeft(State.Clock) is { } time ? new Call.WireIdle(time)
                : State.SocketAt(process, sleep.Fd) is { } socket ? PacketFor(socket, sleep.Awaits)
                : null;
        }

        return call is not null && _system.Calls.Has(call) ? call : null;
    }

    private Call? PacketFor(Socket socket, SleepReason awaited)
    {
        Endpoint here = socket.Local.Address.IsAny && !State.Network.Own.IsEmpty
            ? socket.Local with { Address = State.Network.Own[^1] }
            : socket.Local;
        return awaited switch
        {
            SleepReason.Connection => new Call.WireTcp(Outside, here),
            SleepReason.Answer => new Call.WireTcpTimeout(socket.Foreign, here),
            SleepReason.Data when socket.IsBound =>
                new Call.WireUdp(socket.IsConnected ? socket.Foreign : Outside, here, default),
            _ => null,
        };
    }

    private Finding? Leak(IHasZones zones)
    {
        string? prisons = State.Processes[0].Prison is null ? null : PrisonZone;

        foreach ((ZoneUsage empty, ZoneUsage left) in _zonesAtBoot.Zip(zones.Zones))
        {
            if (left.InUse != empty.InUse + (left.Name == prisons ? 1 : 0))
            {
                return NewFinding(
                    FindingKind.Leak,
                    left.Name,
                    $"G7: all processes exited, but {left.InUse} of {left.Name} are in use instead of {empty.InUse}");
            }
        }

        return null;
    }
}
