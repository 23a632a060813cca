using Verify.Properties.Checking;

namespace Verify.Properties.Campaigns;

/// <summary>
/// Notices a call that does not end. A thread cannot be stopped from outside, so the campaign ends with what it has and
/// the thread is left behind; the process that hosts it should end soon after.
/// </summary>
internal sealed class BatchWatchdog(TimeSpan patience)
{
    private readonly Dictionary<Batch, (int Calls, Lockstep Run, TimeSpan Since)> _seen = [];

    /// <summary>A finding for a batch that has been in the same call for too long; null where there is none.</summary>
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
                return new CampaignFinding(batch.Number * Batch.Size + batch.Runs, batch.Counts.Calls, run.Hang(patience));
            }
        }

        foreach (Batch gone in _seen.Keys.Where(known => !batches.Contains(known)).ToArray())
        {
            _seen.Remove(gone);
        }

        return null;
    }
}
