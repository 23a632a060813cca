using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>
/// The host's interfaces, their addresses and its routes: which addresses are its own, which are broadcasts, where a
/// packet goes, and which source it gets. Immutable: what changes it makes a new one.
/// </summary>
public sealed partial class Network : IEquatable<Network>
{
    /// <summary>The group of all hosts, 224.0.0.1.</summary>
    internal static readonly Ipv4 AllHosts = new(0xe000_0001);

    private readonly ImmutableArray<Ipv4> _forAll;
    private readonly string? _loopback;
    private readonly Lazy<ulong> _digest;

    private Network(ImmutableArray<Card> cards, ImmutableArray<Site> sites, ImmutableArray<Route> routes)
    {
        Cards = cards;
        Sites = sites;
        Routes = routes;
        _forAll = [.. sites.SelectMany(site => site.ForAll), Ipv4.Broadcast];
        _loopback = cards.FirstOrDefault(card => card.IsLoopback)?.Name;
        Own = [.. sites.Select(site => site.Address)];
        _digest = new Lazy<ulong>(Hashed);
    }

    /// <summary>The interfaces by index.</summary>
    internal ImmutableArray<Card> Cards { get; }

    /// <summary>Their addresses in the order of configuration.</summary>
    internal ImmutableArray<Site> Sites { get; }

    /// <summary>The routes, by destination and prefix: a set.</summary>
    internal ImmutableArray<Route> Routes { get; }

    /// <summary>Where the routes lead, in order.</summary>
    public IEnumerable<Ipv4> Destinations => Routes.Select(route => route.Destination);

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
    internal bool TakesOfNetwork(Ipv4 address) => !IsOwn(address) && Sites.Any(site => site.Takes(address));

    /// <summary>
    /// True for a broadcast address of an interface (netinet/in.c:in_broadcast); never for the host's own addresses.
    /// </summary>
    internal bool IsBroadcastOn(Ipv4 address, string nic) =>
        !IsOwn(address) && IsForAllOn(address, nic);

    /// <summary>The same, also for an address of the host's own.</summary>
    internal bool IsForAllOn(Ipv4 address, string nic) =>
        MeansAll(address) || Sites.Any(site => site.Interface == nic && site.ForAll.Contains(address));

    /// <summary>The name of the interface that has an address; null if none has it.</summary>
    internal string? InterfaceOf(Ipv4 address) => Sites.FirstOrDefault(site => site.Address == address)?.Interface;

    /// <summary>
    /// The name of the interface on which a packet of this host to an own address arrives: what an Ethernet card has
    /// comes over the first loopback interface, if there is one (netinet/if_ether.c:arp_rtrequest).
    /// </summary>
    internal string InterfaceWithin(Ipv4 own)
    {
        string nic = InterfaceOf(own)!;
        return IsLoopback(nic) ? nic : _loopback ?? nic;
    }

    /// <summary>The first address of an interface; null if it has none.</summary>
    public Ipv4? FirstOf(string nic) => Sites.FirstOrDefault(site => site.Interface == nic)?.Address;

    /// <summary>The interface with a name that is known to exist.</summary>
    internal Card CardOf(string nic)
    {
        int i = 0;
        while (Cards[i].Name != nic)
        {
            i++;
        }

        return Cards[i];
    }

    /// <summary>True for a loopback interface.</summary>
    internal bool IsLoopback(string nic) => CardOf(nic).IsLoopback;

    /// <summary>
    /// True for a broadcast address that an interface is configured with: the last address of the subnet, however small
    /// (net/if.c:ifa_ifwithaddr).
    /// </summary>
    public bool IsConfiguredBroadcast(Ipv4 address) => Sites.Any(site => site.Broadcast == address);

    /// <summary>
    /// The destination of a datagram to 255.255.255.255: the primary interface's broadcast address, if any.
    /// </summary>
    public Ipv4 BroadcastOut => Sites.IsEmpty ? Ipv4.Broadcast : Sites[0].Broadcast ?? Ipv4.Broadcast;

    /// <summary>True for a source address that no outside host can have.</summary>
    public bool IsImpossibleSource(Ipv4 source) =>
        source.IsAny || source.IsMulticast || IsOwn(source) || IsBroadcast(source) || IsLoopbackNet(source);

    /// <summary>True for 255.255.255.255, and for 0.0.0.0, which is its old form.</summary>
    private static bool MeansAll(Ipv4 address) => address == Ipv4.Broadcast || address.IsAny;

    /// <summary>True for 127.0.0.0/8.</summary>
    private static bool IsLoopbackNet(Ipv4 address) => address.Value >> 24 == 127;

    /// <summary>Same interfaces, addresses in the same order, and routes.</summary>
    public bool Equals(Network? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Cards.AsSpan().SequenceEqual(other.Cards.AsSpan())
            && Sites.AsSpan().SequenceEqual(other.Sites.AsSpan())
            && Routes.AsSpan().SequenceEqual(other.Routes.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Network);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cards.Length, Sites.Length, Routes.Length);
}
