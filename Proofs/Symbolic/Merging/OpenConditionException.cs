using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>A run for merging met a condition that it was not told about.</summary>
internal sealed class OpenConditionException(Term condition) : PathEndException($"open: {condition}")
{
    public Term Condition { get; } = condition;
}
