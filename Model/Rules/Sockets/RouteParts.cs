namespace Verify.Model.Rules.Sockets;

/// <summary>The addresses of a routing message, in their order (net/route.h: RTA_DST and so on).</summary>
[Flags]
internal enum RouteParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The destination.</summary>
    Destination = 0x1,

    /// <summary>The gateway.</summary>
    Gateway = 0x2,

    /// <summary>The mask of the destination.</summary>
    Netmask = 0x4,

    /// <summary>The mask of cloned routes.</summary>
    CloneMask = 0x8,

    /// <summary>The link-level address of the interface.</summary>
    Interface = 0x10,

    /// <summary>The address of the interface.</summary>
    Local = 0x20,

    /// <summary>The sender of a redirect.</summary>
    Author = 0x40,

    /// <summary>The broadcast address.</summary>
    Broadcast = 0x80,
}
