using FsCheck;
using FsCheck.Fluent;
using Microsoft.Z3;
using Shouldly;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;
using Verify.Proofs.Tests.Terms;
using Xunit;

namespace Verify.Proofs.Tests.Solving;

/// <summary>A script means what its terms mean: Z3 parses it to an equivalent expression.</summary>
public sealed class SmtLibScriptTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithReplay(0x5eed, 1).WithMaxTest(300);

    private static readonly Arbitrary<int> Shapes = ArbMap.Default.ArbFor<int>();

    [Fact]
    public void A_parsed_script_is_equivalent_to_its_terms() =>
        Check.One(Config, Prop.ForAll(Shapes, shape =>
        {
            var terms = new TermFactory();
            var random = new Random(shape);
            Term[] conditions = [Condition(random, terms), Condition(random, terms), terms.Variable("flag", 1)];
            using var context = new Context();
            var given = context.MkAnd(conditions.Select(new Z3Translation(context).Truth));

            var read = context.MkAnd(context.ParseSMTLIB2String(SmtLibScript.Of(conditions)));

            using var solver = context.MkSolver();
            solver.Check(context.MkXor(given, read)).ShouldBe(Status.UNSATISFIABLE, SmtLibScript.Of(conditions));
        }));

    [Fact]
    public void The_text_is_deterministic_and_defines_terms_that_are_used_twice()
    {
        var terms = new TermFactory();
        var port = terms.Variable("range.First", 16);
        var sum = terms.Binary(Operator.Add, terms.Resize(port, 32, signed: false), terms.Variable("left", 32));
        var isOdd = terms.Resize(sum, 1, signed: false);
        var isLess = terms.Compare(Operator.LessSigned, sum, terms.Constant(70_000, 32));

        SmtLibScript.Of([isLess, terms.Not(isOdd)]).ShouldBe(
            """
            (set-logic QF_BV)
            (declare-const |range.First| (_ BitVec 16))
            (declare-const |left| (_ BitVec 32))
            (define-fun $2 () (_ BitVec 32) (bvadd ((_ zero_extend 16) |range.First|) |left|))
            (assert (bvslt $2 #x00011170))
            (assert (not (= ((_ extract 0 0) $2) #b1)))
            (check-sat)

            """);
    }

    [Fact]
    public void Without_names_only_the_structure_counts()
    {
        var terms = new TermFactory();
        var (first, second, third) = (terms.Variable("a", 8), terms.Variable("b", 8), terms.Variable("c", 8));
        string Shape(Term left, Term right, Term last) => SmtLibScript.WithoutNames(
            SmtLibScript.Of(
            [
                terms.Compare(Operator.LessUnsigned, left, right),
                terms.Compare(Operator.LessSigned, right, last),
            ]));

        Shape(first, second, third).ShouldBe(Shape(second, third, first));
        Shape(first, second, third).ShouldNotBe(Shape(first, second, first));
    }

    [Fact]
    public void Every_script_of_a_proof_has_the_recorded_answer()
    {
        var (answered, again) = (new List<Obligation>(), new List<Obligation>());
        var proof = ProofCatalogue.All.Single(proof => proof.Name == "PortCursorProofs.OutsideStartsAtFirst");

        var result = Run(proof, answered);
        Run(proof, again);

        again.ShouldBe(answered);
        answered.Select(obligation => obligation.Number).ShouldBe(Enumerable.Range(1, result.Queries));
        answered.Select(obligation => Ask(obligation.Script)).ShouldBe(
            answered.Select(obligation => obligation.IsSatisfiable));
    }

    private static Term Condition(Random random, TermFactory terms)
    {
        var (wide, narrow) = (terms.Variable("wide", 64), terms.Variable("narrow", 8));
        var first = TermTests.Random(random, terms, wide, narrow, 2);
        var second = TermTests.Random(random, terms, wide, narrow, 2);
        return terms.Or(
            terms.Compare(Operator.LessSigned, first, terms.Resize(second, first.Width, signed: true)),
            terms.Resize(second, 1, signed: false));
    }

    private static bool Ask(string script)
    {
        using var context = new Context();
        using var solver = context.MkSolver();
        solver.Assert(context.ParseSMTLIB2String(script));
        return solver.Check() == Status.SATISFIABLE;
    }

    private static ProofResult Run(ProofCase proof, List<Obligation> answered) =>
        Prover.Run(proof, mutant: null, new ProofProgress { Answered = answered.Add }, CancellationToken.None);
}
