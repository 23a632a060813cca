using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>Whether a value leads to memory that a run has made, and that nobody else could write to.</summary>
internal static class Freshness
{
    public static bool IsNew(Value value, Interpreter run) => value switch
    {
        HeapObject known => known.Content.Owner == run,
        ArrayObject array => array.Elements.Any(element => element.Owner == run),
        Choice choice => IsNew(choice.WhenTrue, run) || IsNew(choice.WhenFalse, run),
        StructValue whole => whole.Fields.Any(field => IsNew(field, run)),
        Reference => true,
        _ => false,
    };
}
