using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Simpler forms of poll(2) and select(2): they ask about fewer and lower descriptors, for less, and do not wait.
/// </summary>
internal static class WaitingSimplifier
{
    /// <summary>What entries ask for, the simplest first.</summary>
    private static readonly PollEvents[] Events = [PollEvents.POLLIN, PollEvents.POLLOUT];

    private static readonly TimeValue?[] Times = [new(0, 0), null, new(1, 0)];

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.Poll c => Simpler(c),
        Call.Select c => Simpler(c),
        _ => [],
    };

    private static IEnumerable<Call> Simpler(Call.Poll call)
    {
        PollEntry[] entries = [.. call.Entries.All];
        return
        [
            .. ValueOrder.Below(call.Milliseconds).Select(time => call with { Milliseconds = time }),
            .. Fewer(entries).Concat(Each(entries)).Select(simpler => call with { Entries = ListOf(simpler) }),
        ];
    }

    private static IEnumerable<Call> Simpler(Call.Select call) =>
    [
        .. Times.Before(call.Time).Select(time => call with { Time = time }),
        .. Simpler(call.Sets.Read).Select(set => call with { Sets = call.Sets with { Read = set } }),
        .. Simpler(call.Sets.Write).Select(set => call with { Sets = call.Sets with { Write = set } }),
        .. Simpler(call.Sets.Except).Select(set => call with { Sets = call.Sets with { Except = set } }),
        .. ValueOrder.Shorter(call.Count).Select(count => call with { Count = count }),
    ];

    private static Few<PollEntry> ListOf(PollEntry[] entries) =>
        entries.Aggregate(default(Few<PollEntry>), (list, entry) => list.With(entry));

    /// <summary>One of the entries, half of them, or one less.</summary>
    private static IEnumerable<PollEntry[]> Fewer(PollEntry[] entries) => entries.Length < 2
        ? []
        :
        [
            .. entries.Select(entry => (PollEntry[])[entry]),
            entries[..(entries.Length / 2)],
            entries[(entries.Length / 2)..],
            .. ValueOrder.WithoutOne(entries),
        ];

    /// <summary>The entries with one of them simpler.</summary>
    private static IEnumerable<PollEntry[]> Each(PollEntry[] entries) =>
        from i in Enumerable.Range(0, entries.Length)
        from simpler in Simpler(entries[i])
        select (PollEntry[])[.. entries[..i], simpler, .. entries[(i + 1)..]];

    private static IEnumerable<PollEntry> Simpler(PollEntry entry) =>
    [
        .. Events.Before(entry.Events).Select(events => entry with { Events = events }),
        .. entry.Fd > CallSimplifier.FirstOpened
            ? new[] { CallSimplifier.FirstOpened, entry.Fd - 1 }.Distinct().Select(fd => entry with { Fd = fd })
            : [],
    ];

    /// <summary>No set, or one descriptor less.</summary>
    private static IEnumerable<DescriptorSet?> Simpler(DescriptorSet? set) => set is not { } given
        ? []
        : [null, .. given.All.Select(fd => (DescriptorSet?)given.Without(fd))];
}
