using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>What the host's interfaces mean for addresses: which are its own, which are broadcasts, what to send from.</summary>
public sealed class Network
{
    private readonly ImmutableArray<Site> _sites;
    private readonly Site? _outside;
    private readonly ImmutableHashSet<Ipv4> _forAll;

    /// <summary>Reads the interfaces of a world.</summary>
    public Network(World world)
    {
        _sites = [.. from nic in world.Interfaces from address in nic.Addresses select new Site(nic, address)];
        _outside = _sites.FirstOrDefault(site => !site.IsLoopback);
        _forAll = [.. _sites.SelectMany(site => site.ForAll), Ipv4.Broadcast];
        Own = [.. _sites.Select(site => site.Address)];
    }

    /// <summary>The host's own addresses in the order of configuration.</summary>
    public ImmutableArray<Ipv4> Own { get; }

    /// <summary>The first address configured; null where there is none.</summary>
    public Ipv4? Primary => Own.IsEmpty ? null : Own[0];

    /// <summary>True for an address of an interface; an alias is enough (J3).</summary>
    public bool IsOwn(Ipv4 address) => Own.Contains(address);

    /// <summary>True for what means all hosts of some network that the host is on; never for an own address.</summary>
    public bool IsBroadcast(Ipv4 address) => !IsOwn(address) && _forAll.Contains(address);

    /// <summary>
    /// True for the one broadcast address that an interface is configured with beside an own address: the last one of
    /// its subnet, however small that is (net/if.c:ifa_ifwithaddr).
    /// </summary>
    public bool IsConfiguredBroadcast(Ipv4 address) => _sites.Any(site => site.Broadcast == address);

    /// <summary>Where a datagram to 255.255.255.255 goes: the primary interface's broadcast address, if it has one.</summary>
    public Ipv4 BroadcastOut => _sites.IsEmpty ? Ipv4.Broadcast : _sites[0].Broadcast ?? Ipv4.Broadcast;

    /// <summary>
    /// The source address for a destination: that of the way there, else the primary one. Not to be asked of a host
    /// without addresses.
    /// </summary>
    public Ipv4 SourceFor(Ipv4 destination) => (WayTo(destination) ?? _sites[0]).Address;

    /// <summary>True where a packet finds a way: to this host, or over an interface that leads outside.</summary>
    public bool Reaches(Ipv4 destination) => IsOwn(destination) || WayTo(destination) is not null;

    /// <summary>
    /// True where a destination means all hosts of a network to the interface that the way there leads over
    /// (netinet/in.c:in_broadcast). One that means all of another interface's network means one host here.
    /// </summary>
    public bool IsBroadcastOnItsWay(Ipv4 destination) =>
        !IsOwn(destination) && WayTo(destination) is { } way
        && (destination == Ipv4.Broadcast
            || _sites.Any(site => site.Interface == way.Interface && site.ForAll.Contains(destination)));

    /// <summary>True for a source that no outside host can have.</summary>
    public bool IsImpossibleSource(Ipv4 source) =>
        source.IsAny || source.IsMulticast || IsOwn(source) || IsBroadcast(source) || IsLoopbackNet(source);

    /// <summary>True for 127.0.0.0/8: no host outside has such an address.</summary>
    private static bool IsLoopbackNet(Ipv4 address) => address.Value >> 24 == 127;

    /// <summary>The longest network that has the destination, of equal ones the first; else the first way outside.</summary>
    private Site? WayTo(Ipv4 destination) =>
        _sites.Where(site => site.Contains(destination)).MaxBy(site => site.Prefix) ?? _outside;

    /// <summary>One address of an interface, with what that interface's networks are by it.</summary>
    private sealed class Site(Interface nic, InterfaceAddress address)
    {
        public Ipv4 Address => address.Address;

        public string Interface => nic.Name;

        public bool IsLoopback => nic.IsLoopback;

        /// <summary>Bits of the subnet; nobody but this host is reached over a loopback interface.</summary>
        public int Prefix => nic.IsLoopback ? 32 : address.PrefixLength;

        public Ipv4? Broadcast => nic.IsLoopback ? null : LastOf(Prefix);

        /// <summary>
        /// What means all hosts of the subnet, and all of the network of the address's class: the last address of each,
        /// and the first, as it was before 4.3BSD. An alias with a network for itself has none.
        /// </summary>
        public ImmutableHashSet<Ipv4> ForAll { get; } = nic.IsLoopback || address.PrefixLength == 32
            ? []
            : [.. FirstAndLast(address, address.PrefixLength), .. FirstAndLast(address, ClassPrefix(address))];

        public bool Contains(Ipv4 other) => LastOf(Prefix) == Last(other, Prefix);

        private Ipv4 LastOf(int prefix) => Last(address.Address, prefix);

        private static Ipv4[] FirstAndLast(InterfaceAddress address, int prefix)
        {
            Ipv4 last = Last(address.Address, prefix);
            return [new Ipv4((uint)(last.Value - HostBits(prefix))), last];
        }

        private static Ipv4 Last(Ipv4 address, int prefix) => new((uint)(address.Value | HostBits(prefix)));

        private static ulong HostBits(int prefix) => 0xffff_ffffUL >> prefix;

        /// <summary>8, 16 or 24 bits by the class, or less where the subnet has less: then it is no part of one.</summary>
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
