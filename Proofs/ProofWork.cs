using Verify.Proofs.Caching;
using Verify.Proofs.CrossChecking;

namespace Verify.Proofs;

/// <summary>Proofs of the real Implementation, with less work and more evidence. May be used by several threads.</summary>
public sealed class ProofWork
{
    /// <summary>Answers for proofs whose code is what it was; null to run them all.</summary>
    public ProofCache? Cache { get; init; }

    /// <summary>Asks a second solver too; null to trust Z3.</summary>
    public CrossChecker? CrossChecker { get; init; }

    /// <summary>Takes every question as a file; null where none is wanted.</summary>
    public ObligationFolder? Obligations { get; init; }

    /// <summary>One proof, from the cache or run.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    public ProofResult Run(ProofCase proof, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (Obligations is null && Cache?.TryFind(proof, CrossChecker?.Solver) is { } known)
        {
            return known;
        }

        CrossCheckRun? check = CrossChecker?.Begin(proof, cancellation);
        ProofResult result = Prover.Run(
            proof,
            mutant: null,
            obligation =>
            {
                Obligations?.Save(proof, obligation);
                check?.Add(obligation);
            },
            cancellation);
        result = result with { CrossCheck = check?.Finish() };
        Cache?.Store(result);
        return result;
    }
}
