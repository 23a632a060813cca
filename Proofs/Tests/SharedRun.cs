using System.Collections.Concurrent;

namespace Verify.Proofs.Tests;

/// <summary>
/// Long computations, each done once for all tests: in the background from the first use on, with one thread for each
/// processor, and immediately by a test that needs a result not yet started. No test depends on another, and none waits
/// while it could compute its result.
/// </summary>
internal sealed class SharedRun<TKey, TResult>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Lazy<TResult>> _results;
    private readonly Lazy<Task> _background;

    /// <param name="keys">In the order in which they start: the longest first.</param>
    /// <param name="run">May be called by several threads.</param>
    public SharedRun(IReadOnlyCollection<TKey> keys, Func<TKey, TResult> run)
    {
        _results = keys.ToDictionary(key => key, key => new Lazy<TResult>(() => run(key)));
        _background = new Lazy<Task>(() => Task.Run(() => Parallel.ForEach(
            Partitioner.Create(keys, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            key => _ = _results[key].Value)));
    }

    /// <summary>The result. An exception of the computation is thrown to every caller.</summary>
    public TResult Of(TKey key)
    {
        _ = _background.Value;
        return _results[key].Value;
    }
}
