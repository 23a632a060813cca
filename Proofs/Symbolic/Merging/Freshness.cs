using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Merging;

/// <summary>Whether a value can leave merged code.</summary>
internal static class Freshness
{
    /// <summary>Whether it leads to memory that a run has made, which nobody else could write to, or is none.</summary>
    public static bool Binds(Value value, Interpreter run) => value switch
    {
        HeapObject known => known.Content.Owner == run,
        ArrayObject array => array.Elements.IsEmpty || array.Elements.Any(element => element.Owner == run),
        Choice choice => Binds(choice.WhenTrue, run) || Binds(choice.WhenFalse, run),
        StructValue whole => whole.Fields.Any(field => Binds(field, run)),
        DelegateValue { Target: { } target } => Binds(target, run),
        Reference or Conflict => true,
        _ => false,
    };
}
