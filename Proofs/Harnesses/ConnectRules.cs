using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>What connect(2) does to a datagram socket: which ends it gets, and how it is hashed for that.</summary>
internal static class ConnectRules
{
    [Proof("S11", "UDP connect, of a connected socket too, alone on its host: each error, and both ends.",
        Mutant = "connect-takes-interface")]
    public static void Alone(HostState state, SocketState socket, SocketAddress name, byte prison, int uid)
    {
        var host = new Host(state);
        Socket called = host.Add(host.Udp, socket);
        Pcb pcb = called.Pcb!;
        Ipv4? own = called.Owner.Prison?.Address;
        Errno expected = Expected(state, called, name, uid);
        ushort port = pcb.Local.Port;
        Ipv4 local = called.IsConnected ? own ?? Ipv4.Any : pcb.Local.Address;
        Endpoint foreign = name.Endpoint with { Address = Destination(state, own, name.Endpoint.Address) };
        Errno error = host.Connection.Connect(host.Caller(prison, uid), called, name).Error;
        Proof.Assert(error == expected, "it is the first rule broken that counts");
        Proof.Assert(called.IsConnected == (error == Errno.None) | !IsAddress(name), "it is connected if it says so");
        Proof.Assert(
            error != Errno.None
            | (pcb.Foreign == foreign
                & pcb.Local.Address == (!local.IsAny ? local : own ?? state.SourceFor(foreign.Address))),
            "it has the foreign end that was asked for, and the local address that leads there");
        Proof.Assert(
            port != 0 ? pcb.Local.Port == port
                : error == Errno.None ? Host.IsOfRange(pcb.Local.Port, socket.Range)
                : pcb.Local.IsNone,
            "it keeps its port, or gets one of its range where it is connected");
        Proof.Assert(host.Table.Statistics.Redundant == 0, "it is not hashed anew for nothing");
    }

    // FreeBSD looks for the same connection before it chooses a port for a UDP socket: see reuse-chosen-port.trace.
    [Proof("H1", "No connect gives a UDP socket with a port, or a TCP socket of the default range, another's ends.",
        Mutant = "same-connection-twice")]
    public static void EndsAreUnique(
        HostState state, SocketState socket, SocketState other, bool tcp, SocketAddress name, byte prison, int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        InetProtocol protocol = tcp ? host.Tcp : host.Udp;
        Pcb held = host.Add(protocol, other).Pcb!;
        Socket called = host.Add(protocol, socket);
        Proof.Assume(held.Socket.IsConnected & (tcp | called.Pcb!.IsBound));
        Errno error = host.Connection.Connect(host.Caller(prison, uid), called, name).Error;
        Proof.Assert(error != Errno.None | called.Pcb?.Local != held.Local | called.Pcb?.Foreign != held.Foreign);
    }

    private static Errno Expected(HostState state, Socket socket, SocketAddress name, int uid)
    {
        bool isBound = socket.Pcb!.IsBound;
        return name.Length > 255 ? Errno.ENAMETOOLONG
            : name.Length != 16 ? Errno.EINVAL
            : name.Family != AddressFamily.AF_INET ? Errno.EAFNOSUPPORT
            : name.Endpoint.Port == 0 ? Errno.EADDRNOTAVAIL
            : !isBound && socket.Owner.Prison is { } prison && !IsBindable(state, prison.Address) ? Errno.EADDRNOTAVAIL
            : !isBound & uid != 0 & socket.Pcb.Range == PortRangeOption.IP_PORTRANGE_LOW ? Errno.EPERM
            : Errno.None;
    }

    private static bool IsAddress(SocketAddress name) => name.Length is >= 2 and <= 255;

    private static bool IsBindable(HostState state, Ipv4 address) =>
        state.HasOwn(address) & !HostAddresses.IsGroup(address);

    // In a prison the loopback address and any are its own; on the host any is the primary one.
    private static Ipv4 Destination(HostState state, Ipv4? own, Ipv4 asked) =>
        own is { } prison && asked.IsAny | asked == Ipv4.Loopback ? OnHost(state, prison) : OnHost(state, asked);

    private static Ipv4 OnHost(HostState state, Ipv4 address) =>
        address.IsAny ? state.Primary
        : address == Ipv4.Broadcast & state.PrimaryPrefix <= 30
            ? new Ipv4(state.Primary.Value | uint.MaxValue >> state.PrimaryPrefix)
        : address;
}
