using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>
/// The multicast options and memberships of the PCBs of a protocol (S11): ip_setmoptions, ip_getmoptions and
/// ip_freemoptions. A PCB has a record of them only while one differs from its default.
/// </summary>
internal sealed class Multicast(Interfaces interfaces)
{
    private const uint MaxTtl = 255;

    public Zone<MulticastOptions> Zone { get; } = new("ip_moptions");

    public Errno Set(Pcb pcb, SocketOption option, int value)
    {
        MulticastOptions options = pcb.Multicast ??= Zone.Allocate()!;
        Errno error = option switch
        {
            SocketOption.IP_MULTICAST_IF => SetInterface(pcb, options, new Ipv4((uint)value)),
            SocketOption.IP_MULTICAST_TTL => SetTtl(options, (uint)value),
            SocketOption.IP_MULTICAST_LOOP => SetLoops(options, value != 0),
            _ => Errno.EINVAL,
        };
        FreeIfDefault(pcb);
        return error;
    }

    /// <summary>IP_MULTICAST_TTL, or IP_MULTICAST_LOOP as 0 or 1.</summary>
    public static int Get(Pcb pcb, SocketOption option) =>
        option == SocketOption.IP_MULTICAST_TTL ? pcb.Multicast?.Ttl ?? MulticastOptions.DefaultTtl
        : pcb.Multicast is null or { Loops: true } ? 1
        : 0;

    /// <summary>
    /// IP_MULTICAST_IF: 0.0.0.0, or the first address of the interface. A prison sees its own address, because the
    /// first one may be the host's (D40, J9).
    /// </summary>
    public Ipv4 GetInterface(Pcb pcb) =>
        pcb.Multicast?.Interface is not { } card ? Ipv4.Any
        : pcb.Socket.Owner.Prison is { } prison ? prison.Address
        : interfaces.FirstAddressOf(card);

    /// <summary>IP_ADD_MEMBERSHIP. On error nothing changes.</summary>
    public Errno Join(Pcb pcb, Ipv4 group, Ipv4 interfaceAddress)
    {
        if (!group.IsMulticast)
        {
            return Errno.EINVAL;
        }

        int card = interfaceAddress.IsAny ? interfaces.InterfaceTo(group) : VisibleInterface(pcb, interfaceAddress);
        if (card < 0)
        {
            return Errno.EADDRNOTAVAIL;
        }

        if (pcb.Multicast is { } old && Find(old, group, card) < old.Count)
        {
            return Errno.EADDRINUSE;
        }

        if (pcb.Multicast is { IsFull: true })
        {
            return Errno.ETOOMANYREFS;
        }

        MulticastOptions options = pcb.Multicast ??= Zone.Allocate()!;
        options.Append(interfaces.Groups.Join(group, card));
        return Errno.None;
    }

    /// <summary>
    /// IP_DROP_MEMBERSHIP. Without an interface, the membership of the group that was joined first ends.
    /// </summary>
    public Errno Leave(Pcb pcb, Ipv4 group, Ipv4 interfaceAddress)
    {
        if (!group.IsMulticast)
        {
            return Errno.EINVAL;
        }

        int? card = interfaceAddress.IsAny ? null : VisibleInterface(pcb, interfaceAddress);
        if (card < 0 || pcb.Multicast is not { } options)
        {
            return Errno.EADDRNOTAVAIL;
        }

        int index = Find(options, group, card);
        if (index == options.Count)
        {
            return Errno.EADDRNOTAVAIL;
        }

        interfaces.Groups.Leave(options[index]);
        options.RemoveAt(index);
        FreeIfDefault(pcb);
        return Errno.None;
    }

    /// <summary>Ends all memberships of a PCB, and frees its options: ip_freemoptions.</summary>
    public void Discard(Pcb pcb)
    {
        if (pcb.Multicast is { } options)
        {
            for (int i = 0; i < options.Count; i++)
            {
                interfaces.Groups.Leave(options[i]);
            }

            Free(pcb, options);
        }
    }

    private Errno SetInterface(Pcb pcb, MulticastOptions options, Ipv4 address)
    {
        int? card = address.IsAny ? null : VisibleInterface(pcb, address);
        if (card < 0)
        {
            return Errno.EADDRNOTAVAIL;
        }

        options.Interface = card;
        return Errno.None;
    }

    private static Errno SetTtl(MulticastOptions options, uint ttl)
    {
        if (ttl > MaxTtl)
        {
            return Errno.EINVAL;
        }

        options.Ttl = (int)ttl;
        return Errno.None;
    }

    private static Errno SetLoops(MulticastOptions options, bool loops)
    {
        options.Loops = loops;
        return Errno.None;
    }

    /// <summary>
    /// The interface that has an address: INADDR_TO_IFP; negative if there is none. The socket's prison may name its
    /// own address only, else it would learn the host's (D39, D7, J9).
    /// </summary>
    private int VisibleInterface(Pcb pcb, Ipv4 address) =>
        pcb.Socket.Owner.Prison is { } prison && address != prison.Address ? -1 : interfaces.InterfaceOf(address);

    /// <summary>The index of the first membership of a group, on one interface or on any; the count if none.</summary>
    private static int Find(MulticastOptions options, Ipv4 group, int? card)
    {
        int index = 0;
        while (index < options.Count
            && (options[index].Address != group || (card is { } only && options[index].Interface != only)))
        {
            index++;
        }

        return index;
    }

    private void FreeIfDefault(Pcb pcb)
    {
        if (pcb.Multicast is { IsDefault: true } options)
        {
            Free(pcb, options);
        }
    }

    private void Free(Pcb pcb, MulticastOptions options)
    {
        pcb.Multicast = null;
        Zone.Free(options);
    }
}
