using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>
/// The conditions on the way through merged code. A condition that they say nothing about is left open: both ways are
/// run, without asking whether any input takes them.
/// </summary>
/// <param name="maxForks">More, and the code is not merged.</param>
internal sealed class MergingPath(int maxForks) : IPath
{
    private readonly HashSet<Term> _holding = [];
    private int _forks;

    public bool Knows(Term condition, TermFactory terms) =>
        condition.IsConstant || _holding.Contains(condition) || _holding.Contains(terms.Not(condition));

    public bool Decide(Term condition) =>
        condition.IsConstant ? condition.IsTrue
        : _holding.Contains(condition) ? true
        : condition.Operator == Operator.Not ? !Decide(condition.First!)
        : IsDenied(condition) ? false
        : throw new OpenConditionException(condition);

    /// <summary>Goes a way on which a condition holds.</summary>
    public void Enter(Term condition)
    {
        if (++_forks > 2 * maxForks)
        {
            throw new UnsupportedCodeException($"more than {maxForks} forks in merged code");
        }

        _holding.Add(condition);
    }

    /// <summary>The way is at its end.</summary>
    public void Leave(Term condition) => _holding.Remove(condition);

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

    private bool IsDenied(Term condition) =>
        _holding.Any(held => held.Operator == Operator.Not && held.First == condition);
}
