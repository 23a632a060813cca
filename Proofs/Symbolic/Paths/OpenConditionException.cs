using Verify.Proofs.CompiledCode;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>
/// A run for merging met a condition that it was not told about. Thrown often and always caught: the message does not
/// spell the condition out, which as text can be far longer than it has terms.
/// </summary>
internal sealed class OpenConditionException(Term condition) : PathEndException("an open condition")
{
    public Term Condition { get; } = condition;
}
