using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inet.Routing;

/// <summary>An entry of the routing table: FreeBSD's struct rtentry. None is cloned from another (S9).</summary>
internal sealed class Route : ZoneItem
{
    public RouteMetrics Metrics;

    private uint _mask;

    /// <summary>Where it leads to: rt_key and rt_mask.</summary>
    public RouteKey Key { get; private set; }

    public RouteOptions Flags { get; set; }

    /// <summary>The next hop; null for the interface itself, an address of the link layer (arp_rtrequest).</summary>
    public Ipv4? Gateway { get; set; }

    /// <summary>The local address that packets leave with, and so their interface: rt_ifa, rt_ifp.</summary>
    public InetAddress Own { get; private set; } = null!;

    public void SetKey(RouteKey key)
    {
        Key = key;
        _mask = key.Mask;
    }

    public bool Has(RouteOptions flag) => (Flags & flag) != 0;

    public bool Covers(Ipv4 destination) => (destination.Value & _mask) == Key.Destination.Value;

    /// <summary>Uses another local address, and lets go of the old one; null only when the route is freed.</summary>
    public void SetOwn(InetAddress? own)
    {
        if (own is not null)
        {
            own.References++;
        }

        if (Own is not null)
        {
            Own.References--;
        }

        Own = own!;
    }

    internal override void Clear()
    {
        Metrics = default;
        _mask = 0;
        Key = default;
        Flags = RouteOptions.None;
        Gateway = null;
        Own = null!;
    }
}
