using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>Datagrams to many: who receives one, which are accepted, and where those of this host go.</summary>
internal static class ToManyProofs
{
    private const uint AllHosts = 0xe000_0001;

    [Proof("S11", "A datagram to many reaches the newest matching socket, and the next one if that shares its port: at "
        + "the port, at 0.0.0.0 or the destination, connected to the source or to nothing. A full buffer drops its own "
        + "copy, and an unbound socket of a prison gets none.",
        Bound = "two UDP sockets on the host", Mutant = "many-first-alone")]
    public static void ReachesTheSet(
        HostState state, SocketState older, SocketState newer, Endpoint source, Endpoint destination, ShortData data,
        bool isFull)
    {
        Proof.Assume(ProofHost.IsOutside(source) & data.IsValid & !state.HasOwn(destination.Address));
        var host = new ProofHost(state.Plain);
        Socket first = host.Add(host.Udp, older);
        Socket second = host.Add(host.Udp, newer);
        second.Sizes = BufferSizes.Of(1, isFull ? 1 : 1000);
        Traffic traffic = default;
        host.Delivery().DeliverToMany(0, source, destination, data.ToData(), ref traffic);
        bool matches = Takes(second, source, destination);
        bool goesOn = !matches | (second.Options & SocketOptions.Reuse) != 0;
        bool reachesSecond = matches & !isFull;
        bool reachesFirst = Takes(first, source, destination) & goesOn;
        Proof.Assert(second.Received.First is not null == reachesSecond, "the newest one receives it if it matches");
        Proof.Assert(first.Received.First is not null == reachesFirst, "the other one if it may");
        Proof.Assert(
            ReferenceEquals(traffic.Receiver, reachesSecond ? second : reachesFirst ? first : null)
            & traffic.Others.Length == (reachesSecond & reachesFirst ? 1 : 0),
            "the receivers are reported");
        Proof.Assert(
            ProofHost.MayReceive(reachesSecond ? second.Pcb : null, destination)
            & ProofHost.MayReceive(reachesFirst ? first.Pcb : null, destination),
            "nobody in a prison receives it");
    }

    [Proof("S11", "ip_input accepts the last address of a subnet and of its class, 255.255.255.255 and 0.0.0.0 as "
        + "broadcasts, and no other address.",
        Bound = "one interface with two /24 addresses and a loopback one", Mutant = "broadcast-of-class-refused")]
    public static void TakesBroadcasts(HostState state, Ipv4 address) =>
        Proof.Assert(
            new ProofHost(state.Plain).Interfaces.TakesBroadcast(address)
            == (address.IsAny | address == Ipv4.Broadcast
                | IsLastOf(state.Primary, address) | IsLastOf(state.Alias, address)));

    [Proof("S11", "A datagram to a group is accepted on an interface on which the host has joined it, and on every one "
        + "if it is for 224.0.0.1. A broadcast is for many only on its interface.",
        Bound = "one group joined, on the second of two interfaces", Mutant = "all-hosts-not-joined")]
    public static void AcceptsGroups(HostState state, uint any, Ipv4 address, bool onSecond)
    {
        Ipv4 joined = GroupOf(any);
        var host = new ProofHost(state.Plain);
        host.Interfaces.Groups.Join(joined, card: 1);
        UdpDelivery delivery = host.Delivery();
        int card = onSecond ? 1 : 0;
        Proof.Assert(
            !address.IsMulticast
            || host.Interfaces.Accepts(address, card) == (address.Value == AllHosts | (address == joined & onSecond)),
            "only members accept it");
        Proof.Assert(
            address.IsMulticast | !onSecond
            || delivery.IsForMany(address, card) == (address.IsAny | address == Ipv4.Broadcast),
            "a loopback interface has no broadcast address of its own");
    }

    [Proof("S11", "A multicast datagram leaves unless its time to live is 0 or its interface a loopback one, and comes "
        + "back on its interface if the host is a member there and the sender has not turned that off.",
        Bound = "one group joined, on the first of two interfaces, over which the route leads",
        Mutant = "loop-off-ignored")]
    public static void Leaves(HostState state, uint any, uint other, byte ttl, bool loops, byte choice)
    {
        (Ipv4 group, Ipv4 joined) = (GroupOf(any), GroupOf(other));
        var host = new ProofHost(state.Plain).WithRoutes();
        host.Interfaces.Groups.Join(joined, card: 0);
        Pcb pcb = host.Add(host.Udp, default).Pcb!;
        int? chosen = choice == 0 ? null : choice == 1 ? 0 : 1;
        if (choice < 3)
        {
            pcb.Multicast = new MulticastOptions { Interface = chosen, Ttl = ttl, Loops = loops };
        }

        Errno error = MulticastOutput.Route(host.Interfaces, pcb, group, out MulticastRoute way);
        bool hasOptions = choice < 3;
        bool isLoopback = hasOptions & choice == 2;
        bool isMember = group.Value == AllHosts | (group == joined & !isLoopback);
        bool comesBack = (!hasOptions | loops) & isMember;
        Proof.Assert(error == Errno.None, "the host has a route");
        Proof.Assert(way.Leaves == ((!hasOptions | ttl != 0) & !isLoopback), "it leaves");
        Proof.Assert(way.CopyOn is not null == comesBack, "it comes back");
        Proof.Assert(way.CopyOn is not { } card || card == (isLoopback ? 1 : 0), "on its interface");
    }

    [Proof("G1", "IP_MULTICAST_IF determines the source address of multicast datagrams alone, and never that of a "
        + "socket in a prison.",
        Bound = "one unbound UDP socket, the loopback interface chosen", Mutant = "multicast-source-leaves-prison")]
    public static void Source(HostState state, byte prison, Endpoint destination, bool isChosen)
    {
        Proof.Assume(destination.Port != 0);
        var host = new ProofHost(state.Plain).WithRoutes();
        Socket socket = host.Add(host.Udp, new SocketState(prison, 0, 0, default, default, default, false));
        Pcb pcb = socket.Pcb!;
        if (isChosen)
        {
            pcb.Multicast = new MulticastOptions { Interface = 1 };
        }

        Traffic traffic = default;
        Process caller = host.Caller(prison, 0);
        Errno error = host.Udp.Connect(socket, SocketAddress.Inet(destination), caller, ref traffic);
        Ipv4 expected = socket.Owner.Prison is { } own ? own.Address
            : isChosen & pcb.Foreign.Address.IsMulticast ? Ipv4.Loopback
            : host.Interfaces.SourceFor(pcb.Foreign.Address);
        Proof.Assert(error != Errno.None || pcb.Local.Address == expected);
    }

    private static Ipv4 GroupOf(uint any) => new(0xe000_0000 | any & 0x0fff_ffff);

    private static bool Takes(Socket socket, Endpoint source, Endpoint destination)
    {
        Pcb pcb = socket.Pcb!;
        return pcb.Local.Port == destination.Port
            & (pcb.Local.Address.IsAny | pcb.Local.Address == destination.Address)
            & (pcb.Foreign.IsNone | pcb.Foreign == source)
            & (pcb.Local.Port != 0 | socket.Owner.Prison is null);
    }

    private static bool IsLastOf(Ipv4 own, Ipv4 address)
    {
        uint hosts = own.Value < 0x8000_0000 ? 0x00ff_ffff : own.Value < 0xc000_0000 ? 0xffffu : 0xff;
        return address.Value == (own.Value | 0xff) | address.Value == (own.Value | hosts);
    }
}
