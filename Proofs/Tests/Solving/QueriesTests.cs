using Shouldly;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;
using Xunit;

namespace Verify.Proofs.Tests.Solving;

/// <summary>Which queries reach the solver, and how its answers are checked.</summary>
public sealed class QueriesTests : IDisposable
{
    private readonly Z3Solver _solver = new(CancellationToken.None);
    private readonly TermFactory _terms = new();
    private readonly List<Obligation> _answered = [];
    private readonly Queries _queries;

    public QueriesTests() => _queries = new Queries(_solver, Progress);

    private ProofProgress Progress => new() { Answered = _answered.Add };

    private Term X => _terms.Variable("x", 8);

    private Term Y => _terms.Variable("y", 8);

    [Fact]
    public void A_query_that_contains_a_known_core_is_not_asked()
    {
        Ask(Is(X, 1), Is(Y, 1), Is(X, 2)).ShouldBeNull();
        Ask(Is(Y, 3), Is(X, 2), Is(X, 1)).ShouldBeNull();

        _queries.Count.ShouldBe(1);
        _answered.ShouldHaveSingleItem().Script.ShouldBe(SmtLibScript.Of([Is(X, 1), Is(X, 2)]));
    }

    [Fact]
    public void A_query_with_part_of_a_core_is_asked()
    {
        Ask(Is(X, 1), Is(X, 2)).ShouldBeNull();
        Ask(Is(X, 2), Is(Y, 3)).ShouldNotBeNull()["x"].ShouldBe(2UL);
    }

    [Fact]
    public void Equal_queries_are_asked_once()
    {
        Ask(Is(X, 1), Is(Y, 1)).ShouldBe(Ask(Is(Y, 1), Is(X, 1)));
        _answered.ShouldHaveSingleItem().IsSatisfiable.ShouldBeTrue();
    }

    [Fact]
    public void A_query_that_earlier_values_satisfy_is_not_asked()
    {
        Ask(Is(X, 1)).ShouldNotBeNull();
        Ask(Is(Y, 2)).ShouldNotBeNull();
        var less = _terms.Compare(Operator.LessUnsigned, X, _terms.Constant(2, 8));

        Ask(less, _terms.Not(Is(X, 0))).ShouldNotBeNull()["x"].ShouldBe(1UL);
        _queries.Count.ShouldBe(2);
        Ask(less, _terms.Not(Is(X, 0)), Is(Y, 3)).ShouldNotBeNull()["y"].ShouldBe(3UL);
        _queries.Count.ShouldBe(3);
    }

    [Fact]
    public void Values_that_do_not_satisfy_a_query_are_rejected()
    {
        using var solver = WrongSolver.WithWrongValues;
        var queries = new Queries(solver, Progress);

        Should.Throw<UndecidedException>(() => queries.Ask([Is(X, 1)], [X]))
            .Message.ShouldBe("the solver's values do not satisfy query 1");
        _answered.ShouldBeEmpty();
    }

    [Fact]
    public void A_proof_with_wrong_values_is_unknown()
    {
        var proof = ProofCatalogue.All.Single(proof => proof.Name == "PortCursorProofs.StepUp");

        var result = Prover.Run(proof, null, WrongSolver.WithWrongValues, null, CancellationToken.None);

        result.Verdict.ShouldBe(ProofVerdict.Unknown);
        result.Message.ShouldStartWith("the solver's values do not satisfy query ");
        Prover.Run(proof).Verdict.ShouldBe(ProofVerdict.Proved);
    }

    public void Dispose() => _solver.Dispose();

    private Term Is(Term variable, ulong value) => _terms.Equal(variable, _terms.Constant(value, 8));

    private IReadOnlyDictionary<string, ulong>? Ask(params Term[] conditions) => _queries.Ask(conditions, [X, Y]);
}
