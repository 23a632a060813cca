using System.Diagnostics;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Runner.Output;

namespace Verify.Runner.Proving;

/// <summary>
/// The progress of the proofs that run at the moment. Several threads report it; another one reads it.
/// </summary>
/// <param name="count">How many proofs the run has.</param>
internal sealed class RunningProofs(int count)
{
    private readonly Lock _lock = new();
    private readonly List<(ProofCase Proof, ProofProgress Watch, long Started)> _running = [];
    private readonly RemainingTime _remaining = new(TimeProvider.System);
    private int _done;
    private int _cached;

    /// <summary>A proof starts.</summary>
    public void Begin(ProofCase proof, ProofProgress watch)
    {
        lock (_lock)
        {
            _running.Add((proof, watch, Stopwatch.GetTimestamp()));
        }
    }

    /// <summary>A proof is done, by a run or from the cache.</summary>
    public void End(ProofCase proof, bool isCached)
    {
        lock (_lock)
        {
            _running.RemoveAll(running => running.Proof == proof);
            _done++;
            _cached += isCached ? 1 : 0;
        }
    }

    /// <summary>
    /// How many are done, and about how long the others take; then each that runs, with its paths, queries and time,
    /// the longest first.
    /// </summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join("; ", _running
                .Select(running => $"{running.Proof.Name}: {running.Watch},"
                    + $" {Duration.Print(Stopwatch.GetElapsedTime(running.Started))}")
                .Prepend($"{_done} of {count}{_remaining.After((double)(_done - _cached) / (count - _cached))}"));
        }
    }
}
