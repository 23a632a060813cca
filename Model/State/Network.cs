using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model;

/// <summary>What the host's interfaces mean for addresses: which are its own, which are broadcasts, what to send from.</summary>
public sealed class Network
{
    private readonly ImmutableArray<Site> _sites;
    private readonly Ipv4? _outside;

    /// <summary>Reads the interfaces of a world.</summary>
    public Network(World world)
    {
        _sites = [.. from nic in world.Interfaces
                     from address in nic.Addresses
                     select new Site(address.Address, nic.IsLoopback ? 32 : address.PrefixLength, nic.IsLoopback)];
        _outside = _sites.Where(site => !site.IsLoopback).Select(site => (Ipv4?)site.Address).FirstOrDefault();
        Own = [.. _sites.Select(site => site.Address)];
    }

    /// <summary>The host's own addresses in the order of configuration.</summary>
    public ImmutableArray<Ipv4> Own { get; }

    /// <summary>The first address configured; null where there is none.</summary>
    public Ipv4? Primary => Own.IsEmpty ? null : Own[0];

    /// <summary>True where some interface leads outside.</summary>
    public bool LeadsOutside => _outside is not null;

    /// <summary>True for an address of an interface; an alias is enough (J3).</summary>
    public bool IsOwn(Ipv4 address) => Own.Contains(address);

    /// <summary>
    /// True for 255.255.255.255 and the all-ones address of a network that the host is on; never for an own address.
    /// </summary>
    public bool IsBroadcast(Ipv4 address) =>
        !IsOwn(address) && (address == Ipv4.Broadcast || IsNetworkBroadcast(address));

    /// <summary>True for the all-ones address of a network that the host is on.</summary>
    public bool IsNetworkBroadcast(Ipv4 address)
    {
        foreach (Site site in _sites)
        {
            if (site.Broadcast == address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a datagram to 255.255.255.255 goes: the primary interface's broadcast address, if it has one.</summary>
    public Ipv4 BroadcastOut => _sites.IsEmpty ? Ipv4.Broadcast : _sites[0].Broadcast ?? Ipv4.Broadcast;

    /// <summary>
    /// The source address for a destination: the own address with the longest network that contains it, else that of
    /// the way outside, else the primary one. Not to be asked of a host without addresses.
    /// </summary>
    public Ipv4 SourceFor(Ipv4 destination)
    {
        int longest = -1;
        Ipv4 source = _outside ?? Own[0];
        foreach (Site site in _sites)
        {
            if (site.Prefix > longest && site.Contains(destination))
            {
                (longest, source) = (site.Prefix, site.Address);
            }
        }

        return source;
    }

    /// <summary>Why a packet to an address cannot leave the socket; none where it can.</summary>
    public Errno WhyUnsendable(Ipv4 destination) =>
        IsBroadcast(destination) ? Errno.EACCES
        : IsOwn(destination) || LeadsOutside ? Errno.None
        : Errno.EHOSTUNREACH;

    /// <summary>True for a source that no outside host can have.</summary>
    public bool IsImpossibleSource(Ipv4 source) =>
        source.IsAny || source.IsMulticast || IsOwn(source) || IsBroadcast(source) || IsLoopbackNet(source);

    /// <summary>True for 127.0.0.0/8, which never comes over a wire.</summary>
    public static bool IsLoopbackNet(Ipv4 address) => address.Value >> 24 == 127;

    private readonly record struct Site(Ipv4 Address, int Prefix, bool IsLoopback)
    {
        public Ipv4? Broadcast => IsLoopback || Prefix > 30 ? null : new Ipv4(Address.Value | ~Mask);

        private uint Mask => Prefix == 0 ? 0 : uint.MaxValue << 32 - Prefix;

        public bool Contains(Ipv4 address) => ((address.Value ^ Address.Value) & Mask) == 0;
    }
}
