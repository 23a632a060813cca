using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>Whether a value can leave merged code.</summary>
internal static class EscapeAnalysis
{
    /// <summary>Whether it leads to memory that a run has made, which nobody else could write to, or is none.</summary>
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
