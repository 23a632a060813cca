using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// poll(2) and select(2): both scan what they are asked for, sleep if nothing is ready, and scan again after each
/// wake-up.
/// </summary>
internal sealed class PollCalls(Scheduler scheduler)
{
    /// <summary>INFTIM.</summary>
    private const int WithoutEnd = -1;

    /// <summary>EINVAL for a negative time. What is beyond the size of the descriptor table is ignored.</summary>
    public Outcome Poll(Process caller, Call.Poll call)
    {
        if (call.Milliseconds < WithoutEnd)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        int size = caller.Descriptors.Size;
        Few<PollEntry> entries = call.Entries.Count > size ? First(call.Entries, size) : call.Entries;
        long time = (long)call.Milliseconds * Clock.Millisecond;
        return Scan(caller, call, entries, call.Milliseconds == WithoutEnd ? Ticks.Never : scheduler.EndOf(time));
    }

    /// <summary>
    /// EINVAL for a negative count or what is no time, then EBADF. A count beyond the size of the descriptor table is
    /// that size.
    /// </summary>
    public Outcome Select(Process caller, Call.Select call)
    {
        if (call.Count < 0 || call.Time is { } time && !Ticks.IsTime(time))
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        int size = caller.Descriptors.Size;
        Call.Select within = call.Count > size ? call with { Count = size } : call;
        Few<PollEntry> entries = SelectSets.Asked(within);
        for (int i = 0; i < entries.Count; i++)
        {
            if (caller.Descriptors[entries[i].Fd] is null)
            {
                return Outcome.Failed(Errno.EBADF);
            }
        }

        return Scan(
            caller, within, entries,
            call.Time is { } given ? scheduler.EndOf(Ticks.Microseconds(given)) : Ticks.Never);
    }

    /// <summary>Goes on after a wake-up.</summary>
    public Outcome Continue(Process caller, in SleepingCall slept) =>
        Scan(caller, slept.Call!, slept.Polled, slept.End);

    /// <summary>The time is over: nothing is ready, and nothing is looked at again.</summary>
    public static Outcome TimeOut(Call.ByProcess call) => Reply(call, default);

    /// <summary>pollscan, selscan. A time that is over ends the call, but not before the scan.</summary>
    private Outcome Scan(Process caller, Call.ByProcess call, Few<PollEntry> entries, long end)
    {
        Few<PollEntry> ready = default;
        for (int i = 0; i < entries.Count; i++)
        {
            PollEntry entry = entries[i];
            PollEvents answer = FileEvents.Of(caller.Descriptors[entry.Fd], entry);
            if (answer != PollEvents.None)
            {
                ready = ready.With(call is Call.Poll ? entry with { Events = answer } : entry);
            }
        }

        if (!ready.IsEmpty || scheduler.Uptime >= end)
        {
            return Reply(call, ready);
        }

        Outcome asleep = scheduler.Sleep(
            caller, Channel.Polled, call is Call.Poll ? "poll" : "select",
            ticks: end == Ticks.Never ? 0 : Ticks.Of(end - scheduler.Uptime));
        caller.Sleeping.Call = call;
        caller.Sleeping.Polled = entries;
        caller.Sleeping.End = end;
        return asleep;
    }

    private static Outcome Reply(Call.ByProcess call, Few<PollEntry> ready) => call is Call.Select select
        ? Outcome.Selected(ready.Count, SelectSets.Ready(select, ready))
        : Outcome.Polled(ready);

    private static Few<PollEntry> First(Few<PollEntry> entries, int count)
    {
        Few<PollEntry> first = default;
        for (int i = 0; i < count; i++)
        {
            first = first.With(entries[i]);
        }

        return first;
    }
}
