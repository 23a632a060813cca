namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// The content of a location in which the two arms of a merged branch left values that cannot be merged. It does no
/// harm if the location is not read again.
/// </summary>
internal sealed class MergeConflict : Value
{
    public static readonly MergeConflict Instance = new();

    private MergeConflict()
    {
    }

    public override string ToString() => "one of two values that cannot be merged";
}
