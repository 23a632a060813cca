using System.Collections.Immutable;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>A path given by conditions and which way each went, without asking whether any input takes it.</summary>
internal sealed class MergingPath(ImmutableDictionary<Term, bool> taken) : IPath
{
    public bool Decide(Term condition) =>
        condition.IsConstant ? condition.IsTrue
        : taken.TryGetValue(condition, out var way) ? way
        : condition.Operator == Operator.Not ? !Decide(condition.First!)
        : throw new OpenConditionException(condition);

    public void Assume(Term condition) =>
        throw new UnsupportedCodeException("an assumption, in merged code");

    public void Assert(Term condition, string claim) =>
        throw new UnsupportedCodeException("an assertion, in merged code");

    public bool TryRecall(out object? note)
    {
        note = null;
        return false;
    }

    public void Note(object? note)
    {
    }
}
