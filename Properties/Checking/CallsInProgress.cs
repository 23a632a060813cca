namespace Verify.Properties.Checking;

/// <summary>What each thread that works is doing, for one that looks on.</summary>
internal sealed class CallsInProgress : IDisposable
{
    private readonly ThreadLocal<CallInProgress> _ofThread = new(() => new CallInProgress(), trackAllValues: true);
    private readonly Dictionary<CallInProgress, (long Turn, long Since)> _seen = [];

    /// <summary>The call of this thread.</summary>
    public CallInProgress Own => _ofThread.Value!;

    /// <summary>A finding for a thread that has been in the same call for too long; null where there is none.</summary>
    public Finding? FindHang(TimeSpan patience)
    {
        long now = Environment.TickCount64;
        foreach (CallInProgress call in _ofThread.Values)
        {
            long turn = call.Turn;
            if (!_seen.TryGetValue(call, out (long Turn, long Since) seen) || seen.Turn != turn)
            {
                _seen[call] = (turn, now);
            }
            else if (CallInProgress.IsInside(turn) && now - seen.Since > patience.TotalMilliseconds)
            {
                return call.Hang(patience);
            }
        }

        return null;
    }

    public void Dispose() => _ofThread.Dispose();
}
