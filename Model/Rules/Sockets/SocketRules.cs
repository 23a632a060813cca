using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>socket(2): the supported sockets, and those that prisons allow (J9).</summary>
internal static class SocketRules
{
    public static readonly Rule SocketNoDescriptor = new(
        "S1.socket-descriptor", "socket fails with EMFILE if no descriptor is free.", "kern/kern_descrip.c:falloc");
    public static readonly Rule SocketNoProtocol = new(
        "S1.socket-protocol",
        "socket and socketpair fail with EPROTONOSUPPORT if domain, type and protocol do not match.",
        "kern/uipc_socket.c:socreate");
    public static readonly Rule SocketZoneFull = new(
        "S1.socket-full",
        "socket and socketpair fail with ENOBUFS if kern.ipc.maxsockets sockets are in use.",
        "kern/uipc_socket.c:soalloc");
    public static readonly Rule SocketMade = new(
        "S1.socket-made", "socket returns the lowest free descriptor.", "kern/uipc_syscalls.c:socket");
    public static readonly Rule SocketFamilyInPrison = new(
        "J9.socket-family",
        "socket and socketpair in a prison fail with EPROTONOSUPPORT for families other than local, IPv4 and routing "
        + "if jail.socket_unixiproute_only is set.",
        "D14");
    public static readonly Rule SocketRawDenied = new(
        "J4.socket-raw-denied",
        "socket of a raw IPv4 socket fails with EPERM for all but the superuser outside any prison.",
        "netinet/raw_ip.c:rip_attach");
    public static readonly Rule SocketIdleMade = new(
        "J9.socket-idle-made", "socket creates routing and IPX sockets, for everybody.", "D28");
    public static readonly Rule SocketIdle = new(
        "J9.socket-idle", "IPX sockets support no further operations yet: EOPNOTSUPP.",
        "Other sockets");

    public static Verdict Socket(ref CallCheck check, Process caller, Call.Socket call)
    {
        State state = check.State;
        int fd = caller.FreeDescriptor;
        if (fd >= caller.Limit)
        {
            return check.Fails(Errno.EMFILE, SocketNoDescriptor);
        }

        (AddressFamily, SocketType, Protocol) kind = (call.Domain, call.Type, call.Protocol);
        if (CreationDenial(ref check, caller, kind, count: 1) is { } denial)
        {
            return check.Fails(denial);
        }

        Protocol protocol = ProtocolOf(kind)!.Value;
        var socket = new Socket
        {
            Id = state.LastSocket + 1,
            Family = call.Domain,
            Protocol = protocol,
            End = call.Domain == AddressFamily.AF_LOCAL ? new LocalEnd(call.Type) : null,
            Owner = caller.Uid,
            Prison = caller.Prison,
            Buffers = call.Domain == AddressFamily.AF_LOCAL
                ? Buffers.OfLocal(call.Type)
                : Buffers.New(protocol, state.World.Tunables),
        };
        socket = call.Domain == AddressFamily.AF_ROUTE ? RoutingSocketRules.Made(socket, call.Protocol) : socket;
        socket = RawRules.IsOne(kind) ? RawRules.Made(state.Host, socket, call.Protocol) : socket;
        return check.Must(
            Outcome.Returned(fd),
            state.WithNew(socket).With(caller.With(fd, new DescriptorEntry(socket.Id))),
            socket.IsIdle || socket.Routing is not null ? SocketIdleMade : SocketMade);
    }

    /// <summary>The denial of new sockets of a kind: for all of them, then for each.</summary>
    public static Denial? CreationDenial(
        ref CallCheck check,
        Process caller,
        (AddressFamily Domain, SocketType Type, Protocol Protocol) kind,
        int count)
    {
        State state = check.State;
        if (ProtocolOf(kind) is null)
        {
            return new Denial(Errno.EPROTONOSUPPORT, SocketNoProtocol);
        }

        if (caller.Prison is not null && !IsForPrisons(kind.Domain) && state.Host.UnixIpRouteOnly != 0)
        {
            return new Denial(Errno.EPROTONOSUPPORT, SocketFamilyInPrison);
        }

        if (IsFull(state))
        {
            return new Denial(Errno.ENOBUFS, SocketZoneFull);
        }

        bool isRaw = RawRules.IsOne(kind);
        return isRaw && !check.Grants(caller, Privilege.RawSocket) ? new Denial(Errno.EPERM, SocketRawDenied)
            : isRaw && RawRules.SpaceDenial(state.Host) is { } noSpace ? noSpace
            : IsFull(state, count - 1) ? new Denial(Errno.ENOBUFS, SocketZoneFull)
            : null;
    }

    /// <summary>True if kern.ipc.maxsockets sockets are in use, including connections to be accepted (S1).</summary>
    /// <param name="state">The state.</param>
    /// <param name="more">How many more are about to be in use.</param>
    public static bool IsFull(State state, int more = 0) =>
        state.Sockets.Length + more >= state.World.Tunables.MaxSockets;

    private static bool IsForPrisons(AddressFamily family) =>
        family is AddressFamily.AF_LOCAL or AddressFamily.AF_INET or AddressFamily.AF_ROUTE;

    /// <summary>UDP, TCP, or <see cref="Protocol.Default"/> for others; null if unsupported.</summary>
    private static Protocol? ProtocolOf((AddressFamily, SocketType, Protocol) kind) => kind switch
    {
        (AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default or Protocol.Udp) => Protocol.Udp,
        (AddressFamily.AF_INET, SocketType.SOCK_STREAM, Protocol.Default or Protocol.Tcp) => Protocol.Tcp,
        (AddressFamily.AF_INET or AddressFamily.AF_ROUTE, SocketType.SOCK_RAW, _) => Protocol.Default,
        (AddressFamily.AF_LOCAL, SocketType.SOCK_STREAM or SocketType.SOCK_DGRAM, Protocol.Default) =>
            Protocol.Default,
        (AddressFamily.AF_IPX, SocketType.SOCK_DGRAM, Protocol.Default) => Protocol.Default,
        _ => null,
    };
}
