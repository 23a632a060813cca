using System.Diagnostics;
using System.Globalization;
using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Results;
using Verify.Properties.Mutants;

namespace Verify.Proofs;

/// <summary>
/// Proves claims about the real Implementation, with a cache, a second solver and mutants. May be used by several
/// threads.
/// </summary>
public sealed class ProofWork
{
    /// <summary>Keeps proved results, and returns those whose code has not changed; null for no cache.</summary>
    public ProofCache? Cache { get; init; }

    /// <summary>True to run proofs that are in the cache again.</summary>
    public bool Again { get; init; }

    /// <summary>Has a second solver check the answers; null to trust Z3.</summary>
    public CrossChecker? CrossChecker { get; init; }

    /// <summary>Saves every query as a file; null to save none.</summary>
    public ObligationFolder? Obligations { get; init; }

    /// <summary>Runs each proof on its mutant too; null to skip that.</summary>
    public ProofMutants? Mutants { get; init; }

    /// <summary>Time after which a proof ends as unknown; null for no limit.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Gets one result, from the cache or from a run.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    /// <param name="started">Receives the progress of the proof, if it is run.</param>
    public ProofResult Run(ProofCase proof, CancellationToken cancellation, Action<ProofProgress>? started = null)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ProofResult? known = Obligations is null && !Again ? Cache?.TryFind(proof, CrossChecker?.Solver) : null;
        ProofResult result = known ?? Prove(proof, started, cancellation);
        return Mutants is null ? result : result with { OnMutant = TryMutant(proof, cancellation) };
    }

    private ProofResult Prove(ProofCase proof, Action<ProofProgress>? started, CancellationToken cancellation)
    {
        CrossCheckRun? check = null;
        var progress = new ProofProgress
        {
            Answered = Obligations is null && CrossChecker is null ? null : obligation =>
            {
                Obligations?.Save(proof, obligation);
                check?.Add(obligation);
            },
            Rewritten = CrossChecker is null ? null : rewritten => check!.Add(rewritten),
        };
        started?.Invoke(progress);
        ProofResult result = WithinLimit(proof, progress, limited =>
        {
            var start = Stopwatch.GetTimestamp();
            check = CrossChecker?.Begin(proof, limited);
            ProofResult found = Prover.Run(proof, mutant: null, progress, limited);
            return found with { CrossCheck = check?.Finish(), Elapsed = Stopwatch.GetElapsedTime(start) };
        }, cancellation);
        Cache?.Store(result);
        return result;
    }

    private ProofResult TryMutant(ProofCase proof, CancellationToken cancellation)
    {
        ImplementationImage image;
        try
        {
            image = Mutants!.ImageOf(proof);
        }
        catch (MutantException unfit)
        {
            return new ProofResult(
                proof, ProofVerdict.Unknown, unfit.Message, [], 0, 0, proof.Claim.Unwind, TimeSpan.Zero);
        }

        var progress = new ProofProgress();
        return WithinLimit(proof, progress, limited => Prover.Run(proof, image, progress, limited), cancellation);
    }

    private ProofResult WithinLimit(
        ProofCase proof, ProofProgress progress, Func<CancellationToken, ProofResult> run,
        CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var clock = new CancellationTokenSource(Limit ?? Timeout.InfiniteTimeSpan);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, clock.Token);
        try
        {
            return run(stop.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var message = string.Create(
                CultureInfo.InvariantCulture, $"not finished within {Limit!.Value.TotalSeconds:0.###} s: {progress}");
            return new ProofResult(
                proof, ProofVerdict.Unknown, message, [], progress.Paths, progress.Queries, proof.Claim.Unwind,
                Stopwatch.GetElapsedTime(started));
        }
    }
}
