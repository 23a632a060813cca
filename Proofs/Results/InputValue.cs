namespace Verify.Proofs.Results;

/// <summary>An input of a counterexample.</summary>
/// <param name="Name">The parameter, and the field inside it.</param>
/// <param name="Text">The value, written as a C# literal of its type.</param>
public readonly record struct InputValue(string Name, string Text)
{
    /// <summary><c>name = value</c>.</summary>
    public override string ToString() => $"{Name} = {Text}";
}
