namespace Verify.Properties.Worlds;

/// <summary>
/// The states found so far, as a tree: each knows the state and the call that first led to it, so its path is a shortest
/// one. Five octets a state beside its digest; a state itself is found again by running its path.
/// </summary>
internal sealed class StateGraph
{
    /// <summary>The state that every path starts from.</summary>
    public const int Root = 0;

    private readonly HashSet<UInt128> _digests = [];
    private readonly List<int> _parents = [Root];
    private readonly List<byte> _calls = [0];

    /// <param name="root">The digest of the state that every path starts from.</param>
    public StateGraph(UInt128 root) => _digests.Add(root);

    /// <summary>States found.</summary>
    public int Count => _parents.Count;

    /// <summary>True for a digest of a state found before. Threads may ask while none adds.</summary>
    public bool Contains(UInt128 digest) => _digests.Contains(digest);

    /// <summary>Adds a state if it is new.</summary>
    /// <param name="digest">Its digest.</param>
    /// <param name="parent">The state before it.</param>
    /// <param name="call">The index of the call that leads from there to it.</param>
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

    /// <summary>Puts the indices of the calls that lead from the root to a state into a list, replacing what was there.</summary>
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
