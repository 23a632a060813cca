using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Binding;

/// <summary>Error and effect of bind(2) for every address, port, family, length, user and prison.</summary>
internal static class BindProofs
{
    [Proof("P5", "bind of a UDP or TCP socket, bound or not: its error, and the local end it leads to.",
        Bound = "no other socket; three local addresses, and ranges of two ports", Mutant = "bind-family-ignored")]
    public static void Alone(HostState state, SocketState socket, bool tcp, SocketAddress name, byte prison, int uid)
    {
        var host = new ProofHost(state);
        Socket called = host.Add(tcp ? host.Tcp : host.Udp, socket);
        Endpoint before = called.Pcb!.Local;
        Errno expected = Expected(state, called, name, uid);
        Errno error = NameCalls.Bind(host.Caller(prison, uid), called, name).Error;
        Endpoint after = called.Pcb.Local;
        Proof.Assert(error == expected, "the error of the first rule broken");
        Proof.Assert(
            error == Errno.None
                ? after.Address == Held(called, name) & Fits(after.Port, name.Endpoint.Port, socket.Range)
                : after == before,
            "it gets the end asked for, or none");
    }

    [Proof("P3", "Each range has its own cursor, which stays at the port that was found.",
        Bound = "a UDP socket alone, and ranges of two ports", Mutant = "one-cursor")]
    public static void MovesItsOwnCursor(HostState state, SocketState socket, ushort high, ushort low)
    {
        var host = new ProofHost(state);
        PortCursors cursors = host.Table.Cursors;
        cursors[PortRangeOption.IP_PORTRANGE_HIGH] = high;
        cursors[PortRangeOption.IP_PORTRANGE_LOW] = low;
        Socket called = host.Add(host.Udp, socket.Unbound);
        NameCalls.Bind(host.Caller(0, 0), called, SocketAddress.Inet(Endpoint.None));
        ushort port = called.Pcb!.Local.Port;
        PortRangeOption moved = port == 0 ? (PortRangeOption)(-1) : socket.Range;
        Proof.Assert(
            cursors[PortRangeOption.IP_PORTRANGE_DEFAULT]
                == (moved == PortRangeOption.IP_PORTRANGE_DEFAULT ? port : state.Cursor)
            & cursors[PortRangeOption.IP_PORTRANGE_HIGH] == (moved == PortRangeOption.IP_PORTRANGE_HIGH ? port : high)
            & cursors[PortRangeOption.IP_PORTRANGE_LOW] == (moved == PortRangeOption.IP_PORTRANGE_LOW ? port : low),
            "only the cursor of the range moved");
    }

    [Proof("P5", "bind to another socket's port: EADDRINUSE unless both share it or a prison does not see it. Sockets "
        + "at other ports do not interfere, and no other socket changes.",
        Bound = "UDP or TCP; one socket that may hold the port, and a default one of the host at another port",
        Mutant = "reuse-ignores-user")]
    public static void BesideAnother(
        HostState state, SocketState socket, SocketState other, Endpoint elsewhere, bool tcp, Endpoint local,
        byte prison, int uid)
    {
        Proof.Assume(local.Port != 0 & elsewhere.Port != local.Port & elsewhere.Port != other.Local.Port);
        Proof.Assume(elsewhere.Port != 0);
        var host = new ProofHost(state);
        InetProtocol protocol = tcp ? host.Tcp : host.Udp;
        Socket holder = host.Add(protocol, other);
        var plain = new SocketState(prison: 0, 0, 0, default, elsewhere, Endpoint.None, listens: false);
        Pcb bystander = host.Add(protocol, plain).Pcb!;
        Socket called = host.Add(protocol, socket);
        (Endpoint held, Endpoint peer) = (holder.Pcb!.Local, holder.Pcb.Foreign);
        SocketAddress name = SocketAddress.Inet(local);
        Errno alone = Expected(state, called, name, uid);
        bool isTaken = IsTaken(called, local with { Address = Held(called, name) }, holder);
        Errno error = NameCalls.Bind(host.Caller(prison, uid), called, name).Error;
        Proof.Assert(error == (alone == Errno.None & isTaken ? Errno.EADDRINUSE : alone));
        Proof.Assert(
            holder.Pcb.Local == held & holder.Pcb.Foreign == peer & bystander.Local == elsewhere,
            "the other sockets stay unchanged");
    }

    [Proof("P4", "bind without memory for a new port head either shares a port or leaves socket and memory "
        + "unchanged.",
        Bound = "a UDP socket, and a host's socket that has the only port head", Mutant = "bind-not-undone")]
    public static void FailureChangesNothing(
        HostState state, SocketState socket, SocketState other, SocketAddress name, byte prison, int uid)
    {
        var host = new ProofHost(state, new Tunables { MaxPortHeads = 1 });
        Proof.Assume(other.Local.Port != 0);
        host.Add(host.Udp, other.OnHost);
        Socket called = host.Add(host.Udp, socket.Unbound);
        Errno error = NameCalls.Bind(host.Caller(prison, uid), called, name).Error;
        Pcb pcb = called.Pcb!;
        Proof.Assert(host.PortHeads.InUse == 1, "one port is in use");
        Proof.Assert(
            error == Errno.None ? pcb.Local.Port == other.Local.Port : pcb.Local.IsNone & pcb.PortHead is null,
            "the second socket shares the port, or has none");
        Proof.Assert(host.Table.IsHashed(pcb), "it is hashed where it is bound");
    }

    /// <summary>The error of bind if no other socket interferes.</summary>
    private static Errno Expected(HostState state, Socket socket, SocketAddress name, int uid)
    {
        Ipv4 asked = name.Endpoint.Address;
        Ipv4 address = Held(socket, name);
        Prison? prison = socket.Owner.Prison;
        bool isInet = name.Family == AddressFamily.AF_INET;
        bool isGroup = HostAddresses.IsGroup(address);
        bool isHosts = prison is null
            ? address.IsAny | isGroup | (isInet & (state.HasOwn(address) | state.HasBroadcast(address)))
            : !isGroup & isInet & state.HasOwn(address);
        ushort port = name.Endpoint.Port;
        Errno copied = InetErrors.OfLength(name);
        return copied != Errno.None ? copied
            : !socket.Protocol.CarriesDatagrams & InetErrors.NamesGroup(name) ? Errno.EAFNOSUPPORT
            : socket.Pcb!.IsBound | name.Length != 16 ? Errno.EINVAL
            : prison is not null & !asked.IsAny & asked != address ? Errno.EINVAL
            : !isHosts ? Errno.EADDRNOTAVAIL
            : uid != 0 & port == 0 & socket.Pcb.Range == PortRangeOption.IP_PORTRANGE_LOW ? Errno.EPERM
            : uid != 0 & port is > 0 and <= 1023 ? Errno.EACCES
            : Errno.None;
    }

    private static Ipv4 Held(Socket socket, SocketAddress name) =>
        socket.Owner.Prison is { } prison ? prison.Address : name.Endpoint.Address;

    private static bool Fits(ushort port, ushort asked, PortRangeOption range) =>
        asked != 0 ? port == asked : ProofHost.IsOfRange(port, range);

    // The rules of sharing, each as a condition under which the holder does not interfere.
    private static bool IsTaken(Socket socket, Endpoint local, Socket holder)
    {
        Endpoint held = holder.Pcb!.Local;
        bool isGroup = HostAddresses.IsGroup(local.Address);
        bool isSame = held == local & holder.Pcb.Foreign.IsNone;
        bool overlaps = socket.Owner.Prison is null
            ? held.Port == local.Port & (held.Address == local.Address | held.Address.IsAny | local.Address.IsAny)
            : isSame;
        bool mayShareWithUser = socket.Owner.Uid == 0 | isGroup | socket.Owner.Uid == holder.Owner.Uid
            | (local.Address.IsAny & held.Address.IsAny & Has(holder, SocketOptions.ReusePort));
        bool bothShare = isGroup & Has(socket, SocketOptions.ReuseAddress)
            ? holder.Options != SocketOptions.None
            : Has(socket, SocketOptions.ReusePort) & Has(holder, SocketOptions.ReusePort);
        return (overlaps & !mayShareWithUser)
            | ((socket.Options == SocketOptions.None ? overlaps : isSame) & !bothShare);
    }

    private static bool Has(Socket socket, SocketOptions option) => (socket.Options & option) != 0;
}
