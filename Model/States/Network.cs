using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>
/// The host's interfaces: which addresses are its own, which are broadcasts, and which source a packet gets.
/// </summary>
public sealed class Network
{
    /// <summary>The group of all hosts, 224.0.0.1.</summary>
    internal static readonly Ipv4 AllHosts = new(0xe000_0001);

    private readonly ImmutableArray<Site> _sites;
    private readonly Site? _outside;
    private readonly ImmutableArray<Ipv4> _forAll;
    private readonly string? _loopback;

    /// <summary>Reads the interfaces of a world.</summary>
    public Network(World world)
    {
        _sites = [.. from nic in world.Interfaces from address in nic.Addresses select new Site(nic, address)];
        _outside = _sites.FirstOrDefault(site => !site.IsLoopback);
        _forAll = [.. _sites.SelectMany(site => site.ForAll), Ipv4.Broadcast];
        _loopback = world.Interfaces.FirstOrDefault(nic => nic.IsLoopback)?.Name;
        Own = [.. _sites.Select(site => site.Address)];
    }

    /// <summary>The host's own addresses in the order of configuration.</summary>
    public ImmutableArray<Ipv4> Own { get; }

    /// <summary>The first address configured; null without addresses.</summary>
    public Ipv4? Primary => Own.IsEmpty ? null : Own[0];

    /// <summary>True for an address of an interface; an alias is enough (J3).</summary>
    public bool IsOwn(Ipv4 address) => Own.Contains(address);

    /// <summary>
    /// True for a broadcast address of a network that the host is on; never for the host's own addresses.
    /// </summary>
    public bool IsBroadcast(Ipv4 address) => !IsOwn(address) && _forAll.Contains(address);

    /// <summary>
    /// True for a broadcast address that makes the host take a packet, whichever interface it arrives on: the last
    /// address of a subnet or of its class, or one that means every network (netinet/ip_input.c:ip_input). An alias
    /// with a /32 prefix brings that of its class.
    /// </summary>
    internal bool TakesBroadcast(Ipv4 address) => MeansAll(address) || TakesOfNetwork(address);

    /// <summary>The same without those that mean every network.</summary>
    internal bool TakesOfNetwork(Ipv4 address) => !IsOwn(address) && _sites.Any(site => site.Takes(address));

    /// <summary>
    /// True for a broadcast address of an interface (netinet/in.c:in_broadcast); never for the host's own addresses.
    /// </summary>
    internal bool IsBroadcastOn(Ipv4 address, string nic) =>
        !IsOwn(address)
        && (MeansAll(address) || _sites.Any(site => site.Interface == nic && site.ForAll.Contains(address)));

    /// <summary>The name of the interface that has an address; null if none has it.</summary>
    internal string? InterfaceOf(Ipv4 address) => _sites.FirstOrDefault(site => site.Address == address)?.Interface;

    /// <summary>The name of the interface to a destination; null without a route.</summary>
    internal string? InterfaceTo(Ipv4 destination) => WayTo(destination)?.Interface;

    /// <summary>
    /// The name of the interface to a destination on an attached network, without any route
    /// (net/if.c:ifa_ifwithnet); null if it is on none.
    /// </summary>
    internal string? DirectInterfaceTo(Ipv4 destination) => Attached(destination)?.Interface;

    /// <summary>
    /// The name of the interface on which a packet of this host to an own address arrives: what an Ethernet card has
    /// comes over the first loopback interface, if there is one (netinet/if_ether.c:arp_rtrequest).
    /// </summary>
    internal string InterfaceWithin(Ipv4 own)
    {
        string nic = InterfaceOf(own)!;
        return IsLoopback(nic) ? nic : _loopback ?? nic;
    }

    /// <summary>The first address of an interface that has one.</summary>
    internal Ipv4 FirstOf(string nic) => _sites.First(site => site.Interface == nic).Address;

    /// <summary>True for a loopback interface that has an address.</summary>
    internal bool IsLoopback(string nic) => _sites.Any(site => site.Interface == nic && site.IsLoopback);

    /// <summary>
    /// True for a broadcast address that an interface is configured with: the last address of the subnet, however small
    /// (net/if.c:ifa_ifwithaddr).
    /// </summary>
    public bool IsConfiguredBroadcast(Ipv4 address) => _sites.Any(site => site.Broadcast == address);

    /// <summary>
    /// The destination of a datagram to 255.255.255.255: the primary interface's broadcast address, if any.
    /// </summary>
    public Ipv4 BroadcastOut => _sites.IsEmpty ? Ipv4.Broadcast : _sites[0].Broadcast ?? Ipv4.Broadcast;

    /// <summary>
    /// The source address for a destination: that of the route, else the primary one. Requires an address.
    /// </summary>
    public Ipv4 SourceFor(Ipv4 destination) => (WayTo(destination) ?? _sites[0]).Address;

    /// <summary>The same without any route: of the attached network, else the primary one.</summary>
    internal Ipv4 DirectSourceFor(Ipv4 destination) => (Attached(destination) ?? _sites[0]).Address;

    /// <summary>True for a source address that no outside host can have.</summary>
    public bool IsImpossibleSource(Ipv4 source) =>
        source.IsAny || source.IsMulticast || IsOwn(source) || IsBroadcast(source) || IsLoopbackNet(source);

    /// <summary>True for 255.255.255.255, and for 0.0.0.0, which is its old form.</summary>
    private static bool MeansAll(Ipv4 address) => address == Ipv4.Broadcast || address.IsAny;

    /// <summary>True for 127.0.0.0/8.</summary>
    private static bool IsLoopbackNet(Ipv4 address) => address.Value >> 24 == 127;

    /// <summary>
    /// The longest matching prefix, of equal ones the first; else the first interface to the outside.
    /// </summary>
    private Site? WayTo(Ipv4 destination) =>
        _sites.Where(site => site.Contains(destination)).MaxBy(site => site.Prefix) ?? _outside;

    /// <summary>The longest network around a destination, of equal ones the first; null if it is in none.</summary>
    private Site? Attached(Ipv4 destination) =>
        _sites.Where(site => site.IsAround(destination)).MaxBy(site => site.NetworkPrefix);

    /// <summary>One address of an interface, and the networks that follow from it.</summary>
    private sealed class Site(Interface nic, InterfaceAddress address)
    {
        public Ipv4 Address => address.Address;

        public string Interface => nic.Name;

        public bool IsLoopback => nic.IsLoopback;

        /// <summary>Length of the prefix that it is configured with.</summary>
        public int NetworkPrefix => address.PrefixLength;

        /// <summary>Length of the prefix; over a loopback interface only this host is reached.</summary>
        public int Prefix => nic.IsLoopback ? 32 : address.PrefixLength;

        public Ipv4? Broadcast => nic.IsLoopback ? null : LastOf(Prefix);

        /// <summary>
        /// The broadcast addresses of the subnet and of the address's class: the last address of each, and the first,
        /// as before 4.3BSD. An alias with a /32 prefix has none.
        /// </summary>
        public ImmutableArray<Ipv4> ForAll { get; } = nic.IsLoopback || address.PrefixLength == 32
            ? []
            : [.. FirstAndLast(address, address.PrefixLength), .. FirstAndLast(address, ClassPrefix(address))];

        /// <summary>True for the last address of the subnet and that of the address's class.</summary>
        public bool Takes(Ipv4 other) =>
            !nic.IsLoopback && (other == LastOf(Prefix) || other == LastOf(ClassPrefix(address)));

        /// <summary>True for an address of the network that it is configured with.</summary>
        public bool IsAround(Ipv4 other) => LastOf(NetworkPrefix) == Last(other, NetworkPrefix);

        public bool Contains(Ipv4 other) => LastOf(Prefix) == Last(other, Prefix);

        private Ipv4 LastOf(int prefix) => Last(address.Address, prefix);

        private static Ipv4[] FirstAndLast(InterfaceAddress address, int prefix)
        {
            Ipv4 last = Last(address.Address, prefix);
            return [new Ipv4((uint)(last.Value - HostBits(prefix))), last];
        }

        private static Ipv4 Last(Ipv4 address, int prefix) => new((uint)(address.Value | HostBits(prefix)));

        private static ulong HostBits(int prefix) => 0xffff_ffffUL >> prefix;

        /// <summary>8, 16 or 24 bits by the class, or the subnet's length if that is shorter.</summary>
        private static int ClassPrefix(InterfaceAddress address) => Math.Min(
            address.PrefixLength,
            (address.Address.Value >> 24) switch
            {
                < 128 => 8,
                < 192 => 16,
                _ => 24,
            });
    }
}
