using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A method as a value: the result of ldftn, from which a delegate is made.</summary>
internal sealed class MethodHandle(ClosedMethod method) : Value
{
    public ClosedMethod Method { get; } = method;

    public override string ToString() => $"the address of {Method}";
}

/// <summary>A delegate of one method.</summary>
/// <param name="method">The method.</param>
/// <param name="target">The bound first argument; null for none.</param>
internal sealed class DelegateValue(ClosedMethod method, Value? target) : Value
{
    public ClosedMethod Method { get; } = method;

    public Value? Target { get; } = target;

    public override string ToString() => $"a delegate of {Method}";
}
