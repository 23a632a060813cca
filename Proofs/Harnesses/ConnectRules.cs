using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>What connect(2) says, and what becomes of the socket.</summary>
internal static class ConnectRules
{
    [Proof("S11", "UDP connect: the first rule that is broken is its error; a success returns the pending error. The "
        + "old connection is gone, the new one has the ends that were asked for, and nothing is sent.",
        Bound = "the only socket of a host with two addresses and port ranges of two ports",
        Mutant = "connect-takes-interface")]
    public static void UdpAlone(
        HostState state, SocketState socket, SocketAddress name, Errno pending, byte prison, int uid)
    {
        var host = new Host(state);
        Udp(state, host, host.Add(host.Udp, socket), held: null, name, pending, host.Caller(prison, uid));
    }

    [Proof("S11", "The same beside another socket: EADDRINUSE if that has both ends already, and it is left as it is.",
        Bound = "one other UDP socket; two addresses in networks of 256, port ranges of two ports",
        Mutant = "udp-connect-again")]
    public static void UdpBeside(
        HostState state, SocketState socket, SocketState other, SocketAddress name, Errno pending, byte prison, int uid)
    {
        state = state.Plain;
        var host = new Host(state);
        Socket held = host.Add(host.Udp, other);
        var bystander = new Bystander(held);
        Udp(state, host, host.Add(host.Udp, socket), held, name, pending, host.Caller(prison, uid));
        bystander.IsAsBefore();
    }

    [Proof("S10", "TCP connect: the first rule that is broken is its error, and leaves it unconnected. If none is, a "
        + "segment leaves: it connects to itself or to another host, or is refused and dropped.",
        Bound = "the only socket of a host with two addresses in networks of 256 and port ranges of two ports",
        Mutant = "tcp-refused-stays")]
    public static void TcpAlone(
        HostState state, SocketState socket, SocketAddress name, Errno pending, byte prison, int uid)
    {
        state = state.Plain;
        var host = new Host(state);
        Connecting made = Tcp(
            state, host, host.Add(host.Tcp, socket), held: null, name, pending, host.Caller(prison, uid));
        NobodyElseAnswers(state, made);
    }

    [Proof("S10", "The same beside another socket: if that listens it gets the connection, if not it does not answer.",
        Bound = "two TCP sockets with ports on a host with two addresses in networks of 256",
        Mutant = "tcp-connected-unasked")]
    public static void TcpBeside(
        HostState state, SocketState socket, SocketState other, SocketAddress name, Errno pending, byte prison, int uid)
    {
        state = state.Plain;
        var host = new Host(state);
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
            NobodyElseAnswers(state, made);
            bystander.IsAsBefore();
        }
    }

    // FreeBSD looks for the same connection before it chooses a port for a UDP socket: see reuse-chosen-port.trace.
    [Proof("H1", "No connect gives a UDP socket with a port, or a TCP socket of the default range, another's ends.",
        Bound = "one other socket; a host with two addresses and port ranges of two ports",
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

    private static void Udp(
        HostState state, Host host, Socket called, Socket? held, SocketAddress name, Errno pending, Process caller)
    {
        called.PendingError = pending;
        Pcb pcb = called.Pcb!;
        Ipv4? own = called.Owner.Prison?.Address;
        Endpoint before = pcb.Local;
        bool wasConnected = called.IsConnected;
        Errno copied = InetRules.OfLength(name);
        Ipv4 local = wasConnected ? own ?? Ipv4.Any : before.Address;
        Endpoint foreign = name.Endpoint with { Address = InetRules.Destination(state, own, name.Endpoint.Address) };
        Ipv4 source = InetRules.Source(state, own, local, foreign.Address);
        bool isTaken = before.Port != 0 & held?.Pcb!.Local == before with { Address = source }
            & held?.Pcb!.Foreign == foreign;
        Errno expected = InetRules.FirstOf(
            copied,
            InetRules.OfName(name),
            isTaken ? Errno.EADDRINUSE : InetRules.OfImpliedBind(state, called, caller.Credentials.Uid));
        Outcome outcome = host.Connection.Connect(caller, called, name);
        bool isConnected = called.IsConnected;
        Proof.Assert(
            isConnected == (expected == Errno.None | (wasConnected & copied != Errno.None)),
            "it is connected if no rule is broken, or if it was and the name cannot be read");
        bool succeeds = isConnected & copied == Errno.None;
        Proof.Assert(outcome.Error == (succeeds ? pending : expected), "the first rule broken, or what was pending");
        Proof.Assert(called.PendingError == (succeeds ? Errno.None : pending), "success forgets what was pending");
        Proof.Assert(outcome.Sent is null, "nothing is sent");
        Proof.Assert(
            copied != Errno.None | pcb.Foreign == (succeeds ? foreign : Endpoint.None),
            "its foreign end is what was asked for");
        Proof.Assert(
            pcb.Local.Address == (succeeds ? source : copied == Errno.None ? local : before.Address),
            "its local address leads there");
        Proof.Assert(
            succeeds & before.Port == 0
                ? Host.IsOfRange(pcb.Local.Port, pcb.Range)
                : pcb.Local.Port == before.Port,
            "it keeps its port, or gets one of its range if it is connected");
        Proof.Assert(host.Table.Statistics.Redundant == 0, "it is not hashed again for nothing");
    }

    private static Connecting Tcp(
        HostState state, Host host, Socket called, Socket? held, SocketAddress name, Errno pending, Process caller)
    {
        called.PendingError = pending;
        Pcb pcb = called.Pcb!;
        Ipv4? own = called.Owner.Prison?.Address;
        (Endpoint local, Endpoint foreign) = (pcb.Local, pcb.Foreign);
        var others = new Ends(held?.Pcb!.Local ?? Endpoint.None, held?.Pcb!.Foreign ?? Endpoint.None);
        bool wasConnected = called.IsConnected;
        bool wasListening = called.IsListening;
        bool listens = held?.IsListening ?? false;
        Errno refused = InetRules.FirstOf(InetRules.OfLength(name), OfStream(called, name));
        Errno unbound = InetRules.FirstOf(refused, InetRules.OfImpliedBind(state, called, caller.Credentials.Uid));
        Errno invalid = InetRules.FirstOf(unbound, InetRules.OfName(name));
        Endpoint there = name.Endpoint with { Address = InetRules.Destination(state, own, name.Endpoint.Address) };
        Ipv4 source = InetRules.Source(state, own, local.Address, there.Address);
        bool isToAll = InetRules.IsToAll(state, there.Address);

        Outcome outcome = host.Connection.Connect(caller, called, name);

        // A port that the kernel has chosen is gone with the PCB, but is in what was sent.
        ushort port = local.Port != 0 ? local.Port : outcome.Sent?.Source.Port ?? pcb.Local.Port;
        var here = new Endpoint(source, port);
        bool isTaken = others.Local == here & others.Foreign == there;
        Errno unsent = InetRules.FirstOf(invalid, isTaken ? Errno.EADDRINUSE : isToAll ? Errno.EACCES : Errno.None);
        Errno answer = Answer(state, here, there, others, listens);
        Errno expected = InetRules.FirstOf(unsent, answer);
        bool isSent = outcome.Sent is not null;
        bool isDropped = called.Pcb is null;
        bool succeeds = called.IsConnected & !wasConnected;
        Proof.Assert(isSent == (unsent == Errno.None), "a segment leaves if no rule is broken");
        Proof.Assert(succeeds == (expected == Errno.None), "it is connected if it says so");
        Proof.Assert(called.IsConnected == (succeeds | wasConnected), "no rule that is broken disconnects it");
        Proof.Assert(
            isDropped == (isSent ? !succeeds : invalid == Errno.None & !isTaken),
            "it is dropped if what was sent, or could not be sent, led to nothing");
        Proof.Assert(outcome.Error == (succeeds ? pending : expected), "the first rule broken, or what was pending");
        Proof.Assert(called.PendingError == (succeeds ? Errno.None : pending), "success forgets what was pending");
        Proof.Assert(!isSent | outcome.Sent == new Packet(Protocol.Tcp, here, there), "it leaves from here to there");
        Proof.Assert(called.IsListening == wasListening, "it listens if it did");
        Proof.Assert(
            isDropped | pcb.Foreign == (succeeds ? there : foreign),
            "it has the foreign end that was asked for");
        Proof.Assert(
            isDropped | pcb.Local.Address == (succeeds ? source : pcb.IsBound ? own ?? local.Address : Ipv4.Any),
            "and the local address that leads there");
        Proof.Assert(
            isDropped
            | (local.Port == 0 & unbound == Errno.None
                ? Host.IsOfRange(pcb.Local.Port, pcb.Range)
                : pcb.Local.Port == local.Port),
            "it keeps its port, or has got one of its range");
        return new Connecting(succeeds, here, there);
    }

    private static void NobodyElseAnswers(HostState state, Connecting made) =>
        Proof.Assert(
            !made.Succeeds | made.Here == made.There | !state.HasOwn(made.There.Address),
            "nobody else answers for this host");

    private static Errno OfStream(Socket socket, SocketAddress name) =>
        socket.IsListening ? Errno.EOPNOTSUPP
        : socket.IsConnected ? Errno.EISCONN
        : InetRules.NamesGroup(name) ? Errno.EAFNOSUPPORT
        : Errno.None;

    // Outside hosts accept everything, and a socket that connects to itself is its own peer.
    private static Errno Answer(HostState state, Endpoint here, Endpoint there, Ends others, bool listens)
    {
        bool isUnconnected = others.Local.Port == there.Port & others.Foreign.IsNone
            & (others.Local.Address == there.Address | others.Local.Address.IsAny);
        bool isConnected = others.Local == there & others.Foreign == here;
        return !state.HasOwn(there.Address) | here == there ? Errno.None
            : isUnconnected ? listens ? Errno.None : Errno.ETIMEDOUT
            : isConnected ? Errno.ETIMEDOUT
            : Errno.ECONNREFUSED;
    }

    /// <summary>What became of a TCP connect, and the ends that it was for.</summary>
    private readonly record struct Connecting(bool Succeeds, Endpoint Here, Endpoint There);
}
