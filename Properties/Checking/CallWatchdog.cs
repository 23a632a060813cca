namespace Verify.Properties.Checking;

/// <summary>
/// Runs work that makes calls, and detects a call that does not return (G2, G7). A thread cannot be stopped from
/// outside, so the work is then abandoned, and its process should exit soon. (A campaign has a watchdog of its own,
/// which keeps the findings of the other threads.)
/// </summary>
/// <param name="patience">How long a call may take.</param>
public sealed class CallWatchdog(TimeSpan patience)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>The default: no correct call takes 20 seconds, even on a busy machine.</summary>
    public static CallWatchdog Usual { get; } = new(TimeSpan.FromSeconds(20));

    /// <summary>How long a call may take.</summary>
    public TimeSpan Patience => patience;

    /// <summary>Runs work in another thread.</summary>
    /// <param name="boot">Boots the system, which may hang.</param>
    /// <param name="work">The work, given the factory to boot from.</param>
    /// <param name="hang">The call that did not return, with the calls before it; null if the work is complete.</param>
    /// <returns>The result of the work, if it is complete.</returns>
    public T? Run<T>(SystemFactory boot, Func<SystemFactory, T> work, out Finding? hang)
    {
        var calls = new CallsInProgress();
        Task<T> working = Task.Factory.StartNew(
            () => work(world => new WatchedSystem(world, boot, calls)),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (Task.WaitAny([working], Tick) < 0)
        {
            hang = calls.FindHang(patience);
            if (hang is not null)
            {
                return default;
            }
        }

        calls.Dispose();
        hang = null;
        return working.GetAwaiter().GetResult();
    }
}
