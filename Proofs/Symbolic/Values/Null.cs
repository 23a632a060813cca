namespace Verify.Proofs.Symbolic.Values;

/// <summary>The null reference.</summary>
internal sealed class Null : Value
{
    public static readonly Null Instance = new();

    private Null()
    {
    }

    public override string ToString() => "null";
}
