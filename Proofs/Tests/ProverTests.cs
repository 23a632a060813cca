using Shouldly;
using Xunit;

namespace Verify.Proofs.Tests;

public sealed class ProverTests
{
    [Theory]
    [InlineData(nameof(HarnessSamples.HalfIsNotLarger), "proved")]
    [InlineData(nameof(HarnessSamples.LoopEnds), "proved")]
    [InlineData(nameof(HarnessSamples.IsNeverThousand),
        "refuted with value = 1000: not so: value is not a thousand (*)")]
    [InlineData(nameof(HarnessSamples.SumIsNeverSeven), "refuted with first = 0, second = 7: not so: *")]
    [InlineData(nameof(HarnessSamples.Divides),
        "refuted with value = 0, divisor = 0: System.DivideByZeroException is thrown (HarnessSamples.Divides at IL_*)")]
    [InlineData(nameof(HarnessSamples.ChecksOverflow),
        "refuted with value = -2147483648: System.OverflowException is thrown (*)")]
    [InlineData(nameof(HarnessSamples.Throws),
        "refuted with value = 3: System.InvalidOperationException is thrown (*)")]
    [InlineData(nameof(HarnessSamples.LoopGoesOn),
        "refuted with rounds = 10: the loop is not left after 9 rounds (HarnessSamples.CountDown at IL_*)")]
    [InlineData(nameof(HarnessSamples.LoopIsCut),
        "unknown: the loop is not left after 9 rounds (HarnessSamples.CountDown at IL_*)")]
    [InlineData(nameof(HarnessSamples.AssumesTheImpossible), "unknown: no input satisfies the assumptions")]
    [InlineData(nameof(HarnessSamples.AssertsNothing), "unknown: nothing is asserted")]
    [InlineData(nameof(HarnessSamples.UsesFractions), "unknown: opcode conv.r8 (HarnessSamples.UsesFractions at IL_*)")]
    public void Verdict_is(string harness, string expected) => Line(harness).ShouldMatch(Pattern(harness, expected));

    [Theory]
    [InlineData(nameof(StaticHarnesses.ReadsWhatThrows),
        "unknown: the initializer of *ThrowsSomeTime: System.InvalidOperationException is thrown (*)")]
    [InlineData(nameof(StaticHarnesses.InitializerAsserts),
        "unknown: the initializer of *Asserting: an assumption or assertion, in a type's initializer (*)")]
    [InlineData(nameof(StaticHarnesses.InitializerAssumes),
        "unknown: the initializer of *Assuming: an assumption or assertion, in a type's initializer (*)")]
    [InlineData(nameof(StaticHarnesses.Circle), "unknown: * whose initializer needs another one that needs it (*)")]
    public void Verdict_of_what_initializers_do_is(string harness, string expected) =>
        Line(harness, nameof(StaticHarnesses)).ShouldMatch(Pattern(harness, expected, nameof(StaticHarnesses)));

    [Theory]
    [InlineData(nameof(HarnessSamples.SumIsNeverSeven))]
    [InlineData(nameof(HarnessSamples.LoopEnds))]
    public void Runs_the_same_way_each_time(string harness)
    {
        var first = Prover.Run(Find(harness));
        GC.Collect();
        var second = Prover.Run(Find(harness));

        (second.Verdict, second.Message, second.Paths, second.Queries)
            .ShouldBe((first.Verdict, first.Message, first.Paths, first.Queries));
        second.Values.ShouldBe(first.Values);
    }

    [Fact]
    public void Can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(
            () => Prover.Run(Find(nameof(HarnessSamples.LoopEnds)), mutant: null, cancelled.Token));
    }

    private static string Line(string harness, string type = nameof(HarnessSamples)) =>
        Prover.Run(Find(harness, type)).ToString();

    private static string Pattern(string harness, string expected, string type = nameof(HarnessSamples)) =>
        "^" + System.Text.RegularExpressions.Regex.Escape($"{type}.{harness}: {expected}")
            .Replace("\\*", ".*", StringComparison.Ordinal) + "$";

    private static ProofCase Find(string harness, string type = nameof(HarnessSamples)) =>
        ProofCase.In(typeof(HarnessSamples).Assembly).Single(proof => proof.Name == $"{type}.{harness}");
}
