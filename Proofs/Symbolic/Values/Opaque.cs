namespace Verify.Proofs.Symbolic.Values;

/// <summary>An object, not null, whose content is unknown: code that reads it is unsupported.</summary>
/// <param name="what">A description for messages.</param>
internal sealed class Opaque(string what) : Value
{
    public override string ToString() => what;
}
