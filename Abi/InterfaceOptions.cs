namespace Verify.Abi;

/// <summary>The state and the abilities of an interface (net/if.h); 16 bits.</summary>
[Flags]
public enum InterfaceOptions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It is in use: packets leave and arrive.</summary>
    IFF_UP = 0x1,

    /// <summary>It can broadcast.</summary>
    IFF_BROADCAST = 0x2,

    /// <summary>Its driver reports what it does.</summary>
    IFF_DEBUG = 0x4,

    /// <summary>What leaves comes back.</summary>
    IFF_LOOPBACK = 0x8,

    /// <summary>It leads to one other host.</summary>
    IFF_POINTOPOINT = 0x10,

    /// <summary>It manages its own routes.</summary>
    IFF_SMART = 0x20,

    /// <summary>Its driver is ready.</summary>
    IFF_RUNNING = 0x40,

    /// <summary>It resolves no addresses.</summary>
    IFF_NOARP = 0x80,

    /// <summary>It receives all packets.</summary>
    IFF_PROMISC = 0x100,

    /// <summary>It receives all multicast packets.</summary>
    IFF_ALLMULTI = 0x200,

    /// <summary>It is sending.</summary>
    IFF_OACTIVE = 0x400,

    /// <summary>It does not hear itself.</summary>
    IFF_SIMPLEX = 0x800,

    /// <summary>Free for the driver's use.</summary>
    IFF_LINK0 = 0x1000,

    /// <summary>Free for the driver's use.</summary>
    IFF_LINK1 = 0x2000,

    /// <summary>Free for the driver's use.</summary>
    IFF_LINK2 = 0x4000,

    /// <summary>It can multicast.</summary>
    IFF_MULTICAST = 0x8000,
}
