namespace Verify.Abi;

/// <summary>What a message of a routing socket says (rtm_type of net/route.h); one byte.</summary>
public enum RouteMessageKind : byte
{
    /// <summary>Add a route.</summary>
    RTM_ADD = 0x1,

    /// <summary>Delete a route.</summary>
    RTM_DELETE = 0x2,

    /// <summary>Change a route.</summary>
    RTM_CHANGE = 0x3,

    /// <summary>Report a route.</summary>
    RTM_GET = 0x4,

    /// <summary>A route seems to be broken.</summary>
    RTM_LOSING = 0x5,

    /// <summary>A gateway has named a better one.</summary>
    RTM_REDIRECT = 0x6,

    /// <summary>There is no route to a destination.</summary>
    RTM_MISS = 0x7,

    /// <summary>Fix metrics of a route.</summary>
    RTM_LOCK = 0x8,

    /// <summary>A daemon should resolve a destination.</summary>
    RTM_RESOLVE = 0xb,

    /// <summary>An interface has got an address.</summary>
    RTM_NEWADDR = 0xc,

    /// <summary>An interface has lost an address.</summary>
    RTM_DELADDR = 0xd,

    /// <summary>An interface has changed.</summary>
    RTM_IFINFO = 0xe,
}
