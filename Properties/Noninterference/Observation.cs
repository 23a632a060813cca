using System.Text.RegularExpressions;
using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>
/// What the prisoner sees of a call, without the numbers that one counter gives to all: nodes', and ports' of the
/// ranges. Which descriptor and which process got a packet is as good as seen.
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
        Address = Masked(outcome.Address),
        Sent = outcome.Sent is { } packet ? packet with { Source = Masked(packet.Source) } : null,
    };

    private static Endpoint Masked(Endpoint end) => end.Port < FirstOfRanges ? end : end with { Port = FirstOfRanges };

    [GeneratedRegex("\"\\d+")]
    private static partial Regex NodeNumber();

    [GeneratedRegex(":\\d{4,5}")]
    private static partial Regex RangePort();
}
