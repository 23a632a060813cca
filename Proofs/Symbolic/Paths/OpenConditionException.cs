using Verify.Proofs.CompiledCode;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>
/// Merged code has met an open condition. Thrown often and always caught, so the message omits the condition, whose
/// text can be exponential in its terms.
/// </summary>
internal sealed class OpenConditionException(Term condition) : PathEndException("an open condition")
{
    public Term Condition { get; } = condition;
}
