using Xunit;

namespace Verify.Testing;

/// <summary>Like <see cref="Cvc5FactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Cvc5TheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the program on the PATH.</summary>
    public Cvc5TheoryAttribute() => Skip = new Cvc5FactAttribute().Skip;
}
