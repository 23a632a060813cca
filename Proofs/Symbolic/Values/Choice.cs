using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// One of two references, by a condition that is not known. It is kept as long as possible: the path forks only at an
/// operation that needs one object.
/// </summary>
internal sealed class Choice(Term condition, Value whenTrue, Value whenFalse) : Value
{
    public Term Condition { get; } = condition;

    public Value WhenTrue { get; } = whenTrue;

    public Value WhenFalse { get; } = whenFalse;

    public override string ToString() => $"{WhenTrue} or {WhenFalse}";
}
