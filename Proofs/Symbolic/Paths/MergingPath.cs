using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>
/// The conditions on one way through merged code. A condition that they do not decide stays open: both ways are run,
/// without asking whether any input takes them.
/// </summary>
/// <param name="terms">Makes the negations of conditions.</param>
/// <param name="maxForks">Code with more forks is not merged.</param>
internal sealed class MergingPath(TermFactory terms, int maxForks) : IPath
{
    private readonly List<Term> _throwing = [];
    private int _forks;

    /// <summary>Conditions under which the code would throw. The result is valid if none of them holds.</summary>
    public IReadOnlyList<Term> Throwing => _throwing;

    /// <summary>The conditions of the current way.</summary>
    public ImmutableHashSet<Term> Holding { get; set; } = [];

    public bool Knows(Term condition) =>
        condition.IsConstant || Holding.Contains(condition) || Holding.Contains(terms.Not(condition));

    public bool Decide(Term condition) =>
        condition.IsConstant ? condition.IsTrue
        : Holding.Contains(condition) ? true
        : Holding.Contains(terms.Not(condition)) ? false
        : throw new OpenConditionException(condition);

    /// <summary>
    /// Excludes the inputs for which the code throws here; the caller must check that there are none.
    /// </summary>
    public void Exclude(Term condition) =>
        _throwing.Add(Holding.OrderBy(term => term.Id).Aggregate(condition, terms.And));

    /// <summary>Enters a way on which a condition holds.</summary>
    public void Enter(Term condition)
    {
        if (++_forks > 2 * maxForks)
        {
            throw new UnsupportedCodeException($"more than {maxForks} forks in merged code");
        }

        Holding = Holding.Add(condition);
    }

    public bool CanHold(Term condition) => true;

    public void Assume(Term condition) => throw Claimed();

    public void Assert(Term condition, string claim) => throw Claimed();

    public void Reach(IEnumerable<Instruction> calls) => throw Claimed();

    public void Cover(Term condition, Instruction call) => throw Claimed();

    public bool TryRecall(out object? note)
    {
        note = null;
        return false;
    }

    public void Note(object? note)
    {
    }

    private static UnsupportedCodeException Claimed() => new("a claim in merged code");
}
