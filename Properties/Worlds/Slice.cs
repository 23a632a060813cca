using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Properties.Worlds;

/// <summary>A state of the level being expanded.</summary>
internal readonly record struct Found(int Node, State State);

/// <summary>A state that a call leads to, and that no earlier level has.</summary>
internal readonly record struct Successor(UInt128 Digest, int Parent, byte Call, State State);

/// <summary>Part of a level, expanded by one thread: every call of the alphabet is tried in each of its states.</summary>
internal sealed class Slice
{
    private readonly Subject _subject;
    private readonly StateGraph _graph;
    private readonly Found[] _states;
    private readonly HashSet<UInt128> _seen = [];
    private readonly List<byte> _path = [];

    public Slice(Subject subject, StateGraph graph, Found[] states)
    {
        _subject = subject;
        _graph = graph;
        _states = states;
    }

    /// <summary>States found, in the order of the states and calls that lead to them.</summary>
    public List<Successor> Successors { get; } = [];

    /// <summary>Rules used.</summary>
    public RuleCounts Rules { get; } = new();

    /// <summary>Calls tried.</summary>
    public long Transitions { get; private set; }

    /// <summary>The first fault in this slice.</summary>
    public Finding? Finding { get; private set; }

    /// <summary>True where all of the slice was expanded without a finding.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Expands the states in order until one shows a fault.</summary>
    /// <param name="isLast">True at the depth asked for: states are checked, and no call is tried.</param>
    /// <param name="cancellation">Checked before each state.</param>
    public Finding? Expand(bool isLast, CancellationToken cancellation)
    {
        Lockstep lockstep = _subject.Boot(Rules);
        foreach (Found found in _states)
        {
            if (cancellation.IsCancellationRequested)
            {
                return null;
            }

            _graph.PathTo(found.Node, _path);
            Finding = EndFrom(found, lockstep) ?? (isLast ? null : CallsFrom(found, lockstep));
            if (Finding is not null)
            {
                return Finding;
            }
        }

        IsComplete = true;
        return null;
    }

    /// <summary>All processes exit; nothing may leak (G7).</summary>
    private Finding? EndFrom(Found found, Lockstep lockstep)
    {
        lockstep.Resume(found.State, _subject.Run(_path));
        return lockstep.Finish() is null ? null : _subject.Reproduce(_path);
    }

    private Finding? CallsFrom(Found found, Lockstep lockstep)
    {
        ISystem? system = null;
        UInt128 before = default;
        for (int call = 0; call < _subject.World.Alphabet.Length; call++)
        {
            if (system is null)
            {
                system = _subject.Run(_path);
                before = Subject.Digest(found.State, system);
            }

            Transitions++;
            lockstep.Resume(found.State, system);
            if (lockstep.Step(_subject.World.Alphabet[call]) is not null)
            {
                return _subject.Reproduce([.. _path, (byte)call]);
            }

            UInt128 digest = Subject.Digest(lockstep.State, system);
            if (digest != before)
            {
                system = null;
                if (!_graph.Contains(digest) && _seen.Add(digest))
                {
                    Successors.Add(new Successor(digest, found.Node, (byte)call, lockstep.State));
                }
            }
        }

        return null;
    }
}
