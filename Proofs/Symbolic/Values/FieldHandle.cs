using Mono.Cecil;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A field as a value: how the compiler names the data that an array starts with.</summary>
internal sealed class FieldHandle(FieldDefinition field) : Value
{
    public FieldDefinition Field { get; } = field;

    public override string ToString() => $"the handle of {Field.FullName}";
}
