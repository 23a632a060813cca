using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Error and effect of connect(2).</summary>
internal static class ConnectProofs
{
    [Proof("S11", "UDP connect returns the error of the first rule broken, or the pending error on success. It "
        + "dissolves the old association, sets the ends asked for, and sends nothing.",
        Bound = "the only socket of a host with two addresses and port ranges of two ports",
        Mutant = "connect-takes-interface")]
    public static void UdpAlone(
        HostState state, SocketState socket, SocketAddress name, Errno pending, byte prison, int uid)
    {
        var host = new ProofHost(state).WithRoutes();
        Udp(state, host, host.Add(host.Udp, socket), held: null, name, pending, host.Caller(prison, uid));
    }

    [Proof("S11", "UDP connect beside another socket: EADDRINUSE if that has both ends already; the other socket "
        + "stays unchanged.",
        Bound = "one other UDP socket; two addresses in /24 networks, port ranges of two ports",
        Mutant = "udp-connect-again")]
    public static void UdpBeside(
        HostState state, SocketState socket, SocketState other, SocketAddress name, Errno pending, byte prison, int uid)
    {
        state = state.Plain;
        var host = new ProofHost(state).WithRoutes();
        Socket held = host.Add(host.Udp, other);
        var bystander = new Bystander(held);
        Udp(state, host, host.Add(host.Udp, socket), held, name, pending, host.Caller(prison, uid));
        bystander.IsAsBefore();
    }

    [Proof("S10", "TCP connect returns the error of the first rule broken and stays unconnected. Otherwise a segment "
        + "leaves: the socket connects to itself or to another host, or is refused and dropped.",
        Bound = "the only socket of a host with two addresses in /24 networks and port ranges of two ports",
        Mutant = "tcp-refused-stays")]
    public static void TcpAlone(
        HostState state, SocketState socket, SocketAddress name, Errno pending, byte prison, int uid)
    {
        state = state.Plain;
        var host = new ProofHost(state).WithRoutes();
        Connecting made = Tcp(
            state, host, host.Add(host.Tcp, socket), held: null, name, pending, host.Caller(prison, uid));
        NoOtherSocketAnswers(state, made);
    }

    [Proof("S10", "TCP connect beside another socket: a listening one gets the connection, any other one does not "
        + "answer.",
        Bound = "two bound TCP sockets on a host with two addresses in /24 networks",
        Mutant = "tcp-connected-unasked")]
    public static void TcpBeside(
        HostState state, SocketState socket, SocketState other, SocketAddress name, Errno pending, byte prison, int uid)
    {
        state = state.Plain;
        var host = new ProofHost(state).WithRoutes();
        Socket held = host.Add(host.Tcp, other);
        Socket called = host.Add(host.Tcp, socket);
        Proof.Assume(held.Pcb!.IsBound & called.Pcb!.IsBound);
        bool listens = held.IsListening;
        var bystander = new Bystander(held);
        Connecting made = Tcp(state, host, called, held, name, pending, host.Caller(prison, uid));
        if (held.Waiting.First is { } connection)
        {
            Proof.Assert(
                made.Succeeds & listens & state.HasOwn(made.There.Address), "who listens gets what is connected");
            Proof.Assert(
                connection.Pcb!.Local == made.There & connection.Pcb.Foreign == made.Here, "with the ends exchanged");
        }
        else
        {
            NoOtherSocketAnswers(state, made);
            bystander.IsAsBefore();
        }
    }

    // FreeBSD looks for the same connection before it chooses a port for a UDP socket: see reuse-chosen-port.trace.
    [Proof("H1", "No connect gives a bound UDP socket, or a TCP socket of the default range, the ends of another "
        + "socket.",
        Bound = "one other socket; a host with two addresses and port ranges of two ports",
        Mutant = "same-connection-twice")]
    public static void EndsAreUnique(
        HostState state, SocketState socket, SocketState other, bool tcp, SocketAddress name, byte prison, int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new ProofHost(state).WithRoutes();
        InetProtocol protocol = tcp ? host.Tcp : host.Udp;
        Pcb held = host.Add(protocol, other).Pcb!;
        Socket called = host.Add(protocol, socket);
        Proof.Assume(held.Socket.IsConnected & (tcp | called.Pcb!.IsBound));
        Errno error = host.Connection.Connect(host.Caller(prison, uid), called, name).Error;
        Proof.Assert(error != Errno.None | called.Pcb?.Local != held.Local | called.Pcb?.Foreign != held.Foreign);
    }

    private static void Udp(
        HostState state, ProofHost host, Socket called, Socket? held, SocketAddress name, Errno pending, Process caller)
    {
        called.PendingError = pending;
        Pcb pcb = called.Pcb!;
        Ipv4? own = called.Owner.Prison?.Address;
        Endpoint before = pcb.Local;
        bool wasConnected = called.IsConnected;
        Errno copied = InetErrors.OfLength(name);
        Ipv4 local = wasConnected ? own ?? Ipv4.Any : before.Address;
        Endpoint foreign = name.Endpoint with { Address = InetErrors.Destination(state, own, name.Endpoint.Address) };
        Ipv4 source = InetErrors.Source(state, own, local, foreign.Address);
        bool isTaken = before.Port != 0 & held?.Pcb!.Local == before with { Address = source }
            & held?.Pcb!.Foreign == foreign;
        Errno expected = InetErrors.FirstOf(
            copied,
            InetErrors.OfName(name),
            isTaken ? Errno.EADDRINUSE : InetErrors.OfImpliedBind(state, called, caller.Credentials.Uid));
        Outcome outcome = host.Connection.Connect(caller, called, name);
        bool isConnected = called.IsConnected;
        Proof.Assert(
            isConnected == (expected == Errno.None | (wasConnected & copied != Errno.None)),
            "it is connected if no rule is broken, or if it was before and the name cannot be read");
        bool succeeds = isConnected & copied == Errno.None;
        Proof.Assert(
            outcome.Error == (succeeds ? pending : expected), "the error of the first rule broken, or the pending one");
        Proof.Assert(called.PendingError == (succeeds ? Errno.None : pending), "success clears the pending error");
        Proof.Assert(outcome.Sent.IsEmpty, "nothing is sent");
        Proof.Assert(
            copied != Errno.None | pcb.Foreign == (succeeds ? foreign : Endpoint.None),
            "its foreign end is the given one");
        Proof.Assert(
            pcb.Local.Address == (succeeds ? source : copied == Errno.None ? local : before.Address),
            "its local address is the source for that destination");
        Proof.Assert(
            succeeds & before.Port == 0
                ? ProofHost.IsOfRange(pcb.Local.Port, pcb.Range)
                : pcb.Local.Port == before.Port,
            "it keeps its port, or gets one of its range when connected");
        Proof.Assert(host.Table.Statistics.Redundant == 0, "no rehash is redundant");
    }

    private static Connecting Tcp(
        HostState state, ProofHost host, Socket called, Socket? held, SocketAddress name, Errno pending, Process caller)
    {
        called.PendingError = pending;
        Pcb pcb = called.Pcb!;
        Ipv4? own = called.Owner.Prison?.Address;
        (Endpoint local, Endpoint foreign) = (pcb.Local, pcb.Foreign);
        var others = new PcbEnds(held?.Pcb!.Local ?? Endpoint.None, held?.Pcb!.Foreign ?? Endpoint.None);
        bool wasConnected = called.IsConnected;
        bool wasListening = called.IsListening;
        bool listens = held?.IsListening ?? false;
        Errno refused = InetErrors.FirstOf(InetErrors.OfLength(name), OfStream(called, name));
        Errno unbound = InetErrors.FirstOf(refused, InetErrors.OfImpliedBind(state, called, caller.Credentials.Uid));
        Errno invalid = InetErrors.FirstOf(unbound, InetErrors.OfName(name));
        Endpoint there = name.Endpoint with { Address = InetErrors.Destination(state, own, name.Endpoint.Address) };
        Ipv4 source = InetErrors.Source(state, own, local.Address, there.Address);
        bool isToAll = InetErrors.IsToAll(state, there.Address);

        Outcome outcome = host.Connection.Connect(caller, called, name);

        // A port that the kernel chose is lost with the PCB, but the packet sent has it.
        ushort port = local.Port != 0 ? local.Port : outcome.Sent.First?.Source.Port ?? pcb.Local.Port;
        var here = new Endpoint(source, port);
        bool isTaken = others.Local == here & others.Foreign == there;
        Errno unsent = InetErrors.FirstOf(invalid, isTaken ? Errno.EADDRINUSE : isToAll ? Errno.EACCES : Errno.None);
        Errno answer = Answer(state, here, there, others, listens);
        Errno expected = InetErrors.FirstOf(unsent, answer);
        bool isSent = outcome.Sent.Count != 0;
        bool isDropped = called.Pcb is null;
        bool succeeds = called.IsConnected & !wasConnected;
        Proof.Assert(isSent == (unsent == Errno.None), "a segment leaves if no rule is broken");
        Proof.Assert(succeeds == (expected == Errno.None), "it is connected if the call succeeds");
        Proof.Assert(called.IsConnected == (succeeds | wasConnected), "a broken rule does not disconnect it");
        Proof.Assert(
            isDropped == (isSent ? !succeeds : invalid == Errno.None & !isTaken),
            "it is dropped if the segment was not sent or not answered with a connection");
        Proof.Assert(
            outcome.Error == (succeeds ? pending : expected), "the error of the first rule broken, or the pending one");
        Proof.Assert(called.PendingError == (succeeds ? Errno.None : pending), "success clears the pending error");
        Proof.Assert(
            !isSent | outcome.Sent.First == new Packet(Protocol.Tcp, here, there), "the segment has both ends");
        Proof.Assert(called.IsListening == wasListening, "it listens if it did");
        Proof.Assert(
            isDropped | pcb.Foreign == (succeeds ? there : foreign),
            "it has the foreign end asked for");
        Proof.Assert(
            isDropped | pcb.Local.Address == (succeeds ? source : pcb.IsBound ? own ?? local.Address : Ipv4.Any),
            "and the source address for that destination");
        Proof.Assert(
            isDropped
            | (local.Port == 0 & unbound == Errno.None
                ? ProofHost.IsOfRange(pcb.Local.Port, pcb.Range)
                : pcb.Local.Port == local.Port),
            "it keeps its port, or got one of its range");
        return new Connecting(succeeds, here, there);
    }

    private static void NoOtherSocketAnswers(HostState state, Connecting made) =>
        Proof.Assert(
            !made.Succeeds | made.Here == made.There | !state.HasOwn(made.There.Address),
            "no other socket answers for this host");

    private static Errno OfStream(Socket socket, SocketAddress name) =>
        socket.IsListening ? Errno.EOPNOTSUPP
        : socket.IsConnected ? Errno.EISCONN
        : InetErrors.NamesGroup(name) ? Errno.EAFNOSUPPORT
        : Errno.None;

    // Outside hosts accept everything, and a socket that connects to itself is its own peer.
    private static Errno Answer(HostState state, Endpoint here, Endpoint there, PcbEnds others, bool listens)
    {
        bool isUnconnected = others.Local.Port == there.Port & others.Foreign.IsNone
            & (others.Local.Address == there.Address | others.Local.Address.IsAny);
        bool isConnected = others.Local == there & others.Foreign == here;
        return !state.HasOwn(there.Address) | here == there ? Errno.None
            : isUnconnected ? listens ? Errno.None : Errno.ETIMEDOUT
            : isConnected ? Errno.ETIMEDOUT
            : Errno.ECONNREFUSED;
    }

    /// <summary>The result of a TCP connect, and its two ends.</summary>
    private readonly record struct Connecting(bool Succeeds, Endpoint Here, Endpoint There);
}
