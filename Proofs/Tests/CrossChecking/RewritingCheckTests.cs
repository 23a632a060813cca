using Shouldly;
using Verify.Proofs.Terms;
using Verify.Proofs.Tests.Differential;
using Verify.Properties;
using Verify.Properties.Mutants;
using Verify.Testing;
using Xunit;

namespace Verify.Proofs.Tests.CrossChecking;

/// <summary>cvc5 confirms the rewriting and folding of terms, and disputes it if it is wrong.</summary>
public sealed class RewritingCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<Mutant> All => MutantCatalogue.Load(Path.Combine(
        Repository.Around(AppContext.BaseDirectory).Root, "Proofs", "Tests", "CrossChecking", "RewritingMutants"));

    public static IEnumerable<object[]> Names => All.Select(mutant => new object[] { mutant.Name });

    [Cvc5Fact]
    public void All_rewritings_are_confirmed() =>
        RewritingProbe.Check(_folder.Path).ShouldSatisfyAllConditions(
            check => (check.Open, check.Disputed, check.Dispute).ShouldBe((0, 0, null)),
            check => check.Confirmed.ShouldBeGreaterThan(500));

    [Cvc5Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_rewriting_is_disputed(string name)
    {
        using LoadedExecutor wrong = ExecutorSource.Load(All.Single(mutant => mutant.Name == name).Edit);

        wrong.Call(RewritingProbe.Disputed, _folder.Path).ShouldBeGreaterThan(0);
        Directory.GetFiles(_folder.Path, "*-rewriting-0001.smt2").ShouldHaveSingleItem();
    }

    [Fact]
    public void Every_rewriting_and_folding_is_reported()
    {
        List<Rewritten> reported = [];
        var terms = new TermFactory { Rewritten = reported.Add };
        Term x = terms.Variable("x", 8);

        terms.Equal(x, x).ShouldBeSameAs(terms.True);
        terms.Binary(Operator.Add, terms.Constant(200, 8), terms.Constant(100, 8)).Value.ShouldBe(44UL);
        terms.Binary(Operator.Multiply, x, x);

        reported.Select(rewritten => $"{rewritten.Applied} = {rewritten.Result}")
            .ShouldBe(["(Equal x x) = 1", "(Add 200 100) = 44"]);
    }

    [Fact]
    public void A_deep_term_becomes_the_same_variable_in_both()
    {
        List<Rewritten> reported = [];
        var terms = new TermFactory { Rewritten = reported.Add };
        Term product = terms.Binary(Operator.Multiply, terms.Variable("x", 8), terms.Variable("y", 8));
        terms.Binary(Operator.Subtract, product, terms.Constant(1, 8));

        Rewritten rewritten = reported.ShouldHaveSingleItem();

        rewritten.Differ(1).ToString().ShouldBe("(Not (Equal (Subtract 0 1) (Add 0 255)))");
        rewritten.Differ(2).ToString().ShouldBe("(Not (Equal (Subtract (Multiply 0 1) 1) (Add (Multiply 0 1) 255)))");
    }

    public void Dispose() => _folder.Dispose();
}
