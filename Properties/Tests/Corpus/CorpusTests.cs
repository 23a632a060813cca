using Shouldly;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Corpus;
using Verify.Properties.Tests.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Corpus;

public sealed class CorpusTests
{
    private static readonly IReadOnlyList<CorpusTrace> All =
        CorpusFolder.Load(Repository.Around(AppContext.BaseDirectory).Corpus);

    public static TheoryData<string> Names => [.. All.Select(trace => trace.Name)];

    public static TheoryData<string> Catching =>
    [
        .. All.Where(trace => trace.Catches is { } caught && IsOfImplementationAlone(caught.Mutant))
            .Select(trace => trace.Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trace_replays_with_its_outcomes(string name)
    {
        Trace trace = Of(name).Trace;
        var lockstep = new Lockstep(trace.World, world => new Machine(world), new RuleCounts());

        foreach (Step step in trace.Steps)
        {
            lockstep.Step(step.Call).ShouldBeNull();
            step.CompletedBy(lockstep.Steps[^1].Outcome.ShouldNotBeNull()).ShouldBe(step, "it states all that is seen");
        }

        lockstep.Finish().ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Catching))]
    public void The_trace_of_a_mutant_catches_it(string name)
    {
        (CaughtMutant caught, Trace trace) = (Of(name).Catches!, Of(name).Trace);

        Finding? finding = Replay.Run(
            trace.World,
            [.. trace.Steps.Select(step => step.Call)],
            CompiledMutants.Compile(caught.Mutant).Boot,
            new RuleCounts());

        finding.ShouldNotBeNull().Kind.ShouldBe(caught.Kind);
    }

    [Fact]
    public void Every_mutant_has_its_trace() =>
        CompiledMutants.All.Select(mutant => mutant.Name)
            .ShouldBe(All.Where(trace => trace.Catches is not null).Select(trace => trace.Catches!.Mutant));

    // These tests use the unchanged model; MutantOfBothTests covers mutants of both sides.
    private static bool IsOfImplementationAlone(string mutant) => CompiledMutants.Of(mutant).ModelEdit is null;

    private static CorpusTrace Of(string name) => All.Single(trace => trace.Name == name);
}
