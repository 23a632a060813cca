using Mono.Cecil;

namespace Verify.Proofs.Symbolic.Types;

/// <summary>A field of a closed type.</summary>
internal sealed record ClosedField(FieldDefinition Definition, ClosedType Owner, ClosedType Type)
{
    public override string ToString() => $"{Owner}.{Definition.Name}";
}
