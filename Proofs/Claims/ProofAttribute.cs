namespace Verify.Proofs.Claims;

/// <summary>
/// Marks a proof harness: a static void method that is proved for all values of its parameters (integers, bools, enums
/// and structs of these). FsCheck runs it on random values, the prover on all values.
/// </summary>
/// <param name="requirement">Id of the requirement that the proof belongs to, such as G3.</param>
/// <param name="text">The claim in one sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProofAttribute(string requirement, string text) : Attribute
{
    /// <summary>Id of the requirement.</summary>
    public string Requirement { get; } = requirement;

    /// <summary>The claim in one sentence.</summary>
    public string Text { get; } = text;

    /// <summary>
    /// Iterations that any loop may take. If a loop takes more, the verdict is unknown: no iteration is cut off.
    /// </summary>
    public int Unwind { get; init; } = 16;

    /// <summary>True if the claim includes that no loop takes more than <see cref="Unwind"/> iterations.</summary>
    public bool Terminates { get; init; }

    /// <summary>
    /// The limits of the claim in words: how many sockets, ports, interfaces, bytes; null for a claim about every
    /// state. Printed after the sentence.
    /// </summary>
    public string? Bound { get; init; }

    /// <summary>
    /// The mutant on which the proof must be refuted, to show that it can fail: a file in corpus/mutants, or in
    /// Proofs/Mutants if no sequence of calls would catch it.
    /// </summary>
    public string? Mutant { get; init; }
}
