using System.Diagnostics;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Runner.Output;

namespace Verify.Runner.Proving;

/// <summary>What the proofs that run at the moment are doing. Several threads report; another one asks.</summary>
/// <param name="count">How many are to be done.</param>
internal sealed class RunningProofs(int count)
{
    private readonly Lock _lock = new();
    private readonly List<(ProofCase Proof, ProofProgress Watch, long Started)> _running = [];
    private int _done;

    /// <summary>A proof is run.</summary>
    public void Begin(ProofCase proof, ProofProgress watch)
    {
        lock (_lock)
        {
            _running.Add((proof, watch, Stopwatch.GetTimestamp()));
        }
    }

    /// <summary>A proof is done, run or not.</summary>
    public void End(ProofCase proof)
    {
        lock (_lock)
        {
            _running.RemoveAll(running => running.Proof == proof);
            _done++;
        }
    }

    /// <summary>How many are done; then each that runs, with its paths, queries and time, longest first.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join("; ", _running
                .Select(running => $"{running.Proof.Name}: {running.Watch},"
                    + $" {Duration.Print(Stopwatch.GetElapsedTime(running.Started))}")
                .Prepend($"{_done} of {count}"));
        }
    }
}
