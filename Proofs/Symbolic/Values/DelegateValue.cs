using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A method of known code as a value: what ldftn gives, before a delegate is made of it.</summary>
internal sealed class MethodHandle(ClosedMethod method) : Value
{
    public ClosedMethod Method { get; } = method;

    public override string ToString() => $"the address of {Method}";
}

/// <summary>A delegate of one method.</summary>
/// <param name="method">The method.</param>
/// <param name="target">Its first argument, which the delegate keeps; null where it has none.</param>
internal sealed class DelegateValue(ClosedMethod method, Value? target) : Value
{
    public ClosedMethod Method { get; } = method;

    public Value? Target { get; } = target;

    public override string ToString() => $"a delegate of {Method}";
}
