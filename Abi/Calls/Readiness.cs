namespace Verify.Abi.Calls;

/// <summary>What poll(2) or select(2) copies out when it returns.</summary>
public sealed record Readiness
{
    /// <summary>The descriptors and events that one answer of the usual kind may have.</summary>
    private const int Fds = 64;

    private const int Events = (int)PollEvents.POLLWRBAND << 1;

    /// <summary>Poll of one descriptor does not allocate.</summary>
    private static readonly Readiness?[] Usual = new Readiness?[Fds * Events];

    private Readiness()
    {
    }

    /// <summary>
    /// Of poll: the entries for which something is ready (revents is not 0), in the order in which they were asked for.
    /// </summary>
    public Few<PollEntry> Ready { get; private init; }

    /// <summary>Of select: the sets as the process finds them afterwards.</summary>
    public DescriptorSets? Sets { get; private init; }

    /// <summary>The answer of poll; null if nothing is ready.</summary>
    public static Readiness? Of(Few<PollEntry> ready) =>
        ready.IsEmpty ? null
        : ready.Count == 1 && ready[0] is { Fd: >= 0 and < Fds, Events: >= 0 and < (PollEvents)Events } only
            ? Usual[(only.Fd * Events) + (int)only.Events] ??= new Readiness { Ready = ready }
        : new Readiness { Ready = ready };

    /// <summary>The answer of select.</summary>
    public static Readiness Of(DescriptorSets sets) => new() { Sets = sets };
}
