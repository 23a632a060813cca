using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>What the options of IPPROTO_IP have set at a socket, except those for ports and for multicast.</summary>
public sealed record IpSettings
{
    /// <summary>Those of a new socket, and of a connection to be accepted.</summary>
    internal static readonly IpSettings Defaults = new();

    /// <summary>IP_TOS.</summary>
    public byte TypeOfService { get; init; }

    /// <summary>IP_TTL.</summary>
    public byte TimeToLive { get; init; } = 64;

    /// <summary>Which of the options are set that ask for control data (S12).</summary>
    public ImmutableHashSet<SocketOption> Wanted { get; init; } = [];
}
