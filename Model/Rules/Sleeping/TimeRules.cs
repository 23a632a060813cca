using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sleeping;

/// <summary>Sleeps that end because their time is over (R2, S7), and the time of poll(2) and select(2).</summary>
internal static class TimeRules
{
    public static readonly Rule TimeBad = new(
        "R2.time-bad",
        "poll with a negative time-out other than -1, and select with a time above 100000000 s or not in its normal "
        + "form, fail with EINVAL.",
        "kern/kern_time.c:itimerfix");
    public static readonly Rule WaitSleeps = new(
        "R2.wait-sleeps",
        "poll and select sleep while nothing is ready: for what is left of their time in ticks, rounded up, and one "
        + "more; for a day if more is left.",
        "kern/kern_clock.c:tvtohz");
    public static readonly Rule WaitNothing = new(
        "R2.wait-nothing",
        "poll and select return 0 if nothing is ready and their time is over, also if they were woken in the tick that "
        + "was added.",
        "kern/sys_generic.c:poll");
    public static readonly Rule WaitOver = new(
        "R2.wait-over", "poll and select whose sleep has timed out return 0, whatever is ready by then.",
        "kern/sys_generic.c:poll");
    public static readonly Rule SleepOver = new(
        "S7.time-over",
        "A receive that has slept for SO_RCVTIMEO, or a send for SO_SNDTIMEO, since it was last woken fails with "
        + "EAGAIN, whatever has come since.",
        "kern/uipc_socket2.c:sbwait");
    public static readonly Rule SleepOverPart = new(
        "S7.time-over-part", "A call that has sent a part before its time was over returns the length of that part.",
        "kern/uipc_syscalls.c:sendit");
    public static readonly Rule SleepOverTaken = new(
        "S7.time-over-taken", "A call that has received a part before its time was over returns that part.",
        "kern/uipc_socket.c:soreceive");

    private const long Second = 1_000_000;

    /// <summary>itimerfix: the largest number of seconds.</summary>
    private const int MostSeconds = 100_000_000;

    private const long Day = 24 * 60 * 60;

    /// <summary>True for a time that select accepts.</summary>
    public static bool IsValid(TimeValue time) =>
        time is { Seconds: >= 0 and <= MostSeconds, Microseconds: >= 0 and < (int)Second };

    /// <summary>The microseconds of a time.</summary>
    public static long LengthOf(TimeValue time) => (time.Seconds * Second) + time.Microseconds;

    /// <summary>Nothing is ready: the call sleeps, or goes on to sleep, or returns.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="call">poll or select.</param>
    /// <param name="time">Its time in microseconds; null if it is without end. Below a tick it is a tick.</param>
    /// <param name="nothing">What it returns when its time is over.</param>
    public static Verdict Wait(ref CallCheck check, Call.ByProcess call, long? time, in Outcome nothing)
    {
        State state = check.State;
        long now = state.Tick() * Waits.Tick;
        long? end = check.HasSlept ? check.WaitsUntil : now + (time is > 0 and < Waits.Tick ? Waits.Tick : time);
        return end <= now
            ? check.Must(nothing, state, WaitNothing)
            : check.Sleeps(
                new Sleep(call, 0) { End = end, Until = state.Tick() + TicksFor(end - now) },
                state, Outcome.Asleep, WaitSleeps);
    }

    /// <summary>A process continues whose sleep has timed out.</summary>
    /// <param name="check">Its call.</param>
    /// <param name="process">The process, still in its call.</param>
    public static Verdict Over(ref CallCheck check, Process process) => process.Sleep!.Call switch
    {
        Call.Poll => check.Must(Outcome.Polled(default), check.State, WaitOver),
        Call.Select select => check.Must(SelectRules.Nothing(process, select), check.State, WaitOver),
        _ => SleepingCallRules.WithPart(ref check, process, SleepOverPart, SleepOverTaken)
            ?? check.Fails(Errno.EAGAIN, SleepOver),
    };

    private static long? TicksFor(long? left) =>
        left / Second > Day ? Day * Waits.TicksPerSecond : ((left + Waits.Tick - 1) / Waits.Tick) + 1;
}
