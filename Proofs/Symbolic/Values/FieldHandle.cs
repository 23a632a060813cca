using Mono.Cecil;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A field as a value, by which the compiler names the initial data of an array.</summary>
internal sealed class FieldHandle(FieldDefinition field) : Value
{
    public FieldDefinition Field { get; } = field;

    public override string ToString() => $"the handle of {Field.FullName}";
}
