using Verify.Abi;
using Verify.Implementation;

namespace Verify.Properties.Tests.Checking;

/// <summary>The implementation, but for one thing that it does wrong: shows that a check can fail.</summary>
internal sealed class FaultySystem(World world) : ISystem
{
    private readonly Machine _machine = new(world);

    /// <summary>What it makes of a call.</summary>
    public Func<Call, Call> Mishear { get; init; } = call => call;

    /// <summary>What becomes of a call's outcome.</summary>
    public Func<Call, Outcome, Outcome> Lie { get; init; } = (_, outcome) => outcome;

    /// <summary>What becomes of an entry of the list of sockets.</summary>
    public Func<SocketEntry, SocketEntry> Misname { get; init; } = entry => entry;

    /// <summary>What becomes of an entry of the list of processes.</summary>
    public Func<ProcessEntry, ProcessEntry> Misplace { get; init; } = entry => entry;

    /// <summary>The invariant that it says is broken.</summary>
    public string? Complaint { get; init; }

    /// <summary>Items that it says are in use and are not.</summary>
    public int Leaked { get; init; }

    public IReadOnlyList<ZoneUsage> Zones =>
        [.. _machine.Zones.Select(zone => zone with { InUse = zone.InUse + (_calls > CallsOfNobody ? Leaked : 0) })];

    /// <summary>As many calls as a machine gets on which nothing happens: three descriptors are closed.</summary>
    private const int CallsOfNobody = 3;

    private int _calls;

    /// <summary>The third bind that succeeds is answered EADDRINUSE.</summary>
    public static FaultySystem ThirdBindTaken(World world)
    {
        int binds = 0;
        return new FaultySystem(world)
        {
            Lie = (call, outcome) => call is Call.Bind && outcome.Succeeded && ++binds == 3
                ? Outcome.Failed(Errno.EADDRINUSE)
                : outcome,
        };
    }

    public Outcome Execute(Call call)
    {
        _calls++;
        return Lie(call, _machine.Execute(Mishear(call)));
    }

    public int Processes(Span<ProcessEntry> entries)
    {
        int count = _machine.Processes(entries);
        foreach (ref ProcessEntry entry in entries[..Math.Min(count, entries.Length)])
        {
            entry = Misplace(entry);
        }

        return count;
    }

    public int Sockstat(Span<SocketEntry> entries)
    {
        int count = _machine.Sockstat(entries);
        foreach (ref SocketEntry entry in entries[..Math.Min(count, entries.Length)])
        {
            entry = Misname(entry);
        }

        return count;
    }

    public string? Audit() => Complaint ?? _machine.Audit();

    public void AddTo(ref StateHash hash) => _machine.AddTo(ref hash);
}
