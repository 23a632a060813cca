using Mono.Cecil;
using Verify.Proofs.Symbolic.Values;
using Verify.Properties.Mutants;

namespace Verify.Proofs.Symbolic;

/// <summary>
/// Calls that the executor answers itself: those of <see cref="Proof"/>, and a mutant's loop guard, which its own bound
/// on loops stands in for.
/// </summary>
internal static class HarnessCalls
{
    private static readonly string Owner = typeof(Proof).FullName!;
    private static readonly string Guard = typeof(LoopGuard).FullName!;

    public static bool TryCall(Interpreter run, MethodDefinition method, Value[] arguments)
    {
        var owner = method.DeclaringType.FullName;
        if (owner == Owner)
        {
            Answer(run, method, arguments);
        }

        return owner == Owner || owner == Guard;
    }

    private static void Answer(Interpreter run, MethodDefinition method, Value[] arguments)
    {
        var stored = ((Scalar)arguments[0]).Term;
        var condition = run.Terms.Not(run.Terms.Equal(stored, run.Terms.Constant(0, stored.Width)));
        if (method.Name == nameof(Proof.Assume))
        {
            run.Path.Assume(condition);
        }
        else
        {
            run.Path.Assert(condition, (arguments[1] as Opaque)?.Text ?? "assertion");
        }
    }
}
