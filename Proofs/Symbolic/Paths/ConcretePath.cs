using Mono.Cecil.Cil;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>The only path of a run on known inputs, without solver.</summary>
internal sealed class ConcretePath : IPath
{
    public bool Decide(Term condition) => condition.IsConstant
        ? condition.IsTrue
        : throw new InvalidOperationException($"{condition} in a run on known inputs");

    public bool CanHold(Term condition) => Decide(condition);

    public void Assume(Term condition)
    {
        if (!Decide(condition))
        {
            throw new AssumptionException();
        }
    }

    public void Assert(Term condition, string claim)
    {
        if (!Decide(condition))
        {
            throw new AssertionException(claim);
        }
    }

    public void Reach(IEnumerable<Instruction> calls)
    {
    }

    public void Cover(Term condition, Instruction call)
    {
    }

    public bool TryRecall(out object? note) => throw NotMerged();

    public void Note(object? note) => throw NotMerged();

    private static InvalidOperationException NotMerged() => new("a merged call in a run on known inputs");
}
