namespace Verify.Proofs.Symbolic.Values;

/// <summary>An object, so not null, that is passed on but never looked into: whoever does is refused.</summary>
/// <param name="what">What it is, for whoever is refused.</param>
internal sealed class Opaque(string what) : Value
{
    public override string ToString() => what;
}
