using System.Collections.Immutable;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A struct by value, or the content of an object: the fields in order of declaration.</summary>
internal sealed class StructValue(ImmutableArray<Value> fields) : Value
{
    public ImmutableArray<Value> Fields { get; } = fields;

    public StructValue With(int field, Value value) => new(Fields.SetItem(field, value));

    public override string ToString() => "a struct";
}
