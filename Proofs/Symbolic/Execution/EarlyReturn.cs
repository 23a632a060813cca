using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>What a method has returned already on some way, while it goes on for the others.</summary>
/// <param name="Condition">Holds on that way.</param>
/// <param name="Result">Null where the method returns nothing.</param>
internal sealed record EarlyReturn(Term Condition, Value? Result)
{
    public EarlyReturn Under(TermFactory terms, Term condition) =>
        this with { Condition = terms.And(condition, Condition) };

    /// <summary>The result on all ways, given the one on those that went on.</summary>
    public Value? Or(TermFactory terms, Value? result) => Result is null
        ? null
        : MergedValue.TryChoose(terms, Condition, Result, result!) ?? MergeConflict.Instance;
}
