using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>
/// The host's addresses in order of configuration: in_ifaddrhead. They determine source addresses and which
/// destinations are local.
/// </summary>
internal sealed partial class Interfaces
{
    private readonly ImmutableArray<Interface> _interfaces;
    private readonly InetAddress[] _addresses;

    /// <summary>The first address of an interface other than a loopback; negative if there is none.</summary>
    private readonly int _firstNonLoopback = -1;

    public Interfaces(World world)
    {
        _interfaces = world.Interfaces;
        int count = 0;
        foreach (Interface card in world.Interfaces)
        {
            count += card.Addresses.Length;
        }

        _addresses = new InetAddress[count];
        int next = 0;
        for (int card = 0; card < _interfaces.Length; card++)
        {
            bool isLoopback = _interfaces[card].IsLoopback;
            foreach (InterfaceAddress address in _interfaces[card].Addresses)
            {
                _firstNonLoopback = _firstNonLoopback < 0 && !isLoopback ? next : _firstNonLoopback;
                _addresses[next++] = new InetAddress(address, card, isLoopback);
            }
        }
    }

    /// <summary>The multicast groups joined on each interface: if_multiaddrs.</summary>
    public HostGroups Groups { get; } = new();

    /// <summary>False if ifnet is empty.</summary>
    public bool HasInterface => !_interfaces.IsEmpty;

    public bool HasAddress => _addresses.Length > 0;

    public bool IsOwn(Ipv4 address) => InterfaceOf(address) >= 0;

    /// <summary>The interface that has an address: INADDR_TO_IFP; negative if there is none.</summary>
    public int InterfaceOf(Ipv4 address)
    {
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            if (own.Address == address)
            {
                return own.InterfaceIndex;
            }
        }

        return -1;
    }

    /// <summary>True for a broadcast address of a connected network. A local address never is one.</summary>
    public bool IsBroadcast(Ipv4 address)
    {
        if (IsOwn(address))
        {
            return false;
        }

        bool isBroadcast = address == Ipv4.Broadcast;
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            isBroadcast |= own.IsBroadcastOf(address);
        }

        return isBroadcast;
    }

    /// <summary>ifa_ifwithaddr, which compares with the configured broadcast address of each interface only.</summary>
    public bool HasAddressOrBroadcast(Ipv4 address)
    {
        bool has = IsOwn(address);
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            has |= own.HasBroadcast && own.Broadcast == address;
        }

        return has;
    }

    /// <summary>
    /// The destination meant: INADDR_ANY means the host's primary address, and 255.255.255.255 the broadcast address of
    /// its network, as in in_pcbladdr.
    /// </summary>
    public Ipv4 Destination(Ipv4 address) =>
        !HasAddress ? address
        : address.IsAny ? _addresses[0].Address
        : address == Ipv4.Broadcast && _addresses[0].HasBroadcast ? _addresses[0].Broadcast
        : address;

    /// <summary>
    /// The source address for a destination: the local address with the longest matching prefix, else the first of an
    /// interface other than a loopback, else the primary one. At least one must exist.
    /// </summary>
    public Ipv4 SourceFor(Ipv4 destination, bool isDirect = false) =>
        _addresses[Math.Max(isDirect ? AttachedTo(destination) : RouteTo(destination), 0)].Address;

    /// <summary>The local address on the interface that routes to a destination; negative if there is none.</summary>
    private int RouteTo(Ipv4 destination)
    {
        int best = -1;
        for (int i = 0; i < _addresses.Length; i++)
        {
            ref readonly InetAddress own = ref _addresses[i];
            if (own.IsInNetwork(destination) && (best < 0 || own.PrefixLength > _addresses[best].PrefixLength))
            {
                best = i;
            }
        }

        return best >= 0 ? best : _firstNonLoopback;
    }

    /// <summary>Lists the interfaces with all addresses, or with the only visible one.</summary>
    public string Describe(Ipv4? onlyAddress) => InterfaceListing.Visible(_interfaces, onlyAddress);

    /// <summary>
    /// The errors of ip_output before anything is sent: EHOSTUNREACH without a route, ENETUNREACH if there must be
    /// none and the destination is on no attached network, EACCES for a broadcast address without SO_BROADCAST,
    /// EMSGSIZE for a broadcast that would need fragments. Only broadcast addresses of the outgoing interface count:
    /// in_broadcast.
    /// </summary>
    /// <param name="destination">The destination.</param>
    /// <param name="mayBroadcast">True with SO_BROADCAST.</param>
    /// <param name="isDirect">True with SO_DONTROUTE.</param>
    /// <param name="length">The length of the packet, in bytes.</param>
    public Errno CheckOutput(Ipv4 destination, bool mayBroadcast, bool isDirect = false, int length = 0)
    {
        if (IsOwn(destination))
        {
            return Errno.None;
        }

        int route = isDirect ? AttachedTo(destination) : RouteTo(destination);
        return route < 0 ? (isDirect ? Errno.ENETUNREACH : Errno.EHOSTUNREACH)
            : !mayBroadcast && IsBroadcastOver(_addresses[route].InterfaceIndex, destination) ? Errno.EACCES
            : length > EthernetMtu && IsBroadcastOver(_addresses[route].InterfaceIndex, destination) ? Errno.EMSGSIZE
            : Errno.None;
    }

    /// <summary>
    /// in_broadcast, for an address that is none of this host's; 0.0.0.0 is the old form of 255.255.255.255.
    /// </summary>
    public bool IsBroadcastOver(int interfaceIndex, Ipv4 address)
    {
        bool isBroadcast = address == Ipv4.Broadcast || address.IsAny;
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            isBroadcast |= own.InterfaceIndex == interfaceIndex && own.IsBroadcastOf(address);
        }

        return isBroadcast;
    }

    /// <summary>A local address: FreeBSD's struct in_ifaddr.</summary>
    private readonly struct InetAddress(InterfaceAddress address, int interfaceIndex, bool isLoopback)
    {
        private readonly uint _mask = Mask(address.PrefixLength, isLoopback);

        /// <summary>The mask of the classful network, unless the subnet is larger: ia_netmask of in_ifinit.</summary>
        private readonly uint _netMask = Mask(address.PrefixLength, isLoopback) & ClassMask(address.Address.Value);

        public Ipv4 Address { get; } = address.Address;

        /// <summary>The index of its interface.</summary>
        public int InterfaceIndex { get; } = interfaceIndex;

        /// <summary>The prefix length. A loopback address has 32: there is no network behind it.</summary>
        public int PrefixLength { get; } = isLoopback ? 32 : address.PrefixLength;

        /// <summary>IFF_BROADCAST.</summary>
        public bool HasBroadcast { get; } = !isLoopback;

        /// <summary>ia_broadaddr.</summary>
        public Ipv4 Broadcast => new(Address.Value | ~_mask);

        /// <summary>
        /// True if an address is a broadcast address of the subnet or the classful network: its host part is all ones
        /// or, in the old form, all zeros. A network with one address has none.
        /// </summary>
        public bool IsBroadcastOf(Ipv4 other) => HasBroadcast && _mask != uint.MaxValue
            && (IsBroadcastUnder(other.Value, _mask) || IsBroadcastUnder(other.Value, _netMask));

        /// <summary>True for ia_broadaddr and ia_netbroadcast, which ip_input accepts even of an alias.</summary>
        public bool TakesBroadcast(Ipv4 other) =>
            HasBroadcast && (other == Broadcast || other.Value == (Address.Value | ~_netMask));

        private bool IsBroadcastUnder(uint other, uint mask) =>
            other == (Address.Value & mask) || other == (Address.Value | ~mask);

        /// <summary>The length of the prefix that it is configured with, of a loopback address too.</summary>
        public int NetworkLength { get; } = address.PrefixLength;

        /// <summary>True for a destination on the network that it is configured with: ifa_netmask.</summary>
        public bool IsAttachedTo(Ipv4 destination) =>
            ((destination.Value ^ Address.Value) & Mask(NetworkLength, isLoopback: false)) == 0;

        public bool IsInNetwork(Ipv4 destination) => ((destination.Value ^ Address.Value) & _mask) == 0;

        /// <summary>The mask of a prefix. A 32-bit value cannot be shifted by 32.</summary>
        private static uint Mask(int prefixLength, bool isLoopback) =>
            isLoopback ? uint.MaxValue : (uint)(0xffff_ffffUL << 32 - prefixLength);

        /// <summary>IN_CLASSA_NET, IN_CLASSB_NET, IN_CLASSC_NET.</summary>
        private static uint ClassMask(uint address) =>
            address < 0x8000_0000 ? 0xff00_0000
            : address < 0xc000_0000 ? 0xffff_0000
            : 0xffff_ff00;
    }
}
