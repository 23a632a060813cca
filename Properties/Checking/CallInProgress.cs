namespace Verify.Properties.Checking;

/// <summary>
/// Tells whether a thread is inside the system under test: a counter goes up at each entry and exit, and is odd inside.
/// </summary>
internal sealed class CallInProgress
{
    private long _crossings;
    private WatchedSystem? _system;

    public long Crossings => Volatile.Read(ref _crossings);

    public static bool IsInside(long crossings) => (crossings & 1) != 0;

    /// <summary>Records that the thread enters a system; the end of the scope records that it leaves.</summary>
    public Scope Enter(WatchedSystem system)
    {
        _system = system;
        Volatile.Write(ref _crossings, _crossings + 1);
        return new Scope(this);
    }

    /// <summary>The finding if the thread does not leave the system.</summary>
    public Finding Hang(TimeSpan patience) => Finding.Hang(patience, _system!.Trace);

    public readonly ref struct Scope(CallInProgress call)
    {
        public void Dispose() => Volatile.Write(ref call._crossings, call._crossings + 1);
    }
}
