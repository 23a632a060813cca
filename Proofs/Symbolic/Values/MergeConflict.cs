namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// What a place holds after two ways through merged code that left things in it that make no one value. It is no
/// loss where nobody reads it any more.
/// </summary>
internal sealed class MergeConflict : Value
{
    public static readonly MergeConflict Instance = new();

    private MergeConflict()
    {
    }

    public override string ToString() => "one of two things that are too different";
}
