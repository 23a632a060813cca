namespace Verify.Proofs.Claims;

/// <summary>The values break a harness's assertion.</summary>
/// <param name="claim">What was asserted: words, or source text of one line or more.</param>
public sealed class AssertionFailedException(string claim) : Exception($"not so: {OneLine.Of(claim)}");
