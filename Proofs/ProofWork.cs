using System.Diagnostics;
using System.Globalization;
using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Results;
using Verify.Proofs.Solving;
using Verify.Properties.Mutants;

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

    /// <summary>Time after which a proof is left unknown; null to wait for it.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>One proof, from the cache or run.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    /// <param name="started">Given what shows how far the proof is, where it is run.</param>
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
        var watch = new ProofProgress
        {
            Answered = Obligations is null && CrossChecker is null ? null : obligation =>
            {
                Obligations?.Save(proof, obligation);
                check?.Add(obligation);
            },
            Rewritten = CrossChecker is null ? null : rewritten => check!.Add(rewritten),
        };
        started?.Invoke(watch);
        ProofResult result = WithinLimit(proof, watch, limited =>
        {
            var start = Stopwatch.GetTimestamp();
            check = CrossChecker?.Begin(proof, limited);
            ProofResult found = Prover.Run(proof, mutant: null, watch, limited);
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
            return new ProofResult(proof, ProofVerdict.Unknown, unfit.Message, [], 0, 0, proof.Claim.Unwind, TimeSpan.Zero);
        }

        var watch = new ProofProgress();
        return WithinLimit(proof, watch, limited => Prover.Run(proof, image, watch, limited), cancellation);
    }

    private ProofResult WithinLimit(
        ProofCase proof, ProofProgress watch, Func<CancellationToken, ProofResult> run, CancellationToken cancellation)
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
                CultureInfo.InvariantCulture, $"not finished within {Limit!.Value.TotalSeconds:0.###} s: {watch}");
            return new ProofResult(
                proof, ProofVerdict.Unknown, message, [], watch.Paths, watch.Queries, proof.Claim.Unwind,
                Stopwatch.GetElapsedTime(started));
        }
    }
}
