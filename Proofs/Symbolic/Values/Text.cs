namespace Verify.Proofs.Symbolic.Values;

/// <summary>A string with known characters.</summary>
internal sealed class Text(string characters) : Value
{
    public string Characters { get; } = characters;

    public override string ToString() => $"the string \"{Characters}\"";
}
