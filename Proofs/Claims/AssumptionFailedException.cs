namespace Verify.Proofs.Claims;

/// <summary>The values do not satisfy a harness's assumption: the run says nothing.</summary>
public sealed class AssumptionFailedException() : Exception("the values do not satisfy an assumption");
