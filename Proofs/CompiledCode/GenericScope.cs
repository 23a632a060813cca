using System.Collections.Immutable;

namespace Verify.Proofs.CompiledCode;

/// <summary>The type arguments in a piece of code.</summary>
/// <param name="OfType">Arguments of the declaring type.</param>
/// <param name="OfMethod">Arguments of the method.</param>
internal readonly record struct GenericScope(ImmutableArray<ClosedType> OfType, ImmutableArray<ClosedType> OfMethod)
{
    public static GenericScope None { get; } = new([], []);
}
