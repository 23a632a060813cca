using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// One of two references, by a condition that is not known. It is carried along as it is for as long as possible: what
/// can only be done with one object makes the path fork.
/// </summary>
internal sealed class Choice(Term condition, Value whenTrue, Value whenFalse) : Value
{
    public Term Condition { get; } = condition;

    public Value WhenTrue { get; } = whenTrue;

    public Value WhenFalse { get; } = whenFalse;

    public override string ToString() => $"{WhenTrue} or {WhenFalse}";
}
