using System.Text.RegularExpressions;
using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>
/// The prisoner's view of an outcome: without node numbers and ports from ranges, which come from counters that all
/// processes share. The descriptor and the process that received a packet count as visible.
/// </summary>
internal static partial class Observation
{
    private const ushort FirstOfRanges = 1024;

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

    private static Outcome Masked(in Outcome outcome) => outcome with
    {
        Reply = outcome.Reply with { Address = outcome.Address is { } address ? Masked(address) : null },
        Effects = outcome.Effects with
        {
            Sent = outcome.Sent.Select(packet => packet with { Source = Masked(packet.Source) }),
        },
    };

    private static Endpoint Masked(Endpoint end) => end.Port < FirstOfRanges ? end : end with { Port = FirstOfRanges };

    [GeneratedRegex("\"\\d+")]
    private static partial Regex NodeNumber();

    [GeneratedRegex(":\\d{4,5}")]
    private static partial Regex RangePort();
}
