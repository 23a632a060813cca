using Shouldly;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>A proof asks as many questions in every run, whenever garbage is collected.</summary>
public sealed class SameQuestionsTests
{
    [Theory]
    [InlineData("PcbChanges.RemovalInTwoChains")]
    public void Collecting_garbage_adds_and_saves_no_question(string name)
    {
        var proof = ProofCatalogue.All.Single(proof => proof.Name == name);

        Questions(proof, every: 50).ShouldBe(Questions(proof, every: int.MaxValue));
    }

    private static int Questions(ProofCase proof, int every) =>
        Prover.Run(proof, null, new Collecting(new Z3Solver(default), every), watch: null, default).Queries;

    /// <summary>Collects garbage, and waits for what that releases, before every so many questions.</summary>
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
