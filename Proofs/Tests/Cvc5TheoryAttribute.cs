using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>Like <see cref="Cvc5FactAttribute"/>, with data.</summary>
public sealed class Cvc5TheoryAttribute : TheoryAttribute
{
    public Cvc5TheoryAttribute() => Skip = new Cvc5FactAttribute().Skip;
}
