using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.Verdicts;
using Verify.Properties;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>
/// The rules alone follow what was read of poll(2), select(2) and time-outs in FreeBSD 4.0, and never break the goals.
/// </summary>
[Trait("Requirement", "R2")]
public sealed class PollFactTests
{
    private static readonly ImmutableArray<Fact> Facts =
    [
        .. FactText.Load(Repository.Around(AppContext.BaseDirectory).Facts)
            .Where(fact => fact.Name.Split('-')[0] is "poll" or "select" or "timeout"),
    ];

    public static TheoryData<string> Names => [.. Facts.Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_model_follows_a_fact(string name)
    {
        Fact fact = Facts.Single(one => one.Name == name);
        List<string> different = [];
        State state = Spec.Boot(fact.Trace.World);
        foreach (Step step in fact.Trace.Steps)
        {
            Outcome outcome = Allowed(state, step.Call);
            if (step.Stated is { } stated && !stated.Fits(in outcome))
            {
                different.Add($"{TraceWriter.Line(step.Call, stated)} but {outcome}");
            }

            State after = Spec.Step(state, step.Call, in outcome).Next;
            (SafetyGoals.Check(state, step.Call, in outcome)
                ?? SafetyGoals.Check(state, step.Call, in outcome, after)).ShouldBeNull();
            state = after;
        }

        (different.Count == 0).ShouldBe(fact.Differs is null, string.Join('\n', different));
    }

    /// <summary>Every socket of every process that is awake, after every call of every fact.</summary>
    [Fact]
    public void The_model_never_lies()
    {
        int ready = 0;
        foreach (Fact fact in FactText.Load(Repository.Around(AppContext.BaseDirectory).Facts))
        {
            State state = Spec.Boot(fact.Trace.World);
            foreach (Step step in fact.Trace.Steps)
            {
                Outcome allowed = Allowed(state, step.Call);
                state = Spec.Step(state, step.Call, in allowed).Next;
                ready += state.Processes.Where(process => process.Sleep is null).Sum(process => Ready(state, process));
            }
        }

        ready.ShouldBeGreaterThan(1000);
    }

    private static int Ready(State state, Process process)
    {
        int ready = 0;
        for (int fd = 0; fd < process.Files.Length; fd++)
        {
            var poll = new Call.Poll(process.Pid, fd, PollEvents.POLLIN | PollEvents.POLLOUT);
            Outcome answer = Allowed(state, poll);
            SafetyGoals.Check(state, poll, in answer, Spec.Step(state, poll, in answer).Next).ShouldBeNull();
            ready += answer.Value == 0 ? 0 : 1;
        }

        return ready;
    }

    private static Outcome Allowed(State state, Call call)
    {
        Outcome none = Outcome.Failed((Errno)78);
        Verdict verdict = Spec.Step(state, call, in none);
        return verdict.Accepted ? none : verdict.Expected.Outcome;
    }
}
