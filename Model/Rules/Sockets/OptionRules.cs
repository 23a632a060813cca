using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>setsockopt(2) and getsockopt(2) with an integer (kern/uipc_socket.c: sosetopt, sogetopt).</summary>
internal static class OptionRules
{
    public static readonly Rule OptionFlag = new(
        "S7.option-flag", "setsockopt sets a boolean option for any value but 0.", "kern/uipc_socket.c:sosetopt");
    public static readonly Rule OptionRead = new(
        "S7.option-read", "getsockopt returns an option's own bit if it is set, and 0 if it is not.",
        "kern/uipc_socket.c:sogetopt");
    public static readonly Rule OptionSizeSmall = new(
        "S7.option-size-small", "setsockopt of a buffer size or low-water mark below 1 fails with EINVAL.",
        "kern/uipc_socket.c:sosetopt");
    public static readonly Rule OptionSizeLarge = new(
        "S7.option-size-large", "setsockopt of a buffer size above 246723 bytes fails with ENOBUFS.",
        "kern/uipc_socket2.c:sbreserve");
    public static readonly Rule OptionSize = new(
        "S7.option-size", "setsockopt sets buffer sizes and low-water marks; a mark is capped at its buffer's size.",
        "kern/uipc_socket.c:sosetopt");
    public static readonly Rule OptionSizeRead = new(
        "S7.option-size-read", "getsockopt returns buffer sizes and low-water marks.", "kern/uipc_socket.c:sogetopt");
    public static readonly Rule OptionReadOnly = new(
        "S7.option-read-only", "setsockopt of SO_TYPE or SO_ERROR fails with ENOPROTOOPT.",
        "kern/uipc_socket.c:sosetopt");
    public static readonly Rule OptionType = new(
        "S7.option-type", "getsockopt of SO_TYPE returns the socket's type.", "kern/uipc_socket.c:sogetopt");
    public static readonly Rule OptionError = new(
        "S7.option-error", "getsockopt of SO_ERROR returns the pending error and clears it.",
        "kern/uipc_socket.c:sogetopt");
    public static readonly Rule OptionNoError = new(
        "S7.option-no-error", "getsockopt of SO_ERROR returns 0 if no error is pending.",
        "kern/uipc_socket.c:sogetopt");
    public static readonly Rule OptionUnknown = new(
        "S7.option-unknown", "setsockopt and getsockopt of an unknown option fail with ENOPROTOOPT.",
        "kern/uipc_socket.c:sosetopt");
    public static readonly Rule OptionGone = new(
        "P1.option-gone", "setsockopt and getsockopt of an option of IP fail with ECONNRESET if the socket has no PCB.",
        "netinet/in_pcb.h:sotoinpcb");
    public static readonly Rule PortRangeBad = new(
        "P1.option-bad", "setsockopt of IP_PORTRANGE to a value other than 0, 1 or 2 fails with EINVAL.",
        "netinet/ip_output.c:ip_ctloutput");
    public static readonly Rule PortRangeSet = new(
        "P1.option-set", "setsockopt of IP_PORTRANGE selects the range of the next implied port.",
        "netinet/ip_output.c:ip_ctloutput");
    public static readonly Rule PortRangeRead = new(
        "P1.option-read", "getsockopt of IP_PORTRANGE returns the range that was set.",
        "netinet/ip_output.c:ip_ctloutput");

    public static readonly Rule OptionRoomRead = new(
        "S9.option-room-read", "getsockopt of SO_SNDBUF of a local stream returns the room that is left.",
        "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule OptionRoomSet = new(
        "S9.option-room-set",
        "setsockopt of SO_SNDBUF of a local stream sets the room that is left; what is unread adds to it later.",
        "kern/uipc_usrreq.c:uipc_rcvd");
    public static readonly Rule OptionMarkOfStream = new(
        "S9.option-mark", "SO_SNDLOWAT of a local stream is capped at what SO_SNDBUF was set to, not at the room left.",
        "D33");

    public static Verdict Set(ref CallCheck check, Socket socket, Call.SetSockOpt call)
    {
        SocketOption option = call.Option;
        return KindOf(socket, option) switch
        {
            Kind.Flag => Becomes(
                ref check,
                socket with { Options = call.Value != 0 ? socket.Options.Add(option) : socket.Options.Remove(option) },
                OptionFlag),
            Kind.Size when SizeDenial(option, call.Value) is { } denial => check.Fails(denial),
            Kind.Size => Becomes(
                ref check,
                With(check.State, socket, option, call.Value),
                !socket.IsLocalStream ? OptionSize
                    : option == SocketOption.SO_SNDBUF ? OptionRoomSet
                    : option == SocketOption.SO_SNDLOWAT ? OptionMarkOfStream
                    : OptionSize),
            Kind.Structure => check.Fails(Errno.EINVAL, StructureOptionRules.StructureShort),
            Kind.News => check.Fails(Errno.ENOPROTOOPT, OptionReadOnly),
            Kind.Range or Kind.Multicast or Kind.Ip or Kind.Header when socket.IsGone =>
                check.Fails(Errno.ECONNRESET, OptionGone),
            Kind.Range when call.Value is < 0 or > (int)PortRangeOption.IP_PORTRANGE_LOW =>
                check.Fails(Errno.EINVAL, PortRangeBad),
            Kind.Range => Becomes(ref check, socket with { Range = (PortRangeOption)call.Value }, PortRangeSet),
            Kind.Multicast => MulticastOptionRules.Set(ref check, socket, call),
            Kind.Ip => IpOptionRules.Set(ref check, socket, call),
            Kind.Header => RawOptionRules.Set(ref check, socket, socket.Raw!, call.Value),
            _ => check.Fails(Errno.ENOPROTOOPT, OptionUnknown),
        };
    }

    public static Verdict Get(ref CallCheck check, Socket socket, SocketOption option) => KindOf(socket, option) switch
    {
        Kind.Flag => Is(ref check, socket.Options.Contains(option) ? (int)option : 0, OptionRead),
        Kind.Size when option == SocketOption.SO_SNDBUF && socket.IsLocalStream =>
            Is(ref check, PairSendRules.Room(check.State, socket), OptionRoomRead),
        Kind.Size => Is(ref check, SizeOf(socket.Buffers, option), OptionSizeRead),
        Kind.Structure => StructureOptionRules.Get(ref check, socket, option),
        Kind.News when option == SocketOption.SO_TYPE => Is(ref check, (int)TypeOf(socket), OptionType),
        Kind.News => check.Must(
            Outcome.Returned((int)socket.PendingError),
            check.State.With(socket with { PendingError = Errno.None }),
            socket.PendingError == Errno.None ? OptionNoError : OptionError),
        Kind.Range or Kind.Multicast or Kind.Ip or Kind.Header when socket.IsGone =>
            check.Fails(Errno.ECONNRESET, OptionGone),
        Kind.Range => Is(ref check, (int)socket.Range, PortRangeRead),
        Kind.Multicast => MulticastOptionRules.Get(ref check, socket, option),
        Kind.Ip => IpOptionRules.Get(ref check, socket, option),
        Kind.Header => RawOptionRules.Get(ref check, socket.Raw!),
        _ => check.Fails(Errno.ENOPROTOOPT, OptionUnknown),
    };

    private static Kind KindOf(Socket socket, SocketOption option) => option switch
    {
        SocketOption.SO_DEBUG or SocketOption.SO_REUSEADDR or SocketOption.SO_KEEPALIVE => Kind.Flag,
        SocketOption.SO_DONTROUTE or SocketOption.SO_BROADCAST or SocketOption.SO_USELOOPBACK => Kind.Flag,
        SocketOption.SO_OOBINLINE or SocketOption.SO_REUSEPORT or SocketOption.SO_TIMESTAMP => Kind.Flag,
        SocketOption.SO_SNDBUF or SocketOption.SO_RCVBUF => Kind.Size,
        SocketOption.SO_SNDLOWAT or SocketOption.SO_RCVLOWAT => Kind.Size,
        SocketOption.SO_LINGER or SocketOption.SO_SNDTIMEO or SocketOption.SO_RCVTIMEO => Kind.Structure,
        SocketOption.SO_ERROR or SocketOption.SO_TYPE => Kind.News,
        SocketOption.IP_PORTRANGE when socket.IsInternet => Kind.Range,
        SocketOption.IP_HDRINCL when socket.Raw is not null || socket.IsGone => Kind.Header,
        SocketOption.IP_MULTICAST_IF or SocketOption.IP_MULTICAST_TTL or SocketOption.IP_MULTICAST_LOOP
            or SocketOption.IP_ADD_MEMBERSHIP or SocketOption.IP_DROP_MEMBERSHIP when socket.IsInternet =>
            Kind.Multicast,
        _ when socket.IsInternet && IpOptionRules.IsOne(option) => Kind.Ip,
        _ => Kind.None,
    };

    /// <summary>Only buffers have a largest size; a mark above its buffer is capped.</summary>
    private static Denial? SizeDenial(SocketOption option, int size) =>
        size < 1 ? new Denial(Errno.EINVAL, OptionSizeSmall)
        : size > Buffers.Largest && option is SocketOption.SO_SNDBUF or SocketOption.SO_RCVBUF
            ? new Denial(Errno.ENOBUFS, OptionSizeLarge)
        : null;

    private static Socket With(State state, Socket socket, SocketOption option, int size)
    {
        Socket sized = socket with { Buffers = With(socket.Buffers, option, size) };
        return option == SocketOption.SO_SNDBUF && sized.End is { } end
            ? sized with { End = end with { Surplus = PairSendRules.Unread(state, socket) } }
            : sized;
    }

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
        socket.End?.Type ?? (socket.Raw is not null || socket.Routing is not null ? SocketType.SOCK_RAW
            : socket.Protocol == Protocol.Udp ? SocketType.SOCK_DGRAM
            : SocketType.SOCK_STREAM);

    private static Verdict Becomes(ref CallCheck check, Socket socket, Rule rule) =>
        check.Must(Outcome.Ok, check.State.With(socket), rule);

    private static Verdict Is(ref CallCheck check, int value, Rule rule) =>
        check.Must(Outcome.Returned(value), check.State, rule);

    /// <summary>The kind of an option.</summary>
    private enum Kind
    {
        /// <summary>Unknown.</summary>
        None,

        /// <summary>Boolean.</summary>
        Flag,

        /// <summary>A buffer size or a low-water mark, in bytes.</summary>
        Size,

        /// <summary>A structure, larger than an integer.</summary>
        Structure,

        /// <summary>Read-only.</summary>
        News,

        /// <summary>IP_PORTRANGE.</summary>
        Range,

        /// <summary>Multicast: an interface, a setting or a membership.</summary>
        Multicast,

        /// <summary>Another option of IPPROTO_IP.</summary>
        Ip,

        /// <summary>IP_HDRINCL of a raw socket.</summary>
        Header,
    }
}
