using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// The options of IPPROTO_IP that take an integer, except those for ports and for multicast, on a socket that has a PCB
/// (netinet/ip_output.c: ip_ctloutput). A connection to be accepted has the defaults, whatever its listener has.
/// </summary>
internal static class IpOptionRules
{
    public static readonly Rule ByteSet = new(
        "S7.option-byte", "setsockopt of IP_TOS and IP_TTL takes the lowest eight bits of any value.",
        "netinet/ip_output.c:ip_ctloutput");
    public static readonly Rule ByteRead = new(
        "S7.option-byte-read", "getsockopt of IP_TOS and IP_TTL returns what was set, or 0 and 64.",
        "netinet/ip_output.c:ip_ctloutput");
    public static readonly Rule WantedSet = new(
        "S12.option-wanted",
        "setsockopt of IP_RECVOPTS, IP_RECVRETOPTS, IP_RECVDSTADDR and IP_RECVIF asks for control data with any value "
        + "but 0.",
        "netinet/ip_output.c:ip_ctloutput");
    public static readonly Rule WantedRead = new(
        "S12.option-wanted-read", "getsockopt of an option that asks for control data returns 0 or 1.",
        "netinet/ip_output.c:ip_ctloutput");

    public static bool IsOne(SocketOption option) => IsByte(option) || option is SocketOption.IP_RECVOPTS
        or SocketOption.IP_RECVRETOPTS or SocketOption.IP_RECVDSTADDR or SocketOption.IP_RECVIF;

    public static Verdict Set(ref CallCheck check, Socket socket, Call.SetSockOpt call)
    {
        IpSettings settings = socket.Ip;
        IpSettings next = call.Option switch
        {
            SocketOption.IP_TOS => settings with { TypeOfService = unchecked((byte)call.Value) },
            SocketOption.IP_TTL => settings with { TimeToLive = unchecked((byte)call.Value) },
            _ when call.Value != 0 => settings with { Wanted = settings.Wanted.Add(call.Option) },
            _ => settings with { Wanted = settings.Wanted.Remove(call.Option) },
        };
        return check.Must(
            Outcome.Ok, check.State.With(socket with { Ip = next }), IsByte(call.Option) ? ByteSet : WantedSet);
    }

    public static Verdict Get(ref CallCheck check, Socket socket, SocketOption option)
    {
        int value = option switch
        {
            SocketOption.IP_TOS => socket.Ip.TypeOfService,
            SocketOption.IP_TTL => socket.Ip.TimeToLive,
            _ => socket.Ip.Wanted.Contains(option) ? 1 : 0,
        };
        return check.Must(
            Outcome.Returned(value),
            check.State,
            !IsByte(option) ? WantedRead
                : option == SocketOption.IP_TTL && value == 0 && socket.Raw is not null ? RawOptionRules.TimeToLiveUnset
                : ByteRead);
    }

    private static bool IsByte(SocketOption option) => option is SocketOption.IP_TOS or SocketOption.IP_TTL;
}
