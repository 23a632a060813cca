using Verify.Abi;

namespace Verify.Model;

/// <summary>setsockopt(2) and getsockopt(2), with an integer (kern/uipc_socket.c: sosetopt, sogetopt).</summary>
internal static class OptionRules
{
    public static Verdict Set(ref Hearing hearing, Socket socket, Call.SetSockOpt call)
    {
        SocketOption option = call.Option;
        return KindOf(option) switch
        {
            Kind.Flag => Becomes(
                ref hearing,
                socket with { Options = call.Value != 0 ? socket.Options.Add(option) : socket.Options.Remove(option) },
                Rule.OptionFlag),
            Kind.Size when WhyNoSize(option, call.Value) is { } denial => hearing.Fails(denial),
            Kind.Size => Becomes(
                ref hearing, socket with { Buffers = With(socket.Buffers, option, call.Value) }, Rule.OptionSize),
            Kind.Structure => hearing.Fails(Errno.EINVAL, Rule.OptionStructure),
            Kind.News => hearing.Fails(Errno.ENOPROTOOPT, Rule.OptionReadOnly),
            Kind.Range when socket.IsGone => hearing.Fails(Errno.ECONNRESET, Rule.OptionGone),
            Kind.Range when call.Value is < 0 or > (int)PortRangeOption.IP_PORTRANGE_LOW =>
                hearing.Fails(Errno.EINVAL, Rule.PortRangeBad),
            Kind.Range => Becomes(ref hearing, socket with { Range = (PortRangeOption)call.Value }, Rule.PortRangeSet),
            _ => hearing.Fails(Errno.ENOPROTOOPT, Rule.OptionUnknown),
        };
    }

    public static Verdict Get(ref Hearing hearing, Socket socket, SocketOption option) => KindOf(option) switch
    {
        Kind.Flag => Is(ref hearing, socket.Options.Contains(option) ? (int)option : 0, Rule.OptionRead),
        Kind.Size => Is(ref hearing, SizeOf(socket.Buffers, option), Rule.OptionSizeRead),
        Kind.Structure => Is(ref hearing, 0, Rule.OptionStructureRead),
        Kind.News when option == SocketOption.SO_TYPE => Is(ref hearing, (int)TypeOf(socket), Rule.OptionType),
        Kind.News => hearing.Must(
            Outcome.Returned((int)socket.PendingError),
            hearing.State.With(socket with { PendingError = Errno.None }),
            socket.PendingError == Errno.None ? Rule.OptionNoError : Rule.OptionError),
        Kind.Range when socket.IsGone => hearing.Fails(Errno.ECONNRESET, Rule.OptionGone),
        Kind.Range => Is(ref hearing, (int)socket.Range, Rule.PortRangeRead),
        _ => hearing.Fails(Errno.ENOPROTOOPT, Rule.OptionUnknown),
    };

    private static Kind KindOf(SocketOption option) => option switch
    {
        SocketOption.SO_DEBUG or SocketOption.SO_REUSEADDR or SocketOption.SO_KEEPALIVE => Kind.Flag,
        SocketOption.SO_DONTROUTE or SocketOption.SO_BROADCAST or SocketOption.SO_USELOOPBACK => Kind.Flag,
        SocketOption.SO_OOBINLINE or SocketOption.SO_REUSEPORT or SocketOption.SO_TIMESTAMP => Kind.Flag,
        SocketOption.SO_SNDBUF or SocketOption.SO_RCVBUF => Kind.Size,
        SocketOption.SO_SNDLOWAT or SocketOption.SO_RCVLOWAT => Kind.Size,
        SocketOption.SO_LINGER or SocketOption.SO_SNDTIMEO or SocketOption.SO_RCVTIMEO => Kind.Structure,
        SocketOption.SO_ERROR or SocketOption.SO_TYPE => Kind.News,
        SocketOption.IP_PORTRANGE => Kind.Range,
        _ => Kind.None,
    };

    /// <summary>Only buffers have a largest size: a mark beyond its buffer is its buffer.</summary>
    private static Denial? WhyNoSize(SocketOption option, int size) =>
        size < 1 ? new Denial(Errno.EINVAL, Rule.OptionSizeSmall)
        : size > Buffers.Largest && option is SocketOption.SO_SNDBUF or SocketOption.SO_RCVBUF
            ? new Denial(Errno.ENOBUFS, Rule.OptionSizeLarge)
        : null;

    private static Buffers With(Buffers buffers, SocketOption option, int size)
    {
        buffers = option switch
        {
            SocketOption.SO_SNDBUF => buffers with { Send = size },
            SocketOption.SO_RCVBUF => buffers with { Receive = size },
            SocketOption.SO_SNDLOWAT => buffers with { SendLow = size },
            _ => buffers with { ReceiveLow = size },
        };
        return option is SocketOption.SO_SNDBUF or SocketOption.SO_SNDLOWAT
            ? buffers with { SendLow = Math.Min(buffers.SendLow, buffers.Send) }
            : buffers with { ReceiveLow = Math.Min(buffers.ReceiveLow, buffers.Receive) };
    }

    private static int SizeOf(Buffers buffers, SocketOption option) => option switch
    {
        SocketOption.SO_SNDBUF => buffers.Send,
        SocketOption.SO_RCVBUF => buffers.Receive,
        SocketOption.SO_SNDLOWAT => buffers.SendLow,
        _ => buffers.ReceiveLow,
    };

    private static SocketType TypeOf(Socket socket) =>
        socket.Protocol == Protocol.Udp ? SocketType.SOCK_DGRAM : SocketType.SOCK_STREAM;

    private static Verdict Becomes(ref Hearing hearing, Socket socket, Rule rule) =>
        hearing.Must(Outcome.Ok, hearing.State.With(socket), rule);

    private static Verdict Is(ref Hearing hearing, int value, Rule rule) =>
        hearing.Must(Outcome.Returned(value), hearing.State, rule);

    /// <summary>What an option is.</summary>
    private enum Kind
    {
        /// <summary>There is no such option.</summary>
        None,

        /// <summary>On or off.</summary>
        Flag,

        /// <summary>A buffer or a low-water mark, in octets.</summary>
        Size,

        /// <summary>More than an integer.</summary>
        Structure,

        /// <summary>What can be read alone.</summary>
        News,

        /// <summary>IP_PORTRANGE.</summary>
        Range,
    }
}
