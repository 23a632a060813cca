using Shouldly;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;
using Verify.Proofs.Tests.Solving;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>
/// A proof takes the same paths in every run, whatever runs beside it. Which unsat core Z3 finds, and therefore the
/// number of queries, may differ.
/// </summary>
public sealed class SamePathsTests
{
    private static readonly ProofCase Proof =
        ProofCatalogue.All.Single(proof => proof.Name == "PcbTableProofs.RemovalInTwoChains");

    [Fact]
    public async Task Neither_garbage_collection_nor_another_solver_changes_a_path()
    {
        using var collecting = new Collecting(new Z3Solver(default), every: 50);
        Task<ProofResult> beside = Task.Run(() => Run(new Z3Solver(default)));

        var collected = Summary(Run(collecting));
        var plain = Summary(await beside);

        collected.ShouldBe(plain);
        collected.ShouldBe(Summary(WorkingCopyProofs.Of(Proof)));
    }

    [Fact]
    public void Wrong_cores_change_the_summary() =>
        Summary(Run(WrongSolver.WithWrongCores)).ShouldNotBe(Summary(WorkingCopyProofs.Of(Proof)));

    private static ProofResult Run(ISolver solver) => Prover.Run(Proof, null, solver, progress: null, default);

    private static (ProofVerdict, int) Summary(ProofResult result) => (result.Verdict, result.Paths);

    /// <summary>Collects garbage, and waits for finalizers, before each query in so many.</summary>
    private sealed class Collecting(ISolver solver, int every) : ISolver
    {
        private int _asked;

        public Answer Ask(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
        {
            if (++_asked % every == 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            return solver.Ask(conditions, variables);
        }

        public void Dispose() => solver.Dispose();
    }
}
