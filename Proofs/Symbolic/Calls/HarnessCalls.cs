using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Calls of <see cref="Proof"/>, which the executor answers without running the method's body.</summary>
internal static class HarnessCalls
{
    /// <summary>The class that declares the methods.</summary>
    public static readonly string Owner = typeof(Proof).FullName!;

    public static bool TryCall(SymbolicRun run, ClosedMethod method, Value[] arguments)
    {
        if (method.Owner.Name != Owner)
        {
            return false;
        }

        Term stored = ((Scalar)arguments[0]).Term;
        Term condition = run.Terms.Not(run.Terms.Equal(stored, run.Terms.Constant(0, stored.Width)));
        switch (method.Definition.Name)
        {
            case nameof(Proof.Assume):
                run.Path.Assume(condition);
                break;
            case nameof(Proof.Cover):
                run.Path.Cover(condition, run.Executing.First());
                break;
            default:
                run.Path.Reach(run.Executing);
                run.Path.Assert(condition, (arguments[1] as Text)?.Characters ?? "assertion");
                break;
        }

        return true;
    }
}
