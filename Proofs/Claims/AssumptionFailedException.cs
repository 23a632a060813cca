namespace Verify.Proofs.Claims;

/// <summary>Thrown if the inputs do not satisfy an assumption of a harness: the run proves nothing.</summary>
public sealed class AssumptionFailedException() : Exception("the inputs do not satisfy an assumption");
