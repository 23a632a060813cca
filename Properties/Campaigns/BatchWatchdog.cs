using Verify.Properties.Checking;

namespace Verify.Properties.Campaigns;

/// <summary>
/// Detects a call that does not return. A thread cannot be stopped from outside, so the campaign then ends with its
/// results so far and abandons the thread; its process should exit soon.
/// </summary>
internal sealed class BatchWatchdog(TimeSpan patience)
{
    private readonly Dictionary<Batch, (int Calls, Lockstep Run, TimeSpan Since)> _seen = [];

    /// <summary>
    /// The finding for a batch that has been in the same call for too long; null if there is no such batch.
    /// </summary>
    public CampaignFinding? FindHang(IReadOnlyList<Batch?> batches, TimeSpan now)
    {
        foreach (Batch? batch in batches)
        {
            if (batch?.Running is not { } run)
            {
                continue;
            }

            int calls = run.CallsStarted;
            if (!_seen.TryGetValue(batch, out var seen) || seen.Calls != calls || seen.Run != run)
            {
                _seen[batch] = (calls, run, now);
            }
            else if (now - seen.Since > patience)
            {
                return new CampaignFinding(
                    batch.Number * Batch.Size + batch.Runs, batch.Counts.Calls, run.Hang(patience));
            }
        }

        foreach (Batch gone in _seen.Keys.Where(known => !batches.Contains(known)).ToArray())
        {
            _seen.Remove(gone);
        }

        return null;
    }
}
