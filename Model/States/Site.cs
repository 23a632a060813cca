using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>One address of an interface, and the networks that follow from it.</summary>
/// <param name="Interface">The name of the interface; with the address it identifies the site.</param>
/// <param name="IsLoopback">True if that is a loopback interface.</param>
/// <param name="Address">The address.</param>
/// <param name="NetworkPrefix">Length of the prefix that it is configured with.</param>
internal sealed record Site(string Interface, bool IsLoopback, Ipv4 Address, int NetworkPrefix)
{
    /// <summary>True if the route to its network is its own (IFA_ROUTE).</summary>
    public bool HasRoute { get; init; }

    /// <summary>Length of the prefix; over a loopback interface only this host is reached.</summary>
    public int Prefix => IsLoopback ? Ipv4Networks.AllBits : NetworkPrefix;

    /// <summary>The last address of the subnet, however small; null without broadcasts.</summary>
    public Ipv4? Broadcast => IsLoopback ? null : Ipv4Networks.Last(Address, Prefix);

    /// <summary>
    /// The broadcast addresses of the subnet and of the address's class: the last address of each, and the first, as
    /// before 4.3BSD. An alias with a /32 prefix has none.
    /// </summary>
    public ImmutableArray<Ipv4> ForAll { get; } = IsLoopback || NetworkPrefix == Ipv4Networks.AllBits
        ? []
        :
        [
            Ipv4Networks.First(Address, NetworkPrefix), Ipv4Networks.Last(Address, NetworkPrefix),
            Ipv4Networks.First(Address, ClassPrefix(Address, NetworkPrefix)),
            Ipv4Networks.Last(Address, ClassPrefix(Address, NetworkPrefix)),
        ];

    /// <summary>An address of an interface; a prefix length of 0 means that of the address's class.</summary>
    public static Site Of(Card card, InterfaceAddress given) => new(
        card.Name, card.IsLoopback, given.Address,
        given.PrefixLength == 0 ? Ipv4Networks.OfClass(given.Address) : given.PrefixLength);

    /// <summary>True for the same address of the same interface, whatever its mask.</summary>
    public bool IsSame(Site other) => Address == other.Address && Interface == other.Interface;

    /// <summary>True for the last address of the subnet and that of the address's class.</summary>
    public bool Takes(Ipv4 other) =>
        !IsLoopback
        && (other == Broadcast || other == Ipv4Networks.Last(Address, ClassPrefix(Address, NetworkPrefix)));

    /// <summary>True for an address of the network that it is configured with.</summary>
    public bool IsAround(Ipv4 other) => Ipv4Networks.Contains(Address, NetworkPrefix, other);

    /// <summary>Same address, interface, prefix and ownership of the route: the rest follows.</summary>
    public bool Equals(Site? other) =>
        other is not null && IsSame(other) && (NetworkPrefix, HasRoute) == (other.NetworkPrefix, other.HasRoute);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Interface, Address, NetworkPrefix, HasRoute);

    /// <summary>8, 16 or 24 bits by the class, or the subnet's length if that is shorter.</summary>
    private static int ClassPrefix(Ipv4 address, int prefix) => Math.Min(prefix, Ipv4Networks.OfClass(address));
}
