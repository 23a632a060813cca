using System.Collections.Immutable;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>
/// The conditions on the way through merged code. A condition that they say nothing about is left open: both ways are
/// run, without asking whether any input takes them.
/// </summary>
/// <param name="terms">Makes opposites.</param>
/// <param name="maxForks">More, and the code is not merged.</param>
internal sealed class MergingPath(TermFactory terms, int maxForks) : IPath
{
    private int _forks;

    /// <summary>What holds on the current way.</summary>
    public ImmutableHashSet<Term> Holding { get; set; } = [];

    public bool Knows(Term condition) =>
        condition.IsConstant || Holding.Contains(condition) || Holding.Contains(terms.Not(condition));

    public bool Decide(Term condition) =>
        condition.IsConstant ? condition.IsTrue
        : Holding.Contains(condition) ? true
        : Holding.Contains(terms.Not(condition)) ? false
        : throw new OpenConditionException(condition);

    /// <summary>Goes a way on which a condition holds.</summary>
    public void Enter(Term condition)
    {
        if (++_forks > 2 * maxForks)
        {
            throw new UnsupportedCodeException($"more than {maxForks} forks in merged code");
        }

        Holding = Holding.Add(condition);
    }

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
