using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>
/// The host's addresses, in the order of configuration: in_ifaddrhead. They choose source addresses, and tell own from
/// foreign ones.
/// </summary>
internal sealed class Interfaces
{
    /// <summary>Longer prefixes leave no room for a broadcast address.</summary>
    private const int LongestBroadcastPrefix = 30;

    private readonly ImmutableArray<Interface> _cards;
    private readonly InetAddress[] _addresses;

    /// <summary>The first address that is not of a loopback interface; negative where there is none.</summary>
    private readonly int _firstOnCard = -1;

    public Interfaces(World world)
    {
        _cards = world.Interfaces;
        int count = 0;
        foreach (Interface card in world.Interfaces)
        {
            count += card.Addresses.Length;
        }

        _addresses = new InetAddress[count];
        int next = 0;
        foreach (Interface card in world.Interfaces)
        {
            bool isLoopback = card.IsLoopback;
            foreach (InterfaceAddress address in card.Addresses)
            {
                _firstOnCard = _firstOnCard < 0 && !isLoopback ? next : _firstOnCard;
                _addresses[next++] = new InetAddress(address, isLoopback);
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

    /// <summary>An own address is never one, whatever the networks' prefixes say.</summary>
    public bool IsBroadcast(Ipv4 address) =>
        !IsOwn(address) && (address == Ipv4.Broadcast || IsNetworkBroadcast(address));

    public bool HasAddressOrBroadcast(Ipv4 address) => IsOwn(address) || IsNetworkBroadcast(address);

    private bool IsNetworkBroadcast(Ipv4 address)
    {
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            if (own.HasBroadcast && own.Broadcast == address)
            {
                return true;
            }
        }

        return false;
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
    public Ipv4 SourceFor(Ipv4 destination)
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

        return _addresses[best >= 0 ? best : Math.Max(_firstOnCard, 0)].Address;
    }

    /// <summary>Lists the interfaces, for one who sees only one address those that have it.</summary>
    public string Describe(Ipv4? onlyAddress) => InterfaceListing.Visible(_cards, onlyAddress);

    /// <summary>What ip_output says of a destination, before anything is sent.</summary>
    public Errno CheckOutput(Ipv4 destination) =>
        IsBroadcast(destination) ? Errno.EACCES
        : !IsOwn(destination) && _firstOnCard < 0 ? Errno.EHOSTUNREACH
        : Errno.None;

    /// <summary>One own address: FreeBSD's struct in_ifaddr.</summary>
    private readonly struct InetAddress(InterfaceAddress address, bool isLoopback)
    {
        private readonly uint _mask = Mask(address.PrefixLength, isLoopback);

        public Ipv4 Address { get; } = address.Address;

        /// <summary>
        /// Bits of its network. A loopback address stands for itself alone, not for a network behind it.
        /// </summary>
        public int PrefixLength { get; } = isLoopback ? 32 : address.PrefixLength;

        public bool HasBroadcast => PrefixLength <= LongestBroadcastPrefix;

        public Ipv4 Broadcast => new(Address.Value | ~_mask);

        public bool IsInNetwork(Ipv4 destination) => ((destination.Value ^ Address.Value) & _mask) == 0;

        /// <summary>The mask of a prefix; shifting 32 bits by 32 would shift by none.</summary>
        private static uint Mask(int prefixLength, bool isLoopback) =>
            isLoopback ? uint.MaxValue : (uint)(0xffff_ffffUL << 32 - prefixLength);
    }
}
