using System.Diagnostics;
using Verify.Proofs.Caching;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Solving;

namespace Verify.Proofs;

/// <summary>Proofs of the real Implementation, with less work and more evidence. For several threads.</summary>
public sealed class ProofWork
{
    /// <summary>Keeps what is proved, and answers for proofs whose code is what it was; null for neither.</summary>
    public ProofCache? Cache { get; init; }

    /// <summary>Proves again what the cache has.</summary>
    public bool Again { get; init; }

    /// <summary>Asks a second solver too; null to trust Z3.</summary>
    public CrossChecker? CrossChecker { get; init; }

    /// <summary>Takes every question as a file; null where none is wanted.</summary>
    public ObligationFolder? Obligations { get; init; }

    /// <summary>Tries each proof on its mutant too; null to leave that out.</summary>
    public ProofMutants? Mutants { get; init; }

    /// <summary>One proof, from the cache or run.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    /// <param name="asked">Told how many questions there were so far, where they are checked or saved.</param>
    public ProofResult Run(ProofCase proof, CancellationToken cancellation, Action<int>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ProofResult? known = Obligations is null && !Again ? Cache?.TryFind(proof, CrossChecker?.Solver) : null;
        ProofResult result = known ?? Prove(proof, asked, cancellation);
        return Mutants is null ? result : result with { OnMutant = Mutants.Try(proof, cancellation) };
    }

    private ProofResult Prove(ProofCase proof, Action<int>? asked, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        CrossCheckRun? check = CrossChecker?.Begin(proof, cancellation);
        Action<Obligation>? answered = Obligations is null && check is null ? null : obligation =>
        {
            Obligations?.Save(proof, obligation);
            check?.Add(obligation);
            asked?.Invoke(obligation.Number);
        };
        ProofResult result = Prover.Run(proof, mutant: null, answered, cancellation);
        result = result with { CrossCheck = check?.Finish(), Elapsed = Stopwatch.GetElapsedTime(started) };
        Cache?.Store(result);
        return result;
    }
}
