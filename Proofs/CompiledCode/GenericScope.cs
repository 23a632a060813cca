using System.Collections.Immutable;

namespace Verify.Proofs.CompiledCode;

/// <summary>What the type parameters in a piece of code stand for.</summary>
/// <param name="OfType">Arguments of the declaring type.</param>
/// <param name="OfMethod">Arguments of the method.</param>
internal readonly record struct GenericScope(ImmutableArray<ClosedType> OfType, ImmutableArray<ClosedType> OfMethod)
{
    public static GenericScope None { get; } = new([], []);
}
