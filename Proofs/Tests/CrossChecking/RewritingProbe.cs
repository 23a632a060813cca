using Verify.Proofs.Claims;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Results;
using Verify.Proofs.Terms;
using Verify.Proofs.Tests.Terms;

namespace Verify.Proofs.Tests.CrossChecking;

/// <summary>
/// Has cvc5 check the rewritings of random terms. It can be bound to a mutant of the executor.
/// </summary>
internal static class RewritingProbe
{
    private const int Terms = 150;

    /// <summary>Runs the check.</summary>
    /// <param name="folder">Folder for disputed rewritings.</param>
    public static RewritingCheck Check(string folder)
    {
        var solver = SecondSolver.Find(SecondSolver.Program, TimeSpan.FromMinutes(1));
        var anyProof = ProofCase.In(typeof(RewritingProbe).Assembly)[0];
        var run = new RewritingCheckRun(solver, [], new ObligationFolder(folder), anyProof, default);
        var terms = new TermFactory { Rewritten = run.Add };
        Term narrow = terms.Variable("narrow", 8);
        Term wide = terms.Variable("wide", 64);
        for (var seed = 0; seed < Terms; seed++)
        {
            TermTests.Random(new Random(seed), terms, wide, narrow, 2);
            TermTests.Random(
                new Random(seed), terms, terms.Constant((ulong)seed << 60, 64), terms.Constant(0x81, 8), 2);
        }

        foreach (var shift in new[] { 0, 4, 8, 31, 32 })
        {
            Term part = TermTests.Part(terms, narrow, shift);
            terms.Binary(Operator.Add, part, terms.Resize(narrow, 64, signed: false));
            terms.Binary(Operator.Add, terms.Or(part, terms.Resize(narrow, 64, signed: false)), part);
            terms.Compare(Operator.LessUnsigned, terms.Resize(narrow, 32, signed: false), terms.Constant(255, 32));
            terms.Binary(Operator.Add, part, terms.And(wide, terms.Constant(0xf00, 64)));
            Operator[] shifts = [Operator.ShiftLeft, Operator.ShiftRightUnsigned, Operator.ShiftRightSigned];
            foreach (Operator op in shifts)
            {
                terms.Binary(op, terms.Constant(3UL << 62, 64), terms.Constant(2 * (ulong)shift, 64));
            }
        }

        terms.Choose(terms.Not(terms.Equal(narrow, terms.Constant(7, 8))), wide, terms.Constant(1, 64));

        return run.Finish();
    }

    /// <summary>The number of disputed rewritings.</summary>
    public static int Disputed(string folder) => Check(folder).Disputed;
}
