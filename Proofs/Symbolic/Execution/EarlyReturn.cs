using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>The result that a method has returned on one way, while it continues on the others.</summary>
/// <param name="Condition">The condition of that way.</param>
/// <param name="Result">The result; null for a void method.</param>
internal sealed record EarlyReturn(Term Condition, Value? Result)
{
    public EarlyReturn Under(TermFactory terms, Term condition) =>
        this with { Condition = terms.And(condition, Condition) };

    /// <summary>The result on all ways, given the result on the ways that continued.</summary>
    public Value? Or(TermFactory terms, Value? result) => Result is null
        ? null
        : MergedValue.TryChoose(terms, Condition, Result, result!) ?? MergeConflict.Instance;
}
