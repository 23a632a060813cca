using Verify.Model.States;
using Verify.Properties.Checking;

namespace Verify.Properties.Worlds;

/// <summary>A state of the frontier: the states first reached at the depth being expanded.</summary>
internal readonly record struct FrontierState(int Node, State State);

/// <summary>A state that a call leads to, not found at a lesser depth.</summary>
internal readonly record struct Successor(UInt128 Digest, int Parent, byte Call, State State);

/// <summary>Part of the frontier, expanded by one thread: every call of the alphabet is tried in each state.</summary>
internal sealed class FrontierChunk
{
    private readonly PathReplayer _replayer;
    private readonly VisitedStates _visited;
    private readonly FrontierState[] _states;
    private readonly HashSet<UInt128> _seen = [];
    private readonly List<byte> _path = [];

    public FrontierChunk(PathReplayer replayer, VisitedStates visited, FrontierState[] states)
    {
        _replayer = replayer;
        _visited = visited;
        _states = states;
    }

    /// <summary>New states, in the order of the states and calls that lead to them.</summary>
    public List<Successor> Successors { get; } = [];

    /// <summary>Rules used.</summary>
    public RuleCounts Rules { get; } = new();

    /// <summary>Calls tried.</summary>
    public long Transitions { get; private set; }

    /// <summary>States without a leak check, because process 1 sleeps in them.</summary>
    public long EndedAsleep { get; private set; }

    /// <summary>The first fault in this chunk.</summary>
    public Finding? Finding { get; private set; }

    /// <summary>True if the whole chunk was expanded without a finding.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Expands the states in order until one shows a fault.</summary>
    /// <param name="isLast">True at the greatest depth: states are checked, and no call is tried.</param>
    /// <param name="cancellation">Checked before each state.</param>
    public Finding? Expand(bool isLast, CancellationToken cancellation)
    {
        using Lockstep lockstep = _replayer.Boot(Rules);
        foreach (FrontierState state in _states)
        {
            if (cancellation.IsCancellationRequested)
            {
                return null;
            }

            _visited.PathTo(state.Node, _path);
            Finding = EndFrom(state, lockstep) ?? (isLast ? null : CallsFrom(state, lockstep));
            if (Finding is not null)
            {
                return Finding;
            }
        }

        IsComplete = true;
        return null;
    }

    /// <summary>Lets all processes exit: nothing may leak (G7).</summary>
    private Finding? EndFrom(FrontierState state, Lockstep lockstep)
    {
        using BootedSystem system = _replayer.SystemAfter(_path);
        lockstep.Resume(state.State, system);
        Finding? finding = lockstep.Finish();
        EndedAsleep += lockstep.EndedAsleep ? 1 : 0;
        return finding is null ? null : _replayer.FindingAfter(_path);
    }

    private Finding? CallsFrom(FrontierState state, Lockstep lockstep)
    {
        for (int call = 0; call < _replayer.World.Alphabet.Length;)
        {
            using BootedSystem system = _replayer.SystemAfter(_path);
            if (CallsFrom(state, lockstep, system, ref call) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>Tries calls from an index on, up to one that changes the system.</summary>
    private Finding? CallsFrom(FrontierState state, Lockstep lockstep, BootedSystem system, ref int call)
    {
        UInt128 before = _replayer.Digest(state.State, system);
        UInt128 digest = before;
        for (; call < _replayer.World.Alphabet.Length && digest == before; call++)
        {
            Transitions++;
            lockstep.Resume(state.State, system);
            if (lockstep.Step(_replayer.World.Alphabet[call]) is not null)
            {
                return _replayer.FindingAfter([.. _path, (byte)call]);
            }

            digest = _replayer.Digest(lockstep.State, system);
            if (digest != before && !_visited.Contains(digest) && _seen.Add(digest))
            {
                Successors.Add(new Successor(digest, state.Node, (byte)call, lockstep.State));
            }
        }

        return null;
    }
}
