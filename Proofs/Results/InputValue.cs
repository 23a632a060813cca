namespace Verify.Proofs.Results;

/// <summary>An input of a counterexample.</summary>
/// <param name="Name">Parameter, and field inside it.</param>
/// <param name="Text">The value, as a C# literal of its type would be written.</param>
public readonly record struct InputValue(string Name, string Text)
{
    /// <summary><c>name = value</c>.</summary>
    public override string ToString() => $"{Name} = {Text}";
}
