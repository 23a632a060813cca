using Verify.Proofs.Claims;

namespace Verify.Proofs.Results;

/// <summary>The result of one proof.</summary>
/// <param name="Case">The harness.</param>
/// <param name="Verdict">The outcome.</param>
/// <param name="Message">One line: what fails and where, or why the verdict is unknown; empty if proved.</param>
/// <param name="Values">If refuted, the smallest input that violates the claim.</param>
/// <param name="Paths">Paths through the code.</param>
/// <param name="Queries">Queries to Z3.</param>
/// <param name="Unwind">Iterations that a loop may take.</param>
/// <param name="Elapsed">Time taken, including that of a second solver.</param>
public sealed record ProofResult(
    ProofCase Case,
    ProofVerdict Verdict,
    string Message,
    IReadOnlyList<InputValue> Values,
    int Paths,
    int Queries,
    int Unwind,
    TimeSpan Elapsed)
{
    /// <summary>
    /// The parts of the compiled code that the proof has read: code with the same parts gives the same result. Names
    /// are those of <see cref="CompiledCode.CodeName"/>, sorted.
    /// </summary>
    internal IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The answers of the second solver; null if it was not asked.</summary>
    public CrossCheck? CrossCheck { get; init; }

    /// <summary>True if the result is from an earlier run of the same code.</summary>
    public bool IsCached { get; init; }

    /// <summary>The result of the same proof on its mutant; null if that was not run.</summary>
    public ProofResult? OnMutant { get; init; }

    /// <summary>True if the claim is proved, no solver contradicts, and the mutant, if run, refutes it.</summary>
    public bool Holds => Verdict == ProofVerdict.Proved
        && CrossCheck is not { Contradicts: true }
        && OnMutant is null or { Verdict: ProofVerdict.Refuted };

    /// <summary>The verdict and its reason, in one line.</summary>
    public override string ToString() => Verdict switch
    {
        ProofVerdict.Proved => $"{Case.Name}: proved",
        ProofVerdict.Refuted => $"{Case.Name}: refuted with {string.Join(", ", Values)}: {Message}",
        _ => $"{Case.Name}: unknown: {Message}",
    };
}
