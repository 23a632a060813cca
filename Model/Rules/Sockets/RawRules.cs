using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Raw IPv4 sockets (S11): their creation, and the two addresses that they have. Only the host's superuser makes them,
/// and none comes into a prison (D1, D13). They are found by addresses alone, so ports mean nothing.
/// </summary>
internal static class RawRules
{
    public static readonly Rule RawNoSpace = new(
        "S11.raw-no-space",
        "socket of a raw IPv4 socket fails with ENOBUFS if net.inet.raw.maxdgram or net.inet.raw.recvspace is negative "
        + "or above 246723.",
        "kern/uipc_socket2.c:soreserve");
    public static readonly Rule RawLength = new(
        "S11.raw-length",
        "bind and connect of a raw socket fail with EINVAL if the address is not 16 bytes long.",
        "netinet/raw_ip.c:rip_bind");
    public static readonly Rule RawNoInterfaces = new(
        "S11.raw-no-interfaces",
        "bind and connect of a raw socket fail with EADDRNOTAVAIL if there is no interface, though it may be without "
        + "an address.",
        "netinet/raw_ip.c:rip_connect");
    public static readonly Rule RawBindFamily = new(
        "S11.raw-bind-family",
        "bind of a raw socket fails with EADDRNOTAVAIL if the family is not AF_INET, except AF_IMPLINK with 0.0.0.0.",
        "netinet/raw_ip.c:rip_bind");
    public static readonly Rule RawBindForeign = new(
        "S11.raw-bind-foreign",
        "bind of a raw socket fails with EADDRNOTAVAIL if no interface has the address, not even as its broadcast "
        + "address.",
        "net/if.c:ifa_ifwithaddr");
    public static readonly Rule RawBindPort = new(
        "S11.raw-bind-port",
        "bind of a raw socket to an address with a port fails with EADDRNOTAVAIL unless the address is 0.0.0.0: "
        + "addresses of interfaces have no ports.",
        "net/if.c:ifa_ifwithaddr");
    public static readonly Rule RawBinds = new(
        "S11.raw-binds", "bind sets the local address of a raw socket, any number of times, and no port.",
        "netinet/raw_ip.c:rip_bind");
    public static readonly Rule RawConnectFamily = new(
        "S11.raw-connect-family",
        "connect of a raw socket fails with EAFNOSUPPORT if the family is neither AF_INET nor AF_IMPLINK.",
        "netinet/raw_ip.c:rip_connect");
    public static readonly Rule RawConnects = new(
        "S11.raw-connects",
        "connect of a raw socket takes any foreign address, also 0.0.0.0, which means every one; the local address "
        + "stays.",
        "netinet/raw_ip.c:rip_connect");
    public static readonly Rule RawReconnects = new(
        "S11.raw-reconnects",
        "connect of a connected raw socket first dissolves the association, also if it fails then; the local address "
        + "stays.",
        "D53");
    public static readonly Rule RawListen = new(
        "S11.raw-listen", "listen of a raw socket fails with EOPNOTSUPP.",
        "kern/uipc_socket2.c:pru_listen_notsupp");

    /// <summary>AF_IMPLINK of sys/socket.h, which has the same addresses.</summary>
    private const AddressFamily ImpLink = (AddressFamily)3;

    /// <summary>True for the kind of socket(2) that is a raw IPv4 socket.</summary>
    public static bool IsOne((AddressFamily Domain, SocketType Type, Protocol Protocol) kind) =>
        kind is { Domain: AddressFamily.AF_INET, Type: SocketType.SOCK_RAW };

    /// <summary>The denial of buffers that a new raw socket would have.</summary>
    public static Denial? SpaceDenial(Host host) =>
        host.RawSendSpace is < 0 or > Buffers.Largest || host.RawReceiveSpace is < 0 or > Buffers.Largest
            ? new Denial(Errno.ENOBUFS, RawNoSpace)
            : null;

    /// <summary>
    /// The socket as a new raw one. PCBs have eight bits for the protocol, and no one sets their time to live
    /// (netinet/raw_ip.c: rip_attach).
    /// </summary>
    public static Socket Made(Host host, Socket socket, Protocol protocol) => socket with
    {
        Raw = new RawEnd((Protocol)unchecked((byte)protocol)),
        Buffers = Buffers.Of(host.RawSendSpace, host.RawReceiveSpace),
        Ip = new IpSettings { TimeToLive = 0 },
    };

    public static Verdict Bind(ref CallCheck check, Socket socket, SocketAddress address) =>
        AddressRules.CopyDenial(address) is { } uncopied ? check.Fails(uncopied)
        : BindDenial(check.State, address) is { } denial ? check.Fails(denial)
        : check.Must(
            Outcome.Ok,
            check.State.With(socket with { Local = new Endpoint(address.Endpoint.Address, 0) }),
            RawBinds);

    /// <summary>connect(2), once the address was copied in.</summary>
    public static Verdict Connect(ref CallCheck check, Socket socket, RawEnd raw, SocketAddress address)
    {
        if (raw.IsConnected)
        {
            check.Use(RawReconnects);
        }

        Socket dissolved = socket with { Raw = raw with { IsConnected = false }, Foreign = Endpoint.None };
        State state = check.State.With(dissolved);
        if (ConnectDenial(state, address) is { } denial)
        {
            return check.Fails(denial, state);
        }

        Socket connected = socket with
        {
            Raw = raw with { IsConnected = true },
            Foreign = new Endpoint(address.Endpoint.Address, 0),
        };

        // A process that receives from the socket is woken for nothing (kern/uipc_socket2.c: soisconnected).
        return check.Must(
            Outcome.Ok, state.With(connected).WakeAll(socket.Id, SleepReason.Data), RawConnects);
    }

    private static Denial? BindDenial(State state, SocketAddress address)
    {
        (Ipv4 local, ushort port) = (address.Endpoint.Address, address.Endpoint.Port);
        return PlaceDenial(state, address) is { } denial ? denial
            : address.Family != AddressFamily.AF_INET && !(address.Family == ImpLink && local.IsAny)
                ? new Denial(Errno.EADDRNOTAVAIL, RawBindFamily)
            : local.IsAny ? null
            : !state.Network.IsOwn(local) && !state.Network.IsConfiguredBroadcast(local)
                ? new Denial(Errno.EADDRNOTAVAIL, RawBindForeign)
            : port != 0 ? new Denial(Errno.EADDRNOTAVAIL, RawBindPort)
            : null;
    }

    private static Denial? ConnectDenial(State state, SocketAddress address) =>
        PlaceDenial(state, address) is { } denial ? denial
        : address.Family is AddressFamily.AF_INET or ImpLink ? null
        : new Denial(Errno.EAFNOSUPPORT, RawConnectFamily);

    private static Denial? PlaceDenial(State state, SocketAddress address) =>
        address.Length != SocketAddress.InetLength ? new Denial(Errno.EINVAL, RawLength)
        : state.World.Interfaces.IsEmpty ? new Denial(Errno.EADDRNOTAVAIL, RawNoInterfaces)
        : null;
}
