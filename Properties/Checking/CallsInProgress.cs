namespace Verify.Properties.Checking;

/// <summary>The calls of the working threads, for another thread that watches them.</summary>
internal sealed class CallsInProgress : IDisposable
{
    private readonly ThreadLocal<CallInProgress> _ofThread = new(() => new CallInProgress(), trackAllValues: true);
    private readonly Dictionary<CallInProgress, (long Crossings, long Since)> _seen = [];

    /// <summary>The call of the current thread.</summary>
    public CallInProgress Own => _ofThread.Value!;

    /// <summary>
    /// The finding for a thread that has been in the same call for too long; null if there is no such thread.
    /// </summary>
    public Finding? FindHang(TimeSpan patience)
    {
        long now = Environment.TickCount64;
        foreach (CallInProgress call in _ofThread.Values)
        {
            long crossings = call.Crossings;
            if (!_seen.TryGetValue(call, out (long Crossings, long Since) seen) || seen.Crossings != crossings)
            {
                _seen[call] = (crossings, now);
            }
            else if (CallInProgress.IsInside(crossings) && now - seen.Since > patience.TotalMilliseconds)
            {
                return call.Hang(patience);
            }
        }

        return null;
    }

    public void Dispose() => _ofThread.Dispose();
}
