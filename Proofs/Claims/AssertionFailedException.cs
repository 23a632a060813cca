namespace Verify.Proofs.Claims;

/// <summary>Thrown if the inputs violate an assertion of a harness.</summary>
/// <param name="claim">The assertion in words, or its source text, on one line or more.</param>
public sealed class AssertionFailedException(string claim) : Exception($"does not hold: {OneLine.Of(claim)}");
