namespace Verify.Proofs.Symbolic.Values;

/// <summary>An object that is passed on but never looked into: an exception about to be thrown.</summary>
/// <param name="typeName">Full name of its type.</param>
internal sealed class Opaque(string typeName) : Value
{
    public string TypeName { get; } = typeName;

    public override string ToString() => $"an object of type {TypeName}";
}
