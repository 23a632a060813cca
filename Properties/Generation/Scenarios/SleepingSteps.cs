using Verify.Abi;
using Verify.Properties.Generation.Calls;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>Steps that the scenarios with processes that sleep share.</summary>
internal static class SleepingSteps
{
    private static readonly int[] Caught = [30, 31, 1, 15, 20];

    public static CallGenerator Socket(Cast cast, SocketType type) =>
        cast.By(0, (_, pid) => new Call.Socket(pid, AddressFamily.AF_INET, type, Protocol.Default));

    /// <summary>Sometimes sets O_NONBLOCK for all who share the socket.</summary>
    public static CallGenerator MayNotSleep(Cast cast) => cast.OnSocket(0, (run, pid, fd) =>
        run.Random.Chance(40) ? new Call.FcntlSetFlags(pid, fd, OpenOptions.O_NONBLOCK) : null);

    /// <summary>Sometimes gives the sleep of those who share the socket an end.</summary>
    public static CallGenerator MayEnd(Cast cast, SocketOption timeOut) => cast.OnSocket(0, (run, pid, fd) =>
        run.Random.Chance(30)
            ? new Call.SetSockOptPair(pid, fd, timeOut, 0, 10_000 * (1 + run.Random.Below(3)))
            : null);

    /// <summary>Sometimes a few ticks pass.</summary>
    public static Call? Idle(RunContext run) =>
        run.Random.Chance(30) ? new Call.WireIdle(10 * (1 + run.Random.Below(4))) : null;

    public static CallGenerator Catches(Cast cast, int actor) => cast.By(actor, (run, pid) => new Call.SigAction(
        pid, run.Random.Pick<int>(Caught), SignalAction.Handler, Restarts: run.Random.Chance(50)));

    /// <summary>A signal of the first process to another, or the end of that.</summary>
    public static Call? Disturb(RunContext run, Cast cast, int actor)
    {
        if (cast.PidOf(run, actor) is not { } pid || cast.PidOf(run, 0) is not { } killer
            || run.State.FindProcess(pid) is not { Sleep: not null } sleeper)
        {
            return null;
        }

        Call.ByProcess signal = SignalGenerator.Signal(run, sleeper) with { Pid = killer };
        return run.Random.Chance(12) ? new Call.Exit(pid, 0) : signal;
    }

    /// <summary>An actor that was woken gets the processor, if the machine wakes later.</summary>
    public static CallGenerator Resume(Cast cast, int actor) => cast.By(actor, (run, pid) =>
        run.State.World.WakesLater && run.State.FindProcess(pid) is { Sleep: { } sleep }
            ? new Call.Resume(pid, CallKinds.NameOf(sleep.Call))
            : null);
}
