using Verify.Abi;

namespace Verify.Model;

/// <summary>setsockopt(2) and getsockopt(2).</summary>
internal static class OptionRules
{
    public static Verdict Set(ref Hearing hearing, Socket socket, Call.SetSockOpt call)
    {
        bool on = call.Value != 0;
        return call.Option switch
        {
            SocketOption.SO_REUSEADDR => Becomes(ref hearing, socket with { ReuseAddress = on }, Rule.OptionReuse),
            SocketOption.SO_REUSEPORT => Becomes(ref hearing, socket with { ReusePort = on }, Rule.OptionReuse),
            SocketOption.IP_PORTRANGE when socket.IsGone => hearing.Fails(Errno.ECONNRESET, Rule.OptionGone),
            SocketOption.IP_PORTRANGE when call.Value is < 0 or > (int)PortRangeOption.IP_PORTRANGE_LOW =>
                hearing.Fails(Errno.EINVAL, Rule.PortRangeBad),
            SocketOption.IP_PORTRANGE =>
                Becomes(ref hearing, socket with { Range = (PortRangeOption)call.Value }, Rule.PortRangeSet),
            _ => hearing.Fails(Errno.ENOPROTOOPT, Rule.OptionUnknown),
        };
    }

    public static Verdict Get(ref Hearing hearing, Socket socket, SocketOption option) => option switch
    {
        SocketOption.SO_REUSEADDR => Is(ref hearing, socket.ReuseAddress ? (int)option : 0, Rule.OptionRead),
        SocketOption.SO_REUSEPORT => Is(ref hearing, socket.ReusePort ? (int)option : 0, Rule.OptionRead),
        SocketOption.IP_PORTRANGE when socket.IsGone => hearing.Fails(Errno.ECONNRESET, Rule.OptionGone),
        SocketOption.IP_PORTRANGE => Is(ref hearing, (int)socket.Range, Rule.PortRangeRead),
        _ => hearing.Fails(Errno.ENOPROTOOPT, Rule.OptionUnknown),
    };

    private static Verdict Becomes(ref Hearing hearing, Socket socket, Rule rule) =>
        hearing.Must(Outcome.Ok, hearing.State.With(socket), rule);

    private static Verdict Is(ref Hearing hearing, int value, Rule rule) =>
        hearing.Must(Outcome.Returned(value), hearing.State, rule);
}
