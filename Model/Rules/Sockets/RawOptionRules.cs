using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>IP_HDRINCL, which only raw sockets have (S11).</summary>
internal static class RawOptionRules
{
    public static readonly Rule HeaderSet = new(
        "S11.raw-option", "setsockopt of IP_HDRINCL on a raw socket sets it for any value but 0.",
        "netinet/raw_ip.c:rip_ctloutput");
    public static readonly Rule HeaderRead = new(
        "S11.raw-option-read", "getsockopt of IP_HDRINCL on a raw socket returns 8 if it is set, and 0 if it is not.",
        "netinet/raw_ip.c:rip_ctloutput");
    public static readonly Rule TimeToLiveUnset = new(
        "S11.raw-ttl", "getsockopt of IP_TTL on a raw socket returns 0 until it is set.",
        "netinet/raw_ip.c:rip_attach");

    /// <summary>INP_HDRINCL.</summary>
    private const int HeaderBit = 8;

    public static Verdict Set(ref CallCheck check, Socket socket, RawEnd raw, int value) => check.Must(
        Outcome.Ok, check.State.With(socket with { Raw = raw with { IncludesHeader = value != 0 } }), HeaderSet);

    public static Verdict Get(ref CallCheck check, RawEnd raw) =>
        check.Must(Outcome.Returned(raw.IncludesHeader ? HeaderBit : 0), check.State, HeaderRead);
}
