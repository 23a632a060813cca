namespace Verify.Properties.Worlds;

/// <summary>
/// The states found so far, as a breadth-first tree: each has the state and the call that first led to it, so its path
/// is a shortest one. That is five bytes a state and its digest; the state is reached again by replaying its path.
/// </summary>
internal sealed class VisitedStates
{
    /// <summary>The initial state, where every path starts.</summary>
    public const int Root = 0;

    private readonly HashSet<UInt128> _digests = [];
    private readonly List<int> _parents = [Root];
    private readonly List<byte> _calls = [0];

    /// <param name="root">The digest of the initial state.</param>
    public VisitedStates(UInt128 root) => _digests.Add(root);

    /// <summary>Number of states.</summary>
    public int Count => _parents.Count;

    /// <summary>True if a state with that digest was found. Safe on several threads while none adds.</summary>
    public bool Contains(UInt128 digest) => _digests.Contains(digest);

    /// <summary>Adds a state if it is new.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="parent">The state before it.</param>
    /// <param name="call">The index of the call that leads from the parent to it.</param>
    public bool TryAdd(UInt128 digest, int parent, byte call)
    {
        if (!_digests.Add(digest))
        {
            return false;
        }

        _parents.Add(parent);
        _calls.Add(call);
        return true;
    }

    /// <summary>Replaces a list by the indices of the calls that lead from the root to a state.</summary>
    public void PathTo(int node, List<byte> path)
    {
        path.Clear();
        for (; node != Root; node = _parents[node])
        {
            path.Add(_calls[node]);
        }

        path.Reverse();
    }
}
