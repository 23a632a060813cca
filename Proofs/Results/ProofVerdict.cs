namespace Verify.Proofs.Results;

/// <summary>The outcome of a proof.</summary>
public enum ProofVerdict
{
    /// <summary>The claim holds for all inputs.</summary>
    Proved,

    /// <summary>Some input violates the claim; a run on that input confirmed it.</summary>
    Refuted,

    /// <summary>Neither: the executor cannot run the code, the claim is vacuous, or the solver gave up.</summary>
    Unknown,
}
