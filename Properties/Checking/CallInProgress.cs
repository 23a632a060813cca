namespace Verify.Properties.Checking;

/// <summary>Whether one thread is inside the system under test: its turn is odd there, and goes up at each end.</summary>
internal sealed class CallInProgress
{
    private long _turn;
    private WatchedSystem? _system;

    public long Turn => Volatile.Read(ref _turn);

    public static bool IsInside(long turn) => (turn & 1) != 0;

    /// <summary>The thread goes into a system; it leaves it with the end of the scope.</summary>
    public Scope Enter(WatchedSystem system)
    {
        _system = system;
        Volatile.Write(ref _turn, _turn + 1);
        return new Scope(this);
    }

    /// <summary>The finding for a thread that does not come out again.</summary>
    public Finding Hang(TimeSpan patience) => Finding.Hang(patience, _system!.Trace);

    public readonly ref struct Scope(CallInProgress call)
    {
        public void Dispose() => Volatile.Write(ref call._turn, call._turn + 1);
    }
}
