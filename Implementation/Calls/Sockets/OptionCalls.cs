using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>setsockopt(2) and getsockopt(2) with an integer or two: sosetopt and sogetopt.</summary>
internal static class OptionCalls
{
    /// <summary>
    /// SO_TYPE and SO_ERROR cannot be set. Options that take a struct return EINVAL, because an integer is too short.
    /// </summary>
    public static Outcome Set(Socket socket, SocketOption option, int value)
    {
        var flag = (SocketOptions)option;
        if (IsFlag(flag))
        {
            socket.Options = value != 0 ? socket.Options | flag : socket.Options & ~flag;
            return Outcome.Ok;
        }

        if (IsSize(option))
        {
            return Replies.Of(socket.Sizes.Set(option, value));
        }

        if (MulticastCalls.IsMulticast(option))
        {
            return MulticastCalls.Set(socket, option, value);
        }

        if (IpOptionCalls.IsPlain(option))
        {
            return IpOptionCalls.Set(socket, option, value);
        }

        return Replies.Of(
            TakesStruct(option) ? Errno.EINVAL
            : option == SocketOption.IP_PORTRANGE ? socket.Protocol.SetPortRange(socket, value)
            : Errno.ENOPROTOOPT);
    }

    /// <summary>
    /// A struct of two integers. Of one that is longer than the option, the beginning counts: sooptcopyin. Those of a
    /// membership are addresses, as that of IP_MULTICAST_IF is.
    /// </summary>
    public static Outcome SetPair(Socket socket, SocketOption option, int first, int second)
    {
        switch (option)
        {
            case SocketOption.SO_LINGER:
                socket.Timing.Linger = (short)second;
                socket.Options = first != 0
                    ? socket.Options | SocketOptions.Linger
                    : socket.Options & ~SocketOptions.Linger;
                return Outcome.Ok;

            case SocketOption.SO_SNDTIMEO or SocketOption.SO_RCVTIMEO:
                return Replies.Of(socket.Timing.Set(option, first, second));

            case SocketOption.IP_ADD_MEMBERSHIP or SocketOption.IP_DROP_MEMBERSHIP:
                return MulticastCalls.SetMembership(
                    socket, option, new Ipv4((uint)first), new Ipv4((uint)second));

            default:
                return Set(socket, option, first);
        }
    }

    /// <summary>A flag is returned as its bit.</summary>
    public static Outcome Get(Socket socket, SocketOption option)
    {
        var flag = (SocketOptions)option;
        if (IsFlag(flag))
        {
            return Outcome.Returned((int)(socket.Options & flag));
        }

        switch (option)
        {
            case SocketOption.SO_TYPE:
                return Outcome.Returned((int)socket.Protocol.Type);

            case SocketOption.SO_ERROR:
                return Outcome.Returned((int)socket.TakePendingError());

            case SocketOption.IP_PORTRANGE:
                Errno error = socket.Protocol.GetPortRange(socket, out int value);
                return Replies.Of(error, value);

            case SocketOption.SO_LINGER:
                return Outcome.Pair((int)(socket.Options & SocketOptions.Linger), socket.Timing.Linger);

            case SocketOption.SO_SNDTIMEO or SocketOption.SO_RCVTIMEO:
                (int seconds, int microseconds) = socket.Timing.Get(option);
                return Outcome.Pair(seconds, microseconds);

            default:
                return MulticastCalls.IsMulticast(option) ? MulticastCalls.Get(socket, option)
                    : IpOptionCalls.IsPlain(option) ? IpOptionCalls.Get(socket, option)
                    : socket.Sizes.Get(option) is { } size ? Outcome.Returned(size)
                    : Outcome.Failed(Errno.ENOPROTOOPT);
        }
    }

    /// <summary>True for exactly one of the defined bits.</summary>
    private static bool IsFlag(SocketOptions option) =>
        option != SocketOptions.None && (option & (option - 1)) == 0 && (option & ~SocketOptions.Flags) == 0;

    private static bool IsSize(SocketOption option) =>
        option is SocketOption.SO_SNDBUF or SocketOption.SO_RCVBUF
            or SocketOption.SO_SNDLOWAT or SocketOption.SO_RCVLOWAT;

    private static bool TakesStruct(SocketOption option) =>
        option is SocketOption.SO_LINGER or SocketOption.SO_SNDTIMEO or SocketOption.SO_RCVTIMEO;
}
