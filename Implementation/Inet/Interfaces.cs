using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>
/// The host's addresses, in the order of configuration: in_ifaddrhead. They choose source addresses, and tell own from
/// foreign ones.
/// </summary>
internal sealed class Interfaces
{
    private readonly ImmutableArray<Interface> _interfaces;
    private readonly InetAddress[] _addresses;

    /// <summary>The first address that is not of a loopback interface; negative where there is none.</summary>
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

    public bool HasAddress => _addresses.Length > 0;

    public bool IsOwn(Ipv4 address)
    {
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            if (own.Address == address)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A broadcast address of any of the networks; an own address is never one.</summary>
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

    /// <summary>ifa_ifwithaddr, which knows of each address the one broadcast address that it was configured with.</summary>
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
    /// The address that is meant: for any the primary one of the host, for 255.255.255.255 the broadcast address of its
    /// network, as in_pcbladdr has it.
    /// </summary>
    public Ipv4 Destination(Ipv4 address) =>
        !HasAddress ? address
        : address.IsAny ? _addresses[0].Address
        : address == Ipv4.Broadcast && _addresses[0].HasBroadcast ? _addresses[0].Broadcast
        : address;

    /// <summary>
    /// The source address of what goes to a destination: the own one whose network fits closest, or else the first of a
    /// card, or else the primary one. There must be one.
    /// </summary>
    public Ipv4 SourceFor(Ipv4 destination) => _addresses[Math.Max(RouteTo(destination), 0)].Address;

    /// <summary>The own address over whose interface the way leads; negative where there is none.</summary>
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

    /// <summary>Lists the interfaces, for one who sees only one address without the others.</summary>
    public string Describe(Ipv4? onlyAddress) => InterfaceListing.Visible(_interfaces, onlyAddress);

    /// <summary>
    /// What ip_output says of a destination, before anything is sent: EHOSTUNREACH, and EACCES for a broadcast address
    /// without permission. The interface that the way leads over says what is one: in_broadcast.
    /// </summary>
    public Errno CheckOutput(Ipv4 destination, bool mayBroadcast)
    {
        if (IsOwn(destination))
        {
            return Errno.None;
        }

        int route = RouteTo(destination);
        return route < 0 ? Errno.EHOSTUNREACH
            : !mayBroadcast && IsBroadcastOver(_addresses[route].InterfaceIndex, destination) ? Errno.EACCES
            : Errno.None;
    }

    private bool IsBroadcastOver(int interfaceIndex, Ipv4 address)
    {
        bool isBroadcast = address == Ipv4.Broadcast;
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            isBroadcast |= own.InterfaceIndex == interfaceIndex && own.IsBroadcastOf(address);
        }

        return isBroadcast;
    }

    /// <summary>One own address: FreeBSD's struct in_ifaddr.</summary>
    private readonly struct InetAddress(InterfaceAddress address, int interfaceIndex, bool isLoopback)
    {
        private readonly uint _mask = Mask(address.PrefixLength, isLoopback);

        /// <summary>That of the class's network, unless the subnet is larger: ia_netmask of in_ifinit.</summary>
        private readonly uint _netMask = Mask(address.PrefixLength, isLoopback) & ClassMask(address.Address.Value);

        public Ipv4 Address { get; } = address.Address;

        /// <summary>The interface that has it, by its place.</summary>
        public int InterfaceIndex { get; } = interfaceIndex;

        /// <summary>
        /// Bits of its network. A loopback address stands for itself alone, not for a network behind it.
        /// </summary>
        public int PrefixLength { get; } = isLoopback ? 32 : address.PrefixLength;

        /// <summary>IFF_BROADCAST.</summary>
        public bool HasBroadcast { get; } = !isLoopback;

        /// <summary>ia_broadaddr.</summary>
        public Ipv4 Broadcast => new(Address.Value | ~_mask);

        /// <summary>
        /// Whether another address means all of the subnet or of the class's network: its host part is all ones, or zero
        /// as it once was. A network of one address has none.
        /// </summary>
        public bool IsBroadcastOf(Ipv4 other) => HasBroadcast && _mask != uint.MaxValue
            && (IsBroadcastUnder(other.Value, _mask) || IsBroadcastUnder(other.Value, _netMask));

        private bool IsBroadcastUnder(uint other, uint mask) =>
            other == (Address.Value & mask) || other == (Address.Value | ~mask);

        public bool IsInNetwork(Ipv4 destination) => ((destination.Value ^ Address.Value) & _mask) == 0;

        /// <summary>The mask of a prefix; shifting 32 bits by 32 would shift by none.</summary>
        private static uint Mask(int prefixLength, bool isLoopback) =>
            isLoopback ? uint.MaxValue : (uint)(0xffff_ffffUL << 32 - prefixLength);

        /// <summary>IN_CLASSA_NET, IN_CLASSB_NET, IN_CLASSC_NET.</summary>
        private static uint ClassMask(uint address) =>
            address < 0x8000_0000 ? 0xff00_0000
            : address < 0xc000_0000 ? 0xffff_0000
            : 0xffff_ff00;
    }
}
