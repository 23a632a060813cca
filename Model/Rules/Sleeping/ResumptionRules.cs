using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sleeping;

/// <summary>Which sleeping calls a call resumes, in which order, and how they end (R2).</summary>
internal static class ResumptionRules
{
    public static readonly Rule AsleepNoCall = new(
        "R2.asleep",
        "A process that sleeps makes no call: ESRCH, and nothing changes. Only exit, its being killed, ends it.",
        "Waiting");
    public static readonly Rule Resumed = new(
        "R2.resumed",
        "When a call has ended, the processes that it woke continue in the order of waking; if the machine wakes "
        + "later, each waits until it is resumed.",
        "kern/kern_synch.c:wakeup");
    public static readonly Rule NotWoken = new(
        "R2.not-woken", "A process that was not woken, or sleeps in another call, cannot be resumed: ESRCH.",
        "Waiting");

    /// <summary>A woken process gets the processor, in a machine that wakes later.</summary>
    public static Verdict Resume(ref CallCheck check, Process process, Call.Resume call)
    {
        if (process.Sleep is not { Phase: not SleepPhase.Asleep } sleep || CallKinds.NameOf(sleep.Call) != call.Call)
        {
            return check.Fails(Errno.ESRCH, NotWoken);
        }

        Verdict verdict = SleepingCallRules.Continue(check.State, process, in check.Seen);
        return new Verdict(check.State, verdict.After, verdict.Rules, verdict.Expected);
    }

    /// <summary>
    /// The verdict on a call together with those on the calls that it resumed: each is judged by its own rule in the
    /// state that the one before it has left.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="verdict">The verdict on the call alone.</param>
    /// <param name="seen">The observed outcome.</param>
    public static Verdict Follow(State before, Call call, in Verdict verdict, in Outcome seen)
    {
        ImmutableArray<Resumption> resumed = seen.Effects.Resumed;
        if (resumed.IsEmpty && NextToContinue(verdict.After) is null)
        {
            return verdict;
        }

        RuleSet rules = verdict.Rules;
        ImmutableArray<(Resumption Call, Rule Rule)> endings =
            Endings(verdict.After, WireRules.ClockAfter(before, call), ref rules, out State after);
        int alike = 0;
        while (alike < Math.Min(endings.Length, resumed.Length) && endings[alike].Call == resumed[alike])
        {
            alike++;
        }

        bool isAlike = alike == endings.Length && alike == resumed.Length;
        if (verdict.Accepted && isAlike)
        {
            return new Verdict(before, after, in rules, null);
        }

        Expectation expected = verdict.Accepted
            ? new Expectation(seen, alike < endings.Length ? endings[alike].Rule : Resumed, "")
            : verdict.Expected;
        Outcome whole = expected.Outcome with
        {
            Effects = expected.Outcome.Effects with { Resumed = [.. endings.Select(ending => ending.Call)] },
        };
        return new Verdict(before, after, in rules, expected with { Outcome = whole });
    }

    /// <summary>
    /// Lets every woken process continue. One whose call sleeps again is behind the others; one that wakes further
    /// processes puts them at the end. When all have continued, the time goes on to the next tick at which a sleep is
    /// over.
    /// </summary>
    private static ImmutableArray<(Resumption Call, Rule Rule)> Endings(
        State state, long until, ref RuleSet rules, out State after)
    {
        var endings = ImmutableArray.CreateBuilder<(Resumption, Rule)>();
        Outcome sleepsAgain = Outcome.Asleep;
        while (NextToContinue(state) is not null || state.Clock < until)
        {
            if (NextToContinue(state) is not { } process)
            {
                state = state.Passed(until);
                continue;
            }

            Verdict verdict = SleepingCallRules.Continue(state, process, in sleepsAgain);
            rules.Add(Resumed);
            rules.Add(verdict.Rules);
            state = verdict.After;
            if (!verdict.Accepted)
            {
                var ending = new Resumption(
                    process.Pid, CallKinds.NameOf(process.Sleep!.Call), verdict.Expected.Outcome);
                endings.Add((ending, verdict.Expected.Rule));
            }
        }

        after = state;
        return endings.ToImmutable();
    }

    private static Process? NextToContinue(State state) =>
        state.World.WakesLater || state.HasPanicked ? null : state.NextToContinue();
}
