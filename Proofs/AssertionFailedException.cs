namespace Verify.Proofs;

/// <summary>The values break a harness's assertion.</summary>
public sealed class AssertionFailedException(string claim) : Exception($"not so: {claim}");
