using Shouldly;
using Verify.Proofs.Claims;
using Xunit;

namespace Verify.Proofs.Tests;

public sealed class ProverTests
{
    private const string NoResult = "a harness must be a static void method";
    private const string NotGeneric = "a harness must be neither generic nor in a generic type";

    [Theory]
    [InlineData(nameof(HarnessSamples.HalfIsNotLarger), "proved")]
    [InlineData(nameof(HarnessSamples.LoopEnds), "proved")]
    [InlineData(nameof(HarnessSamples.IsNeverThousand),
        "refuted with value = 1000: does not hold: value is not a thousand (*)")]
    [InlineData(nameof(HarnessSamples.SumIsNeverSeven), "refuted with first = 0, second = 7: does not hold: *")]
    [InlineData(nameof(HarnessSamples.Divides),
        "refuted with value = 0, divisor = 0: System.DivideByZeroException is thrown (HarnessSamples.Divides at IL_*)")]
    [InlineData(nameof(HarnessSamples.ChecksOverflow),
        "refuted with value = -2147483648: System.OverflowException is thrown (*)")]
    [InlineData(nameof(HarnessSamples.Throws),
        "refuted with value = 3: System.InvalidOperationException is thrown (*)")]
    [InlineData(nameof(HarnessSamples.LoopGoesOn),
        "refuted with rounds = 10: the loop takes more than 9 iterations (HarnessSamples.CountDown at IL_*)")]
    [InlineData(nameof(HarnessSamples.LoopIsCut),
        "unknown: the loop takes more than 9 iterations (HarnessSamples.CountDown at IL_*)")]
    [InlineData(nameof(HarnessSamples.AssumesTheImpossible), "unknown: no input satisfies the assumptions")]
    [InlineData(nameof(HarnessSamples.AssertsNothing), "unknown: nothing is asserted")]
    [InlineData(nameof(HarnessSamples.FieldsAreEqual), "refuted with fields.V = 0, fields._V = 1: does not hold: *")]
    [InlineData(nameof(HarnessSamples.SecondIsNotReached),
        "unknown: the assertion in HarnessSamples.SecondIsNotReached at IL_* is never reached: never seen")]
    [InlineData(nameof(HarnessSamples.HelperIsNotReached),
        "unknown: the call of AssertSmall in HarnessSamples.HelperIsNotReached at IL_* never leads to an assertion")]
    [InlineData(nameof(HarnessSamples.LambdaIsReached), "proved")]
    [InlineData(nameof(HarnessSamples.LambdaIsNotReached),
        "unknown: the assertion in <>c.<LambdaIsNotReached>* is never reached: never seen")]
    [InlineData(nameof(HarnessSamples.Covers), "proved")]
    [InlineData(nameof(HarnessSamples.CoverIsNotReached),
        "unknown: never holds: seen (HarnessSamples.CoverIsNotReached at IL_*)")]
    [InlineData(nameof(HarnessSamples.CoverCannotBeMet),
        "unknown: never holds: value / 2 > value (HarnessSamples.CoverCannotBeMet at IL_*)")]
    [InlineData(nameof(HarnessSamples.CoverIsLeftOut), "unknown: never holds: value == 7 (*)")]
    [InlineData(nameof(HarnessSamples.UsesFractions), "unknown: opcode conv.r8 (HarnessSamples.UsesFractions at IL_*)")]
    public void Verdict_is(string harness, string expected) => Line(harness).ShouldMatch(Pattern(harness, expected));

    [Theory]
    [InlineData(nameof(StaticHarnesses.ReadsWhatThrows),
        "unknown: the initializer of *ThrowsSomeTime: System.InvalidOperationException is thrown (*)")]
    [InlineData(nameof(StaticHarnesses.InitializerAsserts),
        "unknown: the initializer of *Asserting: a claim in a type's initializer (*)")]
    [InlineData(nameof(StaticHarnesses.InitializerAssumes),
        "unknown: the initializer of *Assuming: a claim in a type's initializer (*)")]
    [InlineData(
        nameof(StaticHarnesses.Circle), "unknown: * whose initializer depends on itself through another one (*)")]
    public void Verdict_about_an_initializer_is(string harness, string expected) =>
        Line(harness, nameof(StaticHarnesses)).ShouldMatch(Pattern(harness, expected, nameof(StaticHarnesses)));

    [Theory]
    [InlineData(nameof(NoHarnesses), nameof(NoHarnesses.Returns), NoResult)]
    [InlineData(nameof(NoHarnesses.Instances), nameof(NoHarnesses.Instances.Instance), NoResult)]
    [InlineData(nameof(NoHarnesses), nameof(NoHarnesses.IsGeneric), NotGeneric)]
    [InlineData("OfType`1", "InGeneric", NotGeneric)]
    [InlineData(nameof(NoHarnesses), nameof(NoHarnesses.HasOut), "a harness parameter of type System.Int32&")]
    [InlineData(nameof(NoHarnesses), nameof(NoHarnesses.HasRef), "a harness parameter of type System.Int32&")]
    [InlineData(nameof(NoHarnesses), nameof(NoHarnesses.HasObject), "a harness parameter of type System.String")]
    [InlineData(nameof(NoHarnesses), nameof(NoHarnesses.HasNullable), "a harness parameter of type System.Nullable*")]
    [InlineData(nameof(NoHarnesses), nameof(NoHarnesses.HasSpan), "a harness parameter of type System.Byte&")]
    public void A_method_that_cannot_be_a_harness_is_reported(string type, string method, string expected) =>
        Line(method, type).ShouldMatch(Pattern(method, $"unknown: {expected}", type));

    [Fact]
    public void A_harness_may_be_private() => Line("Nested", "Private").ShouldBe("Private.Nested: proved");

    [Theory]
    [InlineData(nameof(HarnessSamples.SumIsNeverSeven))]
    [InlineData(nameof(HarnessSamples.LoopEnds))]
    public void Every_run_is_the_same(string harness)
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
