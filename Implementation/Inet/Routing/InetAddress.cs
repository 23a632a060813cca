using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inet.Routing;

/// <summary>
/// A local address: FreeBSD's struct in_ifaddr. Routes that were made with it keep it when its interface has lost it.
/// </summary>
internal sealed class InetAddress : ZoneItem
{
    private uint _mask;

    /// <summary>The mask of the classful network, unless the subnet is larger: ia_netmask of in_ifinit.</summary>
    private uint _netMask;

    private bool _isLoopback;

    public Ipv4 Address { get; private set; }

    public Card Card { get; private set; } = null!;

    /// <summary>The number of its interface.</summary>
    public int InterfaceIndex { get; private set; }

    /// <summary>The length of the prefix that it is configured with: ia_subnetmask.</summary>
    public int NetworkLength { get; private set; }

    /// <summary>The routes that use it, and the list of addresses: ifa_refcnt.</summary>
    public int References { get; set; }

    /// <summary>IFA_ROUTE: the route of its network is its own.</summary>
    public bool HasRoute { get; set; }

    /// <summary>IFF_BROADCAST.</summary>
    public bool HasBroadcast => !_isLoopback;

    /// <summary>ia_broadaddr.</summary>
    public Ipv4 Broadcast => new(Address.Value | ~_mask);

    /// <summary>Sets address and mask: in_ifinit. Without a prefix the mask is that of the address's class.</summary>
    public void Initialize(Card card, InterfaceAddress address)
    {
        int length = address.PrefixLength == 0 ? ClassLength(address.Address.Value) : address.PrefixLength;
        Address = address.Address;
        Card = card;
        InterfaceIndex = card.Number;
        NetworkLength = length;
        _isLoopback = card.IsLoopback;
        card.HearsAllHosts = true;
        _mask = Mask(length);
        _netMask = _mask & Mask(ClassLength(address.Address.Value));
    }

    /// <summary>
    /// True if an address is a broadcast address of the subnet or the classful network: its host part is all ones
    /// or, in the old form, all zeros. A network with one address has none.
    /// </summary>
    public bool IsBroadcastOf(Ipv4 other) => HasBroadcast && _mask != uint.MaxValue
        && (IsBroadcastUnder(other.Value, _mask) || IsBroadcastUnder(other.Value, _netMask));

    /// <summary>True for ia_broadaddr and ia_netbroadcast, which ip_input accepts even of an alias.</summary>
    public bool TakesBroadcast(Ipv4 other) =>
        HasBroadcast && (other == Broadcast || other.Value == (Address.Value | ~_netMask));

    /// <summary>True for a destination on the network that it is configured with: ifa_netmask.</summary>
    public bool IsAttachedTo(Ipv4 destination) => ((destination.Value ^ Address.Value) & _mask) == 0;

    /// <summary>The mask of a prefix. A 32-bit value cannot be shifted by 32.</summary>
    public static uint Mask(int prefixLength) => (uint)(0xffff_ffffUL << 32 - prefixLength);

    internal override void Clear()
    {
        _mask = 0;
        _netMask = 0;
        _isLoopback = false;
        Address = default;
        Card = null!;
        InterfaceIndex = 0;
        NetworkLength = 0;
        References = 0;
        HasRoute = false;
    }

    private bool IsBroadcastUnder(uint other, uint mask) =>
        other == (Address.Value & mask) || other == (Address.Value | ~mask);

    /// <summary>IN_CLASSA_NET, IN_CLASSB_NET, IN_CLASSC_NET, as lengths.</summary>
    private static int ClassLength(uint address) => address < 0x8000_0000 ? 8 : address < 0xc000_0000 ? 16 : 24;
}
