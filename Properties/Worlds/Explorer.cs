using System.Collections.Immutable;
using Verify.Properties.Checking;

namespace Verify.Properties.Worlds;

/// <summary>
/// Tries every sequence of a small world's calls, breadth first, and merges states that behave identically. The
/// frontier is divided into chunks of fixed size; chunks run on any thread, and their results are merged in order, so
/// neither the report nor the finding depends on the number of threads.
/// </summary>
public sealed class Explorer
{
    private const int ChunkSize = 128;

    private readonly PathReplayer _replayer;
    private readonly ExplorationOptions _options;
    private readonly IProgress<ExplorationProgress>? _progress;
    private readonly RuleCounts _rules = new();
    private long _tried;
    private long _transitions;
    private long _endedAsleep;
    private Finding? _finding;
    private ImmutableArray<string> _leftOut = [];

    private Explorer(PathReplayer replayer, ExplorationOptions options, IProgress<ExplorationProgress>? progress)
    {
        _replayer = replayer;
        _options = options;
        _progress = progress;
    }

    /// <summary>Explores one world to a depth, or until a sequence shows a fault.</summary>
    public static ExplorationReport Explore(
        SmallWorld world,
        SystemFactory boot,
        ExplorationOptions options,
        IProgress<ExplorationProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var booted = new BootedSystem(world.Start.World, boot);
        ImmutableArray<string> leftOut = booted.LeftOutByExplorer;
        IEnumerable<Call> calls = world.Start.Steps.Select(step => step.Call).Concat(world.Alphabet);
        if (leftOut.IsEmpty && !booted.Calls.HasAll(calls))
        {
            leftOut = ["some small worlds, the system does not have their calls"];
        }

        return leftOut.IsEmpty
            ? new Explorer(new PathReplayer(world, boot), options, progress).Run(cancellation)
            : new ExplorationReport(
                world, Depth: 0, States: 0, Transitions: 0, ExplorationEnd.LeftOut, new RuleCounts(), Finding: null,
                leftOut, EndedAsleep: 0);
    }

    private ExplorationReport Run(CancellationToken cancellation)
    {
        using Lockstep start = _replayer.Start(_rules, out _finding);
        _leftOut = start.LeftOut;
        var visited = new VisitedStates(StartDigest(start));
        if (_finding is not null)
        {
            return Report(visited, depth: 0, ExplorationEnd.FaultFound);
        }

        int limit = _options.Depth ?? _replayer.World.Depth;
        List<FrontierState> frontier = [new FrontierState(VisitedStates.Root, start.State)];
        for (int depth = 0; ; depth++)
        {
            FrontierChunk[] chunks = Expand(frontier, visited, depth, limit, cancellation);
            if (!TryMerge(chunks, visited, out frontier))
            {
                return Report(visited, depth, _finding is null ? ExplorationEnd.Cancelled : ExplorationEnd.FaultFound);
            }

            if (depth == limit || frontier.Count == 0)
            {
                return Report(visited, depth, depth == limit ? ExplorationEnd.DepthReached : ExplorationEnd.Exhausted);
            }
        }
    }

    private UInt128 StartDigest(Lockstep start)
    {
        using BootedSystem system = _replayer.SystemAfter([]);
        return _replayer.Digest(start.State, system);
    }

    /// <summary>Expands the frontier; chunks after one with a finding may be left out.</summary>
    private FrontierChunk[] Expand(
        List<FrontierState> frontier, VisitedStates visited, int depth, int limit, CancellationToken cancellation)
    {
        FrontierChunk[] chunks =
            [.. frontier.Chunk(ChunkSize).Select(states => new FrontierChunk(_replayer, visited, states))];
        int firstFinding = chunks.Length;
        Parallel.For(0, chunks.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, index =>
        {
            if (index > Volatile.Read(ref firstFinding))
            {
                return;
            }

            FrontierChunk chunk = chunks[index];
            if (chunk.Expand(isLast: depth == limit, cancellation) is not null)
            {
                lock (chunks)
                {
                    firstFinding = Math.Min(firstFinding, index);
                }
            }

            long tried = Interlocked.Add(ref _tried, chunk.Transitions);
            _progress?.Report(new ExplorationProgress(_replayer.World, depth + 1, visited.Count, tried));
        });
        return chunks;
    }

    /// <summary>Merges chunks in order, up to one that has a finding or was cancelled; false if there is one.</summary>
    private bool TryMerge(FrontierChunk[] chunks, VisitedStates visited, out List<FrontierState> next)
    {
        next = [];
        foreach (FrontierChunk chunk in chunks)
        {
            _transitions += chunk.Transitions;
            _endedAsleep += chunk.EndedAsleep;
            _rules.Add(chunk.Rules);
            foreach (Successor successor in chunk.Successors)
            {
                if (visited.TryAdd(successor.Digest, successor.Parent, successor.Call))
                {
                    next.Add(new FrontierState(visited.Count - 1, successor.State));
                }
            }

            if (!chunk.IsComplete)
            {
                _finding = chunk.Finding;
                return false;
            }
        }

        return true;
    }

    private ExplorationReport Report(VisitedStates visited, int depth, ExplorationEnd end) =>
        new(_replayer.World, depth, visited.Count, _transitions, end, _rules, _finding, _leftOut,
            _endedAsleep);
}
