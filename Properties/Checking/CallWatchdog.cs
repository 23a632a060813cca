namespace Verify.Properties.Checking;

/// <summary>
/// Runs work that makes calls, and notices a call that does not end (G2, G7). A thread cannot be stopped from outside:
/// then the work is left behind, and the process that hosts it should end soon after. (A campaign has its own watchdog,
/// which keeps what its other threads have found.)
/// </summary>
/// <param name="patience">How long a call may take.</param>
public sealed class CallWatchdog(TimeSpan patience)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>The usual one: no sound call takes 20 seconds, on a busy machine neither.</summary>
    public static CallWatchdog Usual { get; } = new(TimeSpan.FromSeconds(20));

    /// <summary>How long a call may take.</summary>
    public TimeSpan Patience => patience;

    /// <summary>Does the work in another thread.</summary>
    /// <param name="boot">Boots the system that may hang.</param>
    /// <param name="work">What to do, with the factory to boot from.</param>
    /// <param name="hang">The call that did not end, with the calls before it; null where the work is done.</param>
    /// <returns>What the work returned, if it is done.</returns>
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
