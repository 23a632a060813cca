using Verify.Abi;

namespace Verify.Model.States;

/// <summary>A route: where packets to a network or a host go.</summary>
/// <param name="Destination">The network's first address, or the host.</param>
/// <param name="Prefix">The length of the network's prefix; null for a route to one host, which has no mask.</param>
internal sealed record Route(Ipv4 Destination, int? Prefix)
{
    /// <summary>Its flags.</summary>
    public required RouteOptions Flags { get; init; }

    /// <summary>Its gateway; null for the link-level address of the interface, without an address.</summary>
    public Ipv4? Gateway { get; init; }

    /// <summary>The name of the interface.</summary>
    public required string Interface { get; init; }

    /// <summary>The address of this host on it, which is the source of packets.</summary>
    public required Ipv4 Local { get; init; }

    /// <summary>True if that address was taken from the interface since, and is not the reason for the route.</summary>
    public bool IsLocalGone { get; init; }

    /// <summary>Its metrics.</summary>
    public MetricSet Metrics { get; init; }

    /// <summary>How well it fits what it leads to: the length of its prefix; a host's is the longest.</summary>
    public int Closeness => Prefix ?? Ipv4Networks.AllBits + 1;

    /// <summary>True for a route that a packet to an address may take.</summary>
    public bool LeadsTo(Ipv4 address) =>
        Ipv4Networks.Contains(Destination, Prefix ?? Ipv4Networks.AllBits, address);

    /// <summary>True for a route over an address that the interface still has.</summary>
    public bool IsOver(Site site) => !IsLocalGone && Local == site.Address && Interface == site.Interface;

    /// <summary>True for a route to the same network or host: the table has only one of them.</summary>
    public bool HasPlaceOf(Route other) => (Destination, Prefix) == (other.Destination, other.Prefix);
}
