using Shouldly;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Properties.Tests.Reference;

public sealed class FactTests
{
    private static readonly Repository Repository = Repository.Around(AppContext.BaseDirectory);
    private static readonly IReadOnlyList<Fact> All = FactText.Load(Repository.Facts);

    public static TheoryData<string> Followed => [.. All.Where(fact => fact.Differs is null).Select(fact => fact.Name)];

    public static TheoryData<string> Differing =>
        [.. All.Where(fact => fact.Differs is not null).Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Followed))]
    public void Both_sides_follow_a_fact(string name) => FirstDifference(Of(name).Trace).ShouldBe(-1);

    [Theory]
    [MemberData(nameof(Differing))]
    public void A_difference_exists_and_has_a_reason(string name)
    {
        Fact fact = Of(name);

        FirstDifference(fact.Trace).ShouldNotBe(-1);
        File.ReadAllLines(Path.Combine(Repository.Root, "docs", "deviations.md"))
            .ShouldContain(line => line.StartsWith($"| {fact.Differs} |", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[1] fork() = 2\n", "1:1: expected a description")]
    [InlineData("# source: kern/kern_fork.c:fork\n[1] fork() = 2\n", "1:1: expected a description")]
    [InlineData("# Why.\n# source: kern_fork.c\n[1] fork() = 2\n", "2:11: expected places such as")]
    public void A_fact_without_its_source_is_an_error(string text, string message)
    {
        Action read = () => FactText.Read(text, "bare.trace");

        read.ShouldThrow<TraceFormatException>().Message.ShouldStartWith($"bare.trace:{message}");
    }

    [Fact]
    public void Reads_source_and_reason()
    {
        Fact fact = FactText.Read("# Why.\n# source: a/b.c:c, d/e.c:f\n# differs: D1\n[1] fork() = 2\n", "why.trace");

        fact.Sources.ShouldBe(["a/b.c:c", "d/e.c:f"]);
        fact.Differs.ShouldBe("D1");
        fact.Trace.Steps.ShouldBe([new Step(new Call.Fork(1), Outcome.Returned(2))]);
    }

    // Model and implementation agree; they differ from FreeBSD in the same way.
    private static int FirstDifference(Trace trace)
    {
        var replay = Replay.Of(
            trace.World, [.. trace.Steps.Select(step => step.Call)], world => new Machine(world), new RuleCounts());
        replay.Fault.ShouldBeNull();
        return Replay.FirstMisstated(trace.Steps, replay.Steps.Select(step => step.Outcome));
    }

    private static Fact Of(string name) => All.Single(fact => fact.Name == name);
}
