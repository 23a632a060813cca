using System.Collections.Concurrent;

namespace Verify.Proofs.Tests;

/// <summary>
/// Results that take long, each worked out once for all tests: in the background from the first use on, on as many
/// threads as there are processors; and at once by a test that asks for one that has not been begun. So no test depends
/// on another, and none waits while there is something to do for it.
/// </summary>
internal sealed class SharedRun<TKey, TResult>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Lazy<TResult>> _results;
    private readonly Lazy<Task> _background;

    /// <param name="keys">In the order in which they are begun, so those that take longest first.</param>
    /// <param name="run">May be called by several threads.</param>
    public SharedRun(IReadOnlyCollection<TKey> keys, Func<TKey, TResult> run)
    {
        _results = keys.ToDictionary(key => key, key => new Lazy<TResult>(() => run(key)));
        _background = new Lazy<Task>(() => Task.Run(() => Parallel.ForEach(
            Partitioner.Create(keys, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            key => _ = _results[key].Value)));
    }

    /// <summary>The result; what its run has thrown is thrown to everybody who asks.</summary>
    public TResult Of(TKey key)
    {
        _ = _background.Value;
        return _results[key].Value;
    }
}
