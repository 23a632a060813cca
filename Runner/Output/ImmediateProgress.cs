namespace Verify.Runner.Output;

/// <summary>Handles progress on the thread that reports it; <see cref="Progress{T}"/> would queue it.</summary>
internal sealed class ImmediateProgress<T>(Action<T> handle) : IProgress<T>
{
    public void Report(T value) => handle(value);
}
