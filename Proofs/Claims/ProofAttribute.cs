namespace Verify.Proofs.Claims;

/// <summary>
/// A proof harness: a static method without result, for all values of its parameters (integers, truth values, enums and
/// structs of those). FsCheck runs it on random values, the prover on all of them.
/// </summary>
/// <param name="requirement">Id of the requirement that it proves part of, such as G3.</param>
/// <param name="text">What holds, in a sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProofAttribute(string requirement, string text) : Attribute
{
    /// <summary>Id of the requirement.</summary>
    public string Requirement { get; } = requirement;

    /// <summary>What holds.</summary>
    public string Text { get; } = text;

    /// <summary>Rounds that any loop may take. More of them leave the proof unknown: they are not cut off.</summary>
    public int Unwind { get; init; } = 16;

    /// <summary>Whether it is part of the claim that no loop takes more rounds than <see cref="Unwind"/>.</summary>
    public bool Terminates { get; init; }

    /// <summary>
    /// In words, what the claim is limited to: how many sockets, ports, interfaces, bytes; null for a claim that holds
    /// of every state. It is printed behind the sentence.
    /// </summary>
    public string? Bound { get; init; }

    /// <summary>
    /// The mutant on which it must be refuted, which shows that it can fail: a file in corpus/mutants, or in
    /// Proofs/Mutants where no call sequence would notice.
    /// </summary>
    public string? Mutant { get; init; }
}
