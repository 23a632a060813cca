using Verify.Proofs.CrossChecking;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>A test that needs the real cvc5: skipped, with the reason, where it is not installed.</summary>
public sealed class Cvc5FactAttribute : FactAttribute
{
    public Cvc5FactAttribute()
    {
        try
        {
            SecondSolver.Find(SecondSolver.Program, TimeSpan.FromMinutes(1));
        }
        catch (SolverMissingException missing)
        {
            Skip = missing.Message;
        }
    }
}
