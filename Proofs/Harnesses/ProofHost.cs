using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Local;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// A host in any state of these parts: interfaces with a loopback and two more addresses, two prisons, and sockets of
/// one protocol in one hash chain, with empty queues. Its port ranges have two ports each.
/// </summary>
internal sealed partial class ProofHost
{
    private readonly Prison _first;
    private readonly Prison _second;
    private readonly PortVariables _ports;
    private readonly Clock _clock = new();

    public ProofHost(HostState state)
        : this(state, new Tunables())
    {
    }

    public ProofHost(HostState state, Tunables tunables)
    {
        Proof.Assume(state.Primary.IsUnicast & state.Alias.IsUnicast);
        var world = new World
        {
            Interfaces =
            [
                new Interface(
                    "fxp0",
                    [
                        new InterfaceAddress(state.Primary, state.PrimaryPrefix),
                        new InterfaceAddress(state.Alias, state.AliasPrefix),
                    ]),
                new Interface("lo0", [new InterfaceAddress(Ipv4.Loopback, 8)]),
            ],
            Tunables = tunables,
        };
        Interfaces = new Interfaces(world, _clock);
        _ports = new PortVariables(world) { Ranges = new PortRanges(1024, 1025, 49152, 49153, 1023, 1022) };
        var prisons = new Prisons(null!, int.MaxValue);
        PortHeads = new Zone<PortHead>("porthead", tunables.MaxPortHeads);
        Sockets = new SocketLayer(prisons, tunables, Scheduler);
        Table = new PcbTable("pcb", 1, tunables.MaxSockets, PortHeads);
        Table.Cursors[PortRangeOption.IP_PORTRANGE_DEFAULT] = state.Cursor;
        Udp = new Udp(Table, Interfaces, _ports, Sockets, _clock);
        Tcp = new Tcp(Table, Interfaces, _ports, Sockets);
        _first = prisons.Create(state.First)!;
        _second = prisons.Create(state.Second)!;
        var processes = new ProcessTable();
        var names = new ReceiverNames(processes);
        var files = new FileTable(Sockets, null!);
        Creation = new CreationCalls(null!, Sockets, files, new SignalOwners(processes), null!, Scheduler);
        Connection = new ConnectionCalls(Sockets, names, Scheduler);
        Rights = new RightsCalls(files);
        Sending = new SendCalls(names, Scheduler);
        Receiving = new ReceiveCalls(Sockets, Rights, Scheduler);
    }

    /// <summary>The interfaces, without routes.</summary>
    public Interfaces Interfaces { get; }

    /// <summary>The processes that sleep.</summary>
    public Scheduler Scheduler { get; } = new();

    public SocketLayer Sockets { get; }

    public PcbTable Table { get; }

    public Zone<PortHead> PortHeads { get; }

    public Udp Udp { get; }

    public Tcp Tcp { get; }

    /// <summary>accept(2).</summary>
    public CreationCalls Creation { get; }

    /// <summary>Control data.</summary>
    public RightsCalls Rights { get; }

    /// <summary>connect(2) and listen(2).</summary>
    public ConnectionCalls Connection { get; }

    /// <summary>sendto(2).</summary>
    public SendCalls Sending { get; }

    /// <summary>recvfrom(2).</summary>
    public ReceiveCalls Receiving { get; }

    /// <summary>The memory in use.</summary>
    public MemoryInUse Memory => new(
        Sockets.Zone.InUse, Sockets.Datagrams.InUse, Table.Zone.InUse, PortHeads.InUse, _first.References,
        _second.References);

    /// <summary>
    /// Adds the routes that a host has after boot, which sending needs. Their order depends on the prefixes, which adds
    /// paths.
    /// </summary>
    public ProofHost WithRoutes()
    {
        Interfaces.Changes.AddRoutesOfAddresses();
        return WithDefaultRoute();
    }

    /// <summary>Adds the route to everywhere alone, over the card, for claims that do not depend on routes.</summary>
    public ProofHost WithDefaultRoute()
    {
        Interfaces.Changes.AddDefaultRoute();
        return this;
    }

    /// <summary>Adds three sockets; returns the first parameter, hashed before, between or after the others.</summary>
    public Socket Add(InetProtocol protocol, byte place, SocketState called, SocketState second, SocketState third)
    {
        if (place == 0)
        {
            Socket oldest = Add(protocol, called);
            Add(protocol, second);
            Add(protocol, third);
            return oldest;
        }

        Add(protocol, second);
        if (place == 1)
        {
            Socket middle = Add(protocol, called);
            Add(protocol, third);
            return middle;
        }

        Add(protocol, third);
        return Add(protocol, called);
    }

    /// <summary>
    /// Adds a socket, hashed after the earlier ones. It is unbound if its prison's address is not one of the host's
    /// (J3), and never connected to INADDR_ANY (Interfaces.Destination). Its prison counts it only in
    /// <see cref="Close"/>: counting adds a path for each prison.
    /// </summary>
    public Socket Add(InetProtocol protocol, SocketState state)
    {
        Proof.Assume(state.Range is >= PortRangeOption.IP_PORTRANGE_DEFAULT and <= PortRangeOption.IP_PORTRANGE_LOW);
        Prison? prison = PrisonOf(state.Prison);
        Sockets.Create(protocol, default, out Socket socket);
        socket.Owner = new Credentials(state.Uid, 0, prison);
        socket.Options = (SocketOptions)state.Options & SocketOptions.Reuse;
        Pcb pcb = socket.Pcb!;
        pcb.Range = state.Range;
        Ipv4 address = AddressIn(prison, state.Local.Address);
        if (state.Local.Port != 0 & (prison is null | Interfaces.IsOwn(address)))
        {
            bool isConnected = state.Foreign.Port != 0 & !state.Foreign.Address.IsAny;
            pcb.Local = new Endpoint(address, state.Local.Port);
            pcb.Foreign = isConnected ? state.Foreign : Endpoint.None;
            socket.IsConnected = isConnected;
            socket.IsListening = state.Listens & !protocol.CarriesDatagrams & !isConnected;
            protocol.Table.InsertHash(pcb);
        }

        return socket;
    }

    /// <summary>Adds a socket of the other protocol, which has its own table of PCBs.</summary>
    public Socket AddBeside(InetProtocol protocol, SocketState state)
    {
        var table = new PcbTable("other", 1, int.MaxValue, PortHeads);
        return Add(
            protocol.CarriesDatagrams
                ? new Tcp(table, Interfaces, _ports, Sockets)
                : new Udp(table, Interfaces, _ports, Sockets, _clock),
            state);
    }

    /// <summary>The delivery of UDP datagrams.</summary>
    public UdpDelivery Delivery() =>
        new(Table, Interfaces, Sockets, new ReceivedControl(Interfaces, _clock), new UdpStatistics());

    /// <summary>close(2) of a socket's only descriptor.</summary>
    public void Close(Socket socket)
    {
        Prisons.Hold(socket.Owner.Prison);
        Sockets.Close(socket);
    }

    /// <summary>accept(2) by a process that has the socket open.</summary>
    public Outcome Accept(Process caller, Socket listener) =>
        Creation.Accept(caller, new OpenFile { Socket = listener }, listener);

    /// <summary>recvfrom(2) by another process every time.</summary>
    public Outcome Receive(Socket socket) =>
        Receiving.Receive(Caller(prison: 0, uid: 0), socket, new Call.RecvFrom(0, 0));

    /// <summary>A process of any user, in a prison or not, with no descriptors and room for one.</summary>
    public Process Caller(byte prison, int uid) => new()
    {
        Credentials = new Credentials(uid, 0, PrisonOf(prison)),
        Limits = new DescriptorLimits(1, 1),
    };

    /// <summary>
    /// Asserts the invariant for every socket (G1), and that each is in a state that
    /// <see cref="Add(InetProtocol, SocketState)"/> makes, so that another call can follow.
    /// </summary>
    public void IsConfined()
    {
        for (Pcb? pcb = Table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            Proof.Assert(Table.IsListed(pcb) & Table.IsHashed(pcb), "the PCB is in its lists");
            Proof.Assert(IsConfined(pcb), "a jailed socket has its prison's local address, or none");
            Proof.Assert(!pcb.Foreign.Address.IsAny | pcb.Foreign.IsNone, "no socket is connected to INADDR_ANY");
            Proof.Assert(IsOfAStart(pcb), "a harness may start from this state");
        }
    }

    /// <summary>Asserts that a socket's packet has its prison's source address (G1).</summary>
    public static void SendsAsItself(Prison? prison, Few<Packet> sent) =>
        Proof.Assert(
            sent.Count == 0
            || (sent.Count == 1 && sent[0] is var packet
                && packet.Source.Address == AddressIn(prison, packet.Source.Address)),
            "a jailed socket sends from its prison's address");

    /// <summary>True if two sockets are in the same prison, or both in none.</summary>
    public static bool AreTogether(Socket a, Socket b) => ReferenceEquals(a.Owner.Prison, b.Owner.Prison);

    private static Ipv4 AddressIn(Prison? prison, Ipv4 onHost) => prison is null ? onHost : prison.Address;

    private Prison? PrisonOf(byte which) => which == 1 ? _first : which == 2 ? _second : null;
}
