using Shouldly;
using Verify.Proofs.Claims;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Results;
using Verify.Proofs.Tests.Solving;
using Verify.Testing;
using Xunit;

namespace Verify.Proofs.Tests.CrossChecking;

/// <summary>A second solver confirms, contradicts or does not answer.</summary>
public sealed class CrossCheckTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    [Cvc5Fact]
    public void Cvc5_confirms_every_answer_of_Z3()
    {
        foreach (var proof in ProofCatalogue.All
            .Where(proof => proof.Name.StartsWith("PortCursorProofs.", StringComparison.Ordinal)))
        {
            var result = Check(SecondSolver.Program, proof);

            var check = result.CrossCheck.ShouldNotBeNull();
            check.Confirms.ShouldBeTrue();
            check.Rewritings.Confirmed.ShouldBeGreaterThan(0);
            (check.Confirmed + check.Evaluated).ShouldBe(result.Queries);
            check.Solver.ShouldMatch(@"\Acvc5 \d+\.\d+");
        }
    }

    [Cvc5Fact]
    public void Cvc5_confirms_every_answer_about_a_refuted_claim()
    {
        var proof = ProofCase.In(typeof(HarnessSamples).Assembly)
            .Single(proof => proof.Name == $"HarnessSamples.{nameof(HarnessSamples.SumIsNeverSeven)}");

        var result = Check(SecondSolver.Program, proof);

        result.Verdict.ShouldBe(ProofVerdict.Refuted);
        result.CrossCheck!.Confirms.ShouldBeTrue();
        (result.CrossCheck.Confirmed + result.CrossCheck.Evaluated).ShouldBe(result.Queries);
    }

    [Fact]
    public void A_disagreement_is_a_failure_and_saves_the_query()
    {
        var result = Check(FakeSolvers.Lying);

        result.Verdict.ShouldBe(ProofVerdict.Proved);
        result.Holds.ShouldBeFalse();
        var file = result.CrossCheck!.Disagreement.ShouldNotBeNull();
        Path.GetFileName(file).ShouldBe("ReservedPortProofs.Boundary-0001.smt2");
        File.ReadAllText(file).ShouldBe(
            """
            ; G3, query 1 of ReservedPortProofs.Boundary.
            ; 1023 is privileged, 1024 is not: the reserved ports are those up to 1023.
            (set-info :status unsat)
            (set-logic QF_BV)
            (declare-const |port| (_ BitVec 16))
            (assert (not (= (bvult |port| #x0400) (not (bvult #x03ff |port|)))))
            (check-sat)

            """);
    }

    [Cvc5Fact]
    public void Cvc5_finds_a_wrong_unsat_core()
    {
        var proof = ProofCatalogue.All.Single(proof => proof.Name == "PrisonPrivilegeProofs.HostnameBounds");
        var checker = new CrossChecker(
            SecondSolver.Find(SecondSolver.Program, Limit), new ObligationFolder(_folder.Path));
        var run = checker.Begin(proof, CancellationToken.None);

        Prover.Run(proof, null, WrongSolver.WithWrongCores, new ProofProgress { Answered = run.Add },
            CancellationToken.None);

        run.Finish().Disagreement.ShouldNotBeNull();
    }

    [Fact]
    public void Satisfiable_queries_are_evaluated_and_not_asked_again() =>
        Check(FakeSolvers.Unsure, ProofCatalogue.All.Single(proof => proof.Name == "PortCursorProofs.StepUp"))
            .ShouldSatisfyAllConditions(
                result => result.CrossCheck!.Evaluated.ShouldBeGreaterThan(0),
                result => (result.CrossCheck!.Evaluated + result.CrossCheck.Open).ShouldBe(result.Queries));

    [Fact]
    public void A_solver_that_never_answers_leaves_all_queries_open_and_contradicts_nothing() =>
        Check(FakeSolvers.Unsure).ShouldSatisfyAllConditions(
            result => result.CrossCheck.ShouldBe(AllOpen(result)),
            result => result.CrossCheck!.Confirms.ShouldBeFalse(),
            result => result.Holds.ShouldBeTrue());

    [Fact]
    public void A_solver_that_dies_leaves_all_queries_open() =>
        Check(FakeSolvers.Dying).ShouldSatisfyAllConditions(result => result.CrossCheck.ShouldBe(AllOpen(result)));

    [Fact]
    public void A_solver_that_hangs_is_stopped_with_the_run()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Should.Throw<OperationCanceledException>(() => Check(FakeSolvers.Hanging, Boundary, stop.Token));
    }

    [Fact]
    public void A_missing_solver_is_reported_in_one_line()
    {
        Action find = () => SecondSolver.Find("/nosuch/cvc5", Limit);
        find.ShouldThrow<SolverMissingException>().Message.ShouldStartWith("/nosuch/cvc5: ");
    }

    [Fact]
    public void Another_program_is_not_taken_for_cvc5()
    {
        Action find = () => SecondSolver.Find("/bin/true", Limit);
        find.ShouldThrow<SolverMissingException>()
            .Message.ShouldBe("/bin/true does not print its version: it is not cvc5");
    }

    [Fact]
    public void Every_query_is_saved_in_the_folder()
    {
        var work = new ProofWork { Obligations = new ObligationFolder(_folder.File("smt")) };
        var result = work.Run(ProofCatalogue.All.Single(proof => proof.Name == "PortCursorProofs.StepUp"), default);

        Directory.GetFiles(_folder.File("smt"), "PortCursorProofs.StepUp-*.smt2").Length.ShouldBe(result.Queries);
    }

    public void Dispose() => _folder.Dispose();

    private static ProofCase Boundary =>
        ProofCatalogue.All.Single(proof => proof.Name == "ReservedPortProofs.Boundary");

    private static CrossCheck AllOpen(ProofResult result)
    {
        var rewritings = result.CrossCheck!.Rewritings.Open;
        rewritings.ShouldBeGreaterThan(0);
        return new CrossCheck("cvc5 0.0", 0, 1, 0, null) { Rewritings = new RewritingCheck(0, rewritings, 0, null) };
    }

    private ProofResult Check(string program, ProofCase? proof = null, CancellationToken cancellation = default)
    {
        var solver = SecondSolver.Find(program, Limit);
        var work = new ProofWork { CrossChecker = new CrossChecker(solver, new ObligationFolder(_folder.Path)) };
        return work.Run(proof ?? Boundary, cancellation);
    }
}
