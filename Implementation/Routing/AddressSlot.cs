namespace Verify.Implementation.Routing;

/// <summary>The addresses of a routing message, in their order: RTAX_DST and so on.</summary>
internal enum AddressSlot
{
    Destination,
    Gateway,
    NetMask,

    /// <summary>The mask of routes that are cloned from this one.</summary>
    GenMask,

    /// <summary>The interface, as an address of the link layer.</summary>
    Interface,

    /// <summary>The address of this host on it.</summary>
    Own,
    Author,
    Broadcast,
}
