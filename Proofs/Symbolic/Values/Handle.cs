using Mono.Cecil;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>What ldtoken gives: a type or field as a value, for the class library to use.</summary>
internal sealed class Handle(IMetadataTokenProvider named) : Value
{
    public IMetadataTokenProvider Named { get; } = named;

    public override string ToString() => $"a handle of {Named}";
}
