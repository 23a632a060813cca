using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Calls of <see cref="Proof"/>, which the executor answers instead of the method's body.</summary>
internal static class HarnessCalls
{
    private static readonly string Owner = typeof(Proof).FullName!;

    public static bool TryCall(Interpreter run, ClosedMethod method, Value[] arguments)
    {
        if (method.Owner.Name != Owner)
        {
            return false;
        }

        Term stored = ((Scalar)arguments[0]).Term;
        Term condition = run.Terms.Not(run.Terms.Equal(stored, run.Terms.Constant(0, stored.Width)));
        if (method.Definition.Name == nameof(Proof.Assume))
        {
            run.Path.Assume(condition);
        }
        else
        {
            run.Path.Assert(condition, (arguments[1] as Text)?.Characters ?? "assertion");
        }

        return true;
    }
}
