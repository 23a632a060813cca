using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>What a socket has set for multicast datagrams, and the groups that it has joined (S11).</summary>
public sealed record MulticastSettings
{
    /// <summary>The most groups that one socket joins (netinet/in.h: IP_MAX_MEMBERSHIPS).</summary>
    internal const int MostMemberships = 20;

    /// <summary>Those of a new socket.</summary>
    internal static readonly MulticastSettings Defaults = new();

    /// <summary>IP_MULTICAST_IF: the name of the interface; null for that of the route.</summary>
    public string? Interface { get; init; }

    /// <summary>IP_MULTICAST_TTL, from 0 to 255.</summary>
    public int TimeToLive { get; init; } = 1;

    /// <summary>IP_MULTICAST_LOOP.</summary>
    public bool IsLooped { get; init; } = true;

    /// <summary>The memberships in the order of joining; no two are equal.</summary>
    public ImmutableArray<Membership> Memberships { get; init; } = [];
}

/// <summary>That a socket has joined a group on an interface.</summary>
/// <param name="Group">The group.</param>
/// <param name="Interface">The name of the interface.</param>
public readonly record struct Membership(Ipv4 Group, string Interface);
