using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sleeping;

/// <summary>
/// select(2): each of its sets is a poll for one event of the descriptors in it. Urgent data never comes, but who asks
/// for it is woken by whatever else arrives.
/// </summary>
internal static class SelectRules
{
    public static readonly Rule SelectNegative = new(
        "R2.select-negative", "select with a negative count fails with EINVAL, before all else.",
        "kern/sys_generic.c:select");
    public static readonly Rule SelectNotOpen = new(
        "R2.select-not-open", "select of a descriptor that is not open fails with EBADF.",
        "kern/sys_generic.c:selscan");
    public static readonly Rule SelectBeyond = new(
        "R2.select-beyond",
        "select looks at no descriptor from its count on, nor beyond the table of descriptors; the sets stay as they "
        + "were from the next multiple of 32 on.",
        "kern/sys_generic.c:select");
    public static readonly Rule SelectReady = new(
        "R2.select-ready",
        "select returns for how many descriptors of its sets poll would answer something to POLLRDNORM, POLLOUT and "
        + "POLLRDBAND, and leaves these in the sets.",
        "kern/sys_generic.c:selscan");

    /// <summary>NFDBITS: the bits that are copied at once.</summary>
    private const int Word = 32;

    public static Verdict Select(ref CallCheck check, Process caller, Call.Select call)
    {
        if (call.Count < 0)
        {
            return check.Fails(Errno.EINVAL, SelectNegative);
        }

        if (call.Time is { } time && !TimeRules.IsValid(time))
        {
            return check.Fails(Errno.EINVAL, TimeRules.TimeBad);
        }

        int count = CountOf(caller, call);
        check.Use(SelectBeyond);
        DescriptorSets asked = call.Sets;
        if (IsAnyClosed(caller, asked.Read, count) || IsAnyClosed(caller, asked.Write, count)
            || IsAnyClosed(caller, asked.Except, count))
        {
            return check.Fails(Errno.EBADF, SelectNotOpen);
        }

        int ready = 0;
        var answer = new DescriptorSets(
            Ready(ref check, caller, asked.Read, PollEvents.POLLRDNORM, count, ref ready),
            Ready(ref check, caller, asked.Write, PollEvents.POLLOUT, count, ref ready),
            Ready(ref check, caller, asked.Except, PollEvents.POLLRDBAND, count, ref ready));
        return ready > 0
            ? check.Must(Outcome.Selected(ready, answer), check.State, SelectReady)
            : TimeRules.Wait(
                ref check, call, call.Time is { } given ? TimeRules.LengthOf(given) : null,
                Outcome.Selected(0, answer));
    }

    /// <summary>The outcome if nothing is ready.</summary>
    public static Outcome Nothing(Process caller, Call.Select call)
    {
        int count = CountOf(caller, call);
        return Outcome.Selected(0, new DescriptorSets(
            Beyond(call.Sets.Read, count), Beyond(call.Sets.Write, count), Beyond(call.Sets.Except, count)));
    }

    /// <summary>Only descriptors below are looked at.</summary>
    private static int CountOf(Process caller, Call.Select call) => Math.Min(call.Count, caller.TableSize);

    private static bool IsAnyClosed(Process caller, DescriptorSet? asked, int count) =>
        asked is { } set && set.All.Any(fd => fd < count && !caller.FileAt(fd).IsOpen);

    private static DescriptorSet? Ready(
        ref CallCheck check, Process caller, DescriptorSet? asked, PollEvents events, int count, ref int ready)
    {
        if (asked is not { } set || Beyond(set, count) is not { } left)
        {
            return null;
        }

        foreach (int fd in set.All.TakeWhile(fd => fd < count))
        {
            (PollEvents answer, Rule why) =
                PollRules.Entry(ref check, caller.FileAt(fd), new PollEntry(fd, events));
            check.Use(why);
            if (answer != PollEvents.None)
            {
                left = left.With(fd);
                ready++;
            }
        }

        return left;
    }

    /// <summary>What the call leaves of a set if nothing in it is ready.</summary>
    private static DescriptorSet? Beyond(DescriptorSet? asked, int count)
    {
        int covered = (count + Word - 1) / Word * Word;
        return asked is { } set ? new DescriptorSet((set.Bits >> covered) << covered) : null;
    }
}
