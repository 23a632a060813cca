using Verify.Abi;

namespace Verify.Implementation.Inet.Routing;

/// <summary>An interface: FreeBSD's struct ifnet.</summary>
/// <param name="name">Its name and unit.</param>
/// <param name="number">Counted from 0, in the order of attachment.</param>
/// <param name="isLoopback">True for a loopback interface; the others are Ethernets.</param>
internal sealed class Card(string name, int number, bool isLoopback)
{
    /// <summary>ETHERMTU and LOMTU.</summary>
    private const int EthernetMtu = 1500;
    private const int LoopbackMtu = 16384;

    /// <summary>IFF_CANTCHANGE. FreeBSD 4.0 leaves IFF_LOOPBACK out, and turns an Ethernet into a loopback.</summary>
    private const InterfaceOptions Fixed =
        InterfaceOptions.IFF_BROADCAST | InterfaceOptions.IFF_POINTOPOINT | InterfaceOptions.IFF_RUNNING
        | InterfaceOptions.IFF_OACTIVE | InterfaceOptions.IFF_SIMPLEX | InterfaceOptions.IFF_MULTICAST
        | InterfaceOptions.IFF_ALLMULTI | InterfaceOptions.IFF_SMART | InterfaceOptions.IFF_LOOPBACK;

    /// <summary>ifr_flags is a short.</summary>
    private const InterfaceOptions All = (InterfaceOptions)ushort.MaxValue;

    public string Name { get; } = name;

    public int Number { get; } = number;

    /// <summary>if_index.</summary>
    public int Index => Number + 1;

    /// <summary>IFF_LOOPBACK.</summary>
    public bool IsLoopback { get; } = isLoopback;

    /// <summary>if_flags.</summary>
    public InterfaceOptions Flags { get; private set; } =
        InterfaceOptions.IFF_UP | InterfaceOptions.IFF_RUNNING | InterfaceOptions.IFF_MULTICAST
        | (isLoopback
            ? InterfaceOptions.IFF_LOOPBACK
            : InterfaceOptions.IFF_BROADCAST | InterfaceOptions.IFF_SIMPLEX);

    public bool IsUp => (Flags & InterfaceOptions.IFF_UP) != 0;

    /// <summary>The longest packet, in bytes: if_mtu.</summary>
    public int Mtu => IsLoopback ? LoopbackMtu : EthernetMtu;

    /// <summary>
    /// True if it is a member of 224.0.0.1: from its first address on, and for ever (in_ifinit). It is not counted
    /// among the groups of <see cref="HostGroups"/>.
    /// </summary>
    public bool HearsAllHosts { get; set; }

    /// <summary>Sets or clears IFF_UP.</summary>
    public void SetUp(bool isUp) =>
        Flags = isUp ? Flags | InterfaceOptions.IFF_UP : Flags & ~InterfaceOptions.IFF_UP;

    /// <summary>Replaces the flags that are not a matter of its driver.</summary>
    public void SetFlags(InterfaceOptions flags) => Flags = (Flags & Fixed) | (flags & All & ~Fixed);
}
