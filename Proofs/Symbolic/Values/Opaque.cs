namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// An object that is passed on but never looked into: a string, a boxed value, an exception about to be thrown, null.
/// </summary>
/// <param name="typeName">Full name of its type; "null" for the null reference.</param>
/// <param name="text">A string's characters.</param>
internal sealed class Opaque(string typeName, string? text = null) : Value
{
    public const string Null = "null";

    public string TypeName { get; } = typeName;

    public string? Text { get; } = text;
}
