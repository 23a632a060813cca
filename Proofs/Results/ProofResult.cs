using Verify.Proofs.Claims;

namespace Verify.Proofs.Results;

/// <summary>The result of one proof.</summary>
/// <param name="Case">The harness.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Message">One line: what fails and where, or why it is unknown; empty when proved.</param>
/// <param name="Values">When refuted, the smallest input that breaks the claim.</param>
/// <param name="Paths">Paths through the code that were run.</param>
/// <param name="Queries">Questions put to Z3.</param>
/// <param name="Unwind">Rounds of a loop that were allowed.</param>
/// <param name="Elapsed">Time taken, by a second solver too.</param>
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
    /// What was read of the compiled code: where all of that is the same in other code, so is the result. Names as
    /// <see cref="CompiledCode.CodeName"/> makes them, in order.
    /// </summary>
    internal IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>What the second solver says; null where it was not asked.</summary>
    public CrossCheck? CrossCheck { get; init; }

    /// <summary>Whether it is an earlier run's, of the same code.</summary>
    public bool IsCached { get; init; }

    /// <summary>What the same proof came to on its mutant; null where that was not tried.</summary>
    public ProofResult? OnMutant { get; init; }

    /// <summary>Whether the claim is proved, no solver says otherwise, and it failed where it has to.</summary>
    public bool Holds => Verdict == ProofVerdict.Proved
        && CrossCheck is not { Contradicts: true }
        && OnMutant is null or { Verdict: ProofVerdict.Refuted };

    /// <summary>Verdict, and in one line why.</summary>
    public override string ToString() => Verdict switch
    {
        ProofVerdict.Proved => $"{Case.Name}: proved",
        ProofVerdict.Refuted => $"{Case.Name}: refuted with {string.Join(", ", Values)}: {Message}",
        _ => $"{Case.Name}: unknown: {Message}",
    };
}
