using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>A field of a closed type.</summary>
internal sealed record ClosedField(FieldDefinition Definition, ClosedType Owner, ClosedType Type)
{
    public override string ToString() => $"{Owner}.{Definition.Name}";
}
