using Verify.Abi;
using Verify.Properties.Checking;

namespace Verify.Properties.Worlds;

/// <summary>
/// Tries every sequence of a small world's calls, shortest first, and merges states that behave alike. A level's states
/// are cut into slices of fixed size; slices run on any thread, and their results are merged in order, so that neither
/// the report nor the finding depends on how many threads there are.
/// </summary>
public sealed class Explorer
{
    private const int SliceSize = 128;

    private readonly Subject _subject;
    private readonly ExplorationOptions _options;
    private readonly IProgress<ExplorationProgress>? _progress;
    private readonly RuleCounts _rules = new();
    private long _tried;
    private long _transitions;
    private Finding? _finding;

    private Explorer(Subject subject, ExplorationOptions options, IProgress<ExplorationProgress>? progress)
    {
        _subject = subject;
        _options = options;
        _progress = progress;
    }

    /// <summary>Explores one world to a depth, or until a sequence shows a fault.</summary>
    public static ExplorationReport Explore(
        SmallWorld world,
        SystemFactory boot,
        ExplorationOptions options,
        IProgress<ExplorationProgress>? progress = null,
        CancellationToken cancellation = default) =>
        new Explorer(new Subject(world, boot), options, progress).Run(cancellation);

    private ExplorationReport Run(CancellationToken cancellation)
    {
        Lockstep start = _subject.Start(_rules, out _finding);
        var graph = new StateGraph(Subject.Digest(start.State, _subject.Run([])));
        if (_finding is not null)
        {
            return Report(graph, depth: 0, Extent.Found);
        }

        int limit = _options.Depth ?? _subject.World.Depth;
        List<Found> level = [new Found(StateGraph.Root, start.State)];
        for (int depth = 0; ; depth++)
        {
            Slice[] slices = Expand(level, graph, depth, limit, cancellation);
            if (!TryMerge(slices, graph, out level))
            {
                return Report(graph, depth, _finding is null ? Extent.Cancelled : Extent.Found);
            }

            if (depth == limit || level.Count == 0)
            {
                return Report(graph, depth, depth == limit ? Extent.ToDepth : Extent.Closed);
            }
        }
    }

    /// <summary>Expands a level's states; slices behind one with a finding may be left out.</summary>
    private Slice[] Expand(List<Found> level, StateGraph graph, int depth, int limit, CancellationToken cancellation)
    {
        Slice[] slices = [.. level.Chunk(SliceSize).Select(states => new Slice(_subject, graph, states))];
        int firstFinding = slices.Length;
        Parallel.For(0, slices.Length, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, index =>
        {
            if (index > Volatile.Read(ref firstFinding))
            {
                return;
            }

            Slice slice = slices[index];
            if (slice.Expand(isLast: depth == limit, cancellation) is not null)
            {
                lock (slices)
                {
                    firstFinding = Math.Min(firstFinding, index);
                }
            }

            long tried = Interlocked.Add(ref _tried, slice.Transitions);
            _progress?.Report(new ExplorationProgress(_subject.World, depth + 1, graph.Count, tried));
        });
        return slices;
    }

    /// <summary>Takes slices in order, up to the first that has a finding or was cancelled; false where there is one.</summary>
    private bool TryMerge(Slice[] slices, StateGraph graph, out List<Found> next)
    {
        next = [];
        foreach (Slice slice in slices)
        {
            _transitions += slice.Transitions;
            _rules.Add(slice.Rules);
            foreach (Successor successor in slice.Successors)
            {
                if (graph.TryAdd(successor.Digest, successor.Parent, successor.Call))
                {
                    next.Add(new Found(graph.Count - 1, successor.State));
                }
            }

            if (!slice.IsComplete)
            {
                _finding = slice.Finding;
                return false;
            }
        }

        return true;
    }

    private ExplorationReport Report(StateGraph graph, int depth, Extent extent) =>
        new(_subject.World, depth, graph.Count, _transitions, extent, _rules, _finding);
}
