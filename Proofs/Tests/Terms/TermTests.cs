using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;
using Xunit;

namespace Verify.Proofs.Tests.Terms;

/// <summary>Folding, rewriting and the translation to Z3 give terms the same meaning.</summary>
public sealed class TermTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithReplay(0x5eed, 1);

    private static readonly Operator[] SameWidth =
    [
        Operator.And, Operator.Or, Operator.Xor, Operator.Add, Operator.Subtract, Operator.Multiply,
        Operator.DivideUnsigned, Operator.DivideSigned, Operator.RemainderUnsigned, Operator.RemainderSigned,
        Operator.ShiftLeft, Operator.ShiftRightUnsigned, Operator.ShiftRightSigned,
    ];

    private static readonly Operator[] Comparisons = [Operator.Equal, Operator.LessUnsigned, Operator.LessSigned];

    private static readonly Arbitrary<int> Shapes = ArbMap.Default.ArbFor<int>();
    private static readonly Arbitrary<ulong> Wides = ArbMap.Default.ArbFor<ulong>();
    private static readonly Arbitrary<byte> Narrows = ArbMap.Default.ArbFor<byte>();

    [Fact]
    public void Rewritten_terms_evaluate_like_folded_constants() =>
        Check.One(Config.WithMaxTest(5_000), Prop.ForAll(Shapes, Wides, Narrows, (shape, wide, narrow) =>
        {
            var terms = new TermFactory();
            var values = new Dictionary<string, ulong> { ["wide"] = wide, ["narrow"] = narrow };
            var symbolic = Random(new Random(shape), terms, terms.Variable("wide", 64), terms.Variable("narrow", 8), 4);
            var concrete = Random(new Random(shape), terms, terms.Constant(wide, 64), terms.Constant(narrow, 8), 4);

            concrete.IsConstant.ShouldBeTrue();
            new TermEvaluator(values).Evaluate(symbolic).ShouldBe(concrete.Value, symbolic.ToString());
        }));

    [Fact]
    public void Z3_agrees_with_folding() =>
        Check.One(Config.WithMaxTest(400), Prop.ForAll(Shapes, Wides, Narrows, (shape, wide, narrow) =>
        {
            var terms = new TermFactory();
            var (x, y) = (terms.Variable("wide", 64), terms.Variable("narrow", 8));
            var symbolic = Random(new Random(shape), terms, x, y, 3);
            var concrete = Random(new Random(shape), terms, terms.Constant(wide, 64), terms.Constant(narrow, 8), 3);
            using var solver = new PathSolver(new Z3Solver(CancellationToken.None));
            solver.Push(terms.Equal(x, terms.Constant(wide, 64)));
            solver.Push(terms.Equal(y, terms.Constant(narrow, 8)));

            solver.IsFeasible(terms.Equal(symbolic, concrete)).ShouldBeTrue(symbolic.ToString());
            solver.IsFeasible(terms.Not(terms.Equal(symbolic, concrete))).ShouldBeFalse(symbolic.ToString());
        }));

    [Fact]
    public void Equal_terms_are_the_same_object()
    {
        var terms = new TermFactory();
        var (x, y) = (terms.Variable("x", 16), terms.Variable("y", 16));

        terms.Binary(Operator.Add, x, y).ShouldBeSameAs(terms.Binary(Operator.Add, y, x));
        terms.Equal(terms.Resize(x, 32, false), terms.Resize(y, 32, false)).ShouldBeSameAs(terms.Equal(x, y));
        terms.Equal(terms.Resize(x, 32, false), terms.Constant(70_000, 32)).ShouldBeSameAs(terms.False);
        terms.Binary(Operator.Subtract, x, x).ShouldBeSameAs(terms.Constant(0, 16));
    }

    [Fact]
    public void Adding_the_parts_of_a_word_is_adding_the_word()
    {
        var terms = new TermFactory();
        var sum = terms.Variable("sum", 64);
        var bytes = Enumerable.Range(0, 4).Select(i => terms.Variable($"b{i}", 8));
        Term[] parts = [.. bytes.Select((part, i) => Part(terms, part, 8 * i))];

        Term word = parts.Aggregate(terms.Or);

        parts.Aggregate(sum, Plus).ShouldBeSameAs(Plus(sum, word));

        Term Plus(Term first, Term second) => terms.Binary(Operator.Add, first, second);
    }

    [Fact]
    public void Sums_of_shifted_bytes_are_right_even_if_they_overlap() =>
        Check.One(Config.WithMaxTest(2_000), Prop.ForAll(Shapes, Wides, Narrows, (shape, wide, narrow) =>
        {
            var terms = new TermFactory();
            var values = new Dictionary<string, ulong> { ["wide"] = wide, ["narrow"] = narrow };
            var random = new Random(shape);
            Term symbolic = terms.Variable("wide", 64);
            ulong expected = wide;
            for (var i = 0; i < 5; i++)
            {
                var shift = 4 * random.Next(8);
                symbolic = terms.Binary(Operator.Add, Part(terms, terms.Variable("narrow", 8), shift), symbolic);
                expected += (uint)narrow << shift;
            }

            new TermEvaluator(values).Evaluate(symbolic).ShouldBe(expected, symbolic.ToString());
        }));

    internal static Term Part(TermFactory terms, Term part, int shift) => terms.Resize(
        terms.Binary(Operator.ShiftLeft, terms.Resize(part, 32, signed: false), terms.Constant((ulong)shift, 32)),
        64, signed: false);

    // The same random numbers make the same structure, whatever the leaves are.
    internal static Term Random(Random random, TermFactory terms, Term wide, Term narrow, int depth)
    {
        var width = new[] { 8, 16, 32, 64 }[random.Next(4)];
        if (depth == 0)
        {
            return random.Next(4) switch
            {
                0 => terms.Constant((ulong)random.Next(3), width),
                1 => terms.Constant(ulong.MaxValue, width),
                2 => terms.Resize(wide, width, signed: false),
                _ => terms.Resize(narrow, width, random.Next(2) == 0),
            };
        }

        var first = Random(random, terms, wide, narrow, depth - 1);
        var second = Random(random, terms, wide, narrow, depth - 1);
        var a = terms.Resize(first, width, random.Next(2) == 0);
        var b = terms.Resize(second, width, random.Next(2) == 0);
        return random.Next(5) switch
        {
            0 => terms.Choose(terms.Compare(Comparisons[random.Next(3)], a, b), a, b),
            1 => terms.Resize(terms.Compare(Comparisons[random.Next(3)], a, b), width, signed: false),
            2 => terms.Not(a),
            _ => terms.Binary(SameWidth[random.Next(SameWidth.Length)], a, b),
        };
    }
}
