namespace Verify.Abi;

/// <summary>The properties of a route (net/route.h).</summary>
[Flags]
public enum RouteOptions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It can be used.</summary>
    RTF_UP = 0x1,

    /// <summary>Its packets go to a gateway.</summary>
    RTF_GATEWAY = 0x2,

    /// <summary>It leads to one host, not to a network.</summary>
    RTF_HOST = 0x4,

    /// <summary>Its destination cannot be reached: EHOSTUNREACH.</summary>
    RTF_REJECT = 0x8,

    /// <summary>It was made by a redirect.</summary>
    RTF_DYNAMIC = 0x10,

    /// <summary>It was changed by a redirect.</summary>
    RTF_MODIFIED = 0x20,

    /// <summary>Of a message: the request was carried out.</summary>
    RTF_DONE = 0x40,

    /// <summary>Using it makes a route to the host.</summary>
    RTF_CLONING = 0x100,

    /// <summary>A daemon resolves its destination.</summary>
    RTF_XRESOLVE = 0x200,

    /// <summary>Its gateway is an address of the link layer.</summary>
    RTF_LLINFO = 0x400,

    /// <summary>A process added it.</summary>
    RTF_STATIC = 0x800,

    /// <summary>Its packets vanish without an error.</summary>
    RTF_BLACKHOLE = 0x1000,

    /// <summary>Free for routing protocols.</summary>
    RTF_PROTO2 = 0x4000,

    /// <summary>Free for routing protocols.</summary>
    RTF_PROTO1 = 0x8000,

    /// <summary>Its protocol makes routes to hosts from it.</summary>
    RTF_PRCLONING = 0x10000,

    /// <summary>It was made from another route.</summary>
    RTF_WASCLONED = 0x20000,

    /// <summary>Free for routing protocols.</summary>
    RTF_PROTO3 = 0x40000,

    /// <summary>Reserved.</summary>
    RTF_PINNED = 0x100000,

    /// <summary>It leads to an address of this host.</summary>
    RTF_LOCAL = 0x200000,

    /// <summary>It leads to a broadcast address.</summary>
    RTF_BROADCAST = 0x400000,

    /// <summary>It leads to a multicast group.</summary>
    RTF_MULTICAST = 0x800000,
}
