namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// What a place holds after two ways through merged code that left things in it that make no one value. It is no
/// loss where nobody reads it any more.
/// </summary>
internal sealed class Conflict : Value
{
    public static readonly Conflict Instance = new();

    private Conflict()
    {
    }

    public override string ToString() => "one of two things that are too different";
}
