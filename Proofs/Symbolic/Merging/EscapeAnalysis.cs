using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>Determines which values must not leave merged code.</summary>
internal static class EscapeAnalysis
{
    /// <summary>
    /// True if the value refers to memory that the run has allocated, which no other run may write to, or is not one
    /// value.
    /// </summary>
    public static bool Escapes(Value value, RunMemory memory) => value switch
    {
        HeapObject known => known.Content.Owner == memory,
        ArrayObject array => array.Elements.IsEmpty || array.Elements.Any(element => element.Owner == memory),
        Choice choice => Escapes(choice.WhenTrue, memory) || Escapes(choice.WhenFalse, memory),
        StructValue whole => whole.Fields.Any(field => Escapes(field, memory)),
        DelegateValue { Target: { } target } => Escapes(target, memory),
        Reference or MergeConflict => true,
        _ => false,
    };
}
