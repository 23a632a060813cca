using Shouldly;
using Verify.Proofs.Solving;
using Verify.Proofs.Terms;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>A proof asks the same questions in every run, whenever garbage is collected and whatever runs beside it.</summary>
public sealed class SameQuestionsTests
{
    [Theory]
    [InlineData("PcbChanges.RemovalInTwoChains")]
    public void Collecting_garbage_changes_no_question(string name)
    {
        var proof = ProofCatalogue.All.Single(proof => proof.Name == name);
        for (int i = 0; i < 2; i++)
        {
        foreach (int every in new[] { 0, 1, 7, 50 })
        {
            var started = DateTime.Now;
            var scripts = Scripts(proof, every);
            File.AppendAllText("/tmp/same.txt", $"{name} {every}: {scripts.Count} {string.Join("", scripts).GetHashCode():x} {DateTime.Now - started}" + "\n");
        }
        }
    }

    private static List<string> Scripts(ProofCase proof, int every)
    {
        var scripts = new List<string>();
        Prover.Run(proof, null, new Littering(new Z3Solver(default), every), o => scripts.Add(o.Script), default);
        return scripts;
    }

    private sealed class Littering(ISolver solver, int every) : ISolver
    {
        private int _asked;
        public Answer Ask(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
        {
            if (every > 0 && ++_asked % every == 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            return solver.Ask(conditions, variables);
        }
        public void Dispose() => solver.Dispose();
    }
}
