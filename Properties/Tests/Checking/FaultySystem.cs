using Verify.Abi;
using Verify.Implementation;

namespace Verify.Properties.Tests.Checking;

/// <summary>The implementation with one fault, to show that a check can fail.</summary>
internal sealed class FaultySystem(World world)
    : ISystem, IListsSockets, IListsProcesses, IAudited, IHashed, IHasZones
{
    private readonly Machine _machine = new(world);

    /// <summary>Replaces a call.</summary>
    public Func<Call, Call> ChangeCall { get; init; } = call => call;

    /// <summary>Replaces the outcome of a call.</summary>
    public Func<Call, Outcome, Outcome> ChangeOutcome { get; init; } = (_, outcome) => outcome;

    /// <summary>Replaces an entry of the list of sockets.</summary>
    public Func<SocketEntry, SocketEntry> ChangeSocket { get; init; } = entry => entry;

    /// <summary>Replaces an entry of the list of processes.</summary>
    public Func<ProcessEntry, ProcessEntry> ChangeProcess { get; init; } = entry => entry;

    /// <summary>What it says of itself.</summary>
    public SystemDescription Description { get; init; } = SystemDescription.Complete;

    /// <summary>Told when it is disposed.</summary>
    public Action Disposed { get; init; } = () => { };

    /// <summary>The invariant to report as violated; null to check the invariants.</summary>
    public string? Violation { get; init; }

    /// <summary>Items to report as in use in addition to those that are.</summary>
    public int Leaked { get; init; }

    public IReadOnlyList<ZoneUsage> Zones =>
        [.. _machine.Zones.Select(zone => zone with { InUse = zone.InUse + (_calls > CallsOfEmptyRun ? Leaked : 0) })];

    /// <summary>The calls of a run without calls of its own: three descriptors are closed.</summary>
    private const int CallsOfEmptyRun = 3;

    private int _calls;

    /// <summary>The third successful bind(2) returns EADDRINUSE.</summary>
    public static FaultySystem ThirdBindTaken(World world)
    {
        int binds = 0;
        return new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) => call is Call.Bind && outcome.Succeeded && ++binds == 3
                ? Outcome.Failed(Errno.EADDRINUSE)
                : outcome,
        };
    }

    public void Dispose() => Disposed();

    public Outcome Execute(Call call)
    {
        _calls++;
        return ChangeOutcome(call, _machine.Execute(ChangeCall(call)));
    }

    public int Processes(Span<ProcessEntry> entries)
    {
        int count = _machine.Processes(entries);
        foreach (ref ProcessEntry entry in entries[..Math.Min(count, entries.Length)])
        {
            entry = ChangeProcess(entry);
        }

        return count;
    }

    public int Sockstat(Span<SocketEntry> entries)
    {
        int count = _machine.Sockstat(entries);
        foreach (ref SocketEntry entry in entries[..Math.Min(count, entries.Length)])
        {
            entry = ChangeSocket(entry);
        }

        return count;
    }

    public string? Audit() => Violation ?? _machine.Audit();

    public void AddTo(ref StateHash hash) => _machine.AddTo(ref hash);

    public void AddCountersTo(ref StateHash hash) => _machine.AddCountersTo(ref hash);
}
