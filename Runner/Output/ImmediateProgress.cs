namespace Verify.Runner.Output;

/// <summary>Passes progress on at once, on the thread that reports it: <see cref="Progress{T}"/> queues.</summary>
internal sealed class ImmediateProgress<T>(Action<T> handle) : IProgress<T>
{
    public void Report(T value) => handle(value);
}
