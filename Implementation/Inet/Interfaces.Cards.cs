using Verify.Abi;

namespace Verify.Implementation.Inet;

/// <summary>Interfaces by their index: which one a datagram leaves by or arrives on.</summary>
internal sealed partial class Interfaces
{
    private const int EthernetMtu = 1500;
    private const int LoopbackMtu = 16384;

    /// <summary>
    /// The interface that routes to a destination; negative if there is none. What another host sends arrives on the
    /// interface that routes back to it.
    /// </summary>
    public int InterfaceTo(Ipv4 destination) =>
        RouteTo(destination) is >= 0 and var route ? _addresses[route].InterfaceIndex : -1;

    /// <summary>
    /// The interface over which a datagram leaves; negative if there is none. Without routing that is the one of an
    /// attached network (SO_DONTROUTE).
    /// </summary>
    public int OutputTo(Ipv4 destination, bool isDirect) =>
        !isDirect ? InterfaceTo(destination)
        : AttachedTo(destination) is >= 0 and var attached ? _addresses[attached].InterfaceIndex
        : -1;

    /// <summary>
    /// The interface on which a datagram for this host alone arrives: m_pkthdr.rcvif. What this host sends to itself
    /// goes over the loopback interface that has the destination, or the first one.
    /// </summary>
    public int ArrivalOf(Ipv4 source, Ipv4 destination)
    {
        int card = IsOwn(source) ? InterfaceOf(destination) : InterfaceTo(source);
        if (!IsOwn(source) || IsLoopback(card))
        {
            return card >= 0 ? card : InterfaceOf(destination);
        }

        for (int i = 0; i < _interfaces.Length; i++)
        {
            if (IsLoopback(i))
            {
                return i;
            }
        }

        return card;
    }

    public string NameOf(int card) => _interfaces[card].Name;

    /// <summary>The first address of an interface that has one: IFP_TO_IA.</summary>
    public Ipv4 FirstAddressOf(int card) => _interfaces[card].Addresses[0].Address;

    /// <summary>IFF_LOOPBACK.</summary>
    public bool IsLoopback(int card) => _interfaces[card].IsLoopback;

    /// <summary>The longest packet of an interface, in bytes: if_mtu, ETHERMTU or LOMTU.</summary>
    public int MtuOf(int card) => IsLoopback(card) ? LoopbackMtu : EthernetMtu;

    /// <summary>
    /// The interface over which a destination is a broadcast; null if it is none. Its driver loops a copy back,
    /// because it does not hear itself (IFF_SIMPLEX).
    /// </summary>
    public int? BroadcastInterface(Ipv4 destination, bool isDirect) =>
        !IsOwn(destination) && OutputTo(destination, isDirect) is >= 0 and var card
            && IsBroadcastOver(card, destination)
            ? card
            : null;

    /// <summary>
    /// The address of the smallest attached network around a destination: ifa_ifwithnet; negative if there is none.
    /// </summary>
    private int AttachedTo(Ipv4 destination)
    {
        int best = -1;
        for (int i = 0; i < _addresses.Length; i++)
        {
            ref readonly InetAddress own = ref _addresses[i];
            if (own.IsAttachedTo(destination) && (best < 0 || own.NetworkLength > _addresses[best].NetworkLength))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>
    /// ip_input: what is sent to a group needs a member on the interface on which it arrives. The broadcast addresses
    /// of all interfaces are accepted, but not their old forms with zeros.
    /// </summary>
    public bool Accepts(Ipv4 destination, int card) =>
        destination.IsMulticast
            ? Groups.IsMember(destination, card)
            : TakesBroadcast(destination);

    /// <summary>
    /// True for a broadcast address that ip_input accepts, of any interface: the new form, with ones, for the subnet or
    /// the classful network, and 0.0.0.0.
    /// </summary>
    public bool TakesBroadcast(Ipv4 address)
    {
        bool takes = address == Ipv4.Broadcast || address.IsAny;
        foreach (ref readonly InetAddress own in _addresses.AsSpan())
        {
            takes |= own.TakesBroadcast(address);
        }

        return takes;
    }
}
