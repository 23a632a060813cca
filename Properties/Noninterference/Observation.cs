using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>
/// The prisoner's view of an outcome: without node numbers and ports from ranges, which come from counters that all
/// processes share. The descriptor and the process that received a packet count as visible, and the prisoner's calls
/// that were resumed.
/// </summary>
internal static partial class Observation
{
    private const ushort FirstOfRanges = 1024;

    /// <summary>The view of an outcome of the prisoner's own call.</summary>
    public static string Of(Call call, in Outcome outcome)
    {
        string text = TraceWriter.Result(call, Masked(outcome));
        return call switch
        {
            Call.Stat when outcome.Succeeded => NodeNumber().Replace(text, "\"#"),
            Call.SysctlRead { Name: "net.inet.udp.pcblist" or "net.inet.tcp.pcblist" } =>
                RangePort().Replace(text, ":#"),
            _ => text,
        };
    }

    /// <summary>The view of another's call: the prisoner's calls that it resumed; empty if there are none.</summary>
    public static string OfSleepers(in Outcome outcome)
    {
        ImmutableArray<Resumption> resumed = Masked(outcome.Effects.Resumed);
        return string.Join(", ", resumed.Select(one => $"[{one.Pid}] {one.Call} resumed: {one.Outcome}"));
    }

    private static ImmutableArray<Resumption> Masked(ImmutableArray<Resumption> resumed) =>
    [
        .. resumed
            .Where(one => SecurityDomain.Prisoner.Pids.Contains(one.Pid))
            .Select(one => one with { Outcome = Masked(one.Outcome) }),
    ];

    private static Outcome Masked(in Outcome outcome) => outcome with
    {
        Reply = outcome.Reply with { Address = outcome.Address is { } address ? Masked(address) : null },
        Effects = outcome.Effects with
        {
            Sent = outcome.Sent.Select(packet => packet with { Source = Masked(packet.Source) }),
            Resumed = Masked(outcome.Effects.Resumed),
        },
    };

    private static Endpoint Masked(Endpoint end) => end.Port < FirstOfRanges ? end : end with { Port = FirstOfRanges };

    [GeneratedRegex("\"\\d+")]
    private static partial Regex NodeNumber();

    [GeneratedRegex(":\\d{4,5}")]
    private static partial Regex RangePort();
}
