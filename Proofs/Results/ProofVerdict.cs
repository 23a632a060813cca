namespace Verify.Proofs.Results;

/// <summary>What a proof came to.</summary>
public enum ProofVerdict
{
    /// <summary>The claim holds for all inputs.</summary>
    Proved,

    /// <summary>Some input breaks it; a run on that input confirmed so.</summary>
    Refuted,

    /// <summary>Neither: the code is beyond the executor, the claim is empty, or the solver gave up.</summary>
    Unknown,
}
