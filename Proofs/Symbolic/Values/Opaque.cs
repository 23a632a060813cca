using System.Collections.Immutable;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>An object that is passed on but never looked into: an exception, from throw to catch.</summary>
/// <param name="typeNames">Full names of its type and of those that it is derived from, its own first.</param>
internal sealed class Opaque(ImmutableArray<string> typeNames) : Value
{
    public string TypeName => typeNames[0];

    /// <summary>Whether it is of a class with this full name.</summary>
    public bool IsA(string typeName) => typeNames.Contains(typeName);

    public override string ToString() => $"an object of type {TypeName}";
}
