using Verify.Abi;

namespace Verify.Model.States;

/// <summary>What a raw IPv4 socket has besides what every socket has (S11). Its endpoints have no ports.</summary>
/// <param name="Protocol">The IP protocol that it sends and receives; 0 receives every one.</param>
public sealed record RawEnd(Protocol Protocol)
{
    /// <summary>True if it is connected; the foreign address may be 0.0.0.0 then.</summary>
    public bool IsConnected { get; init; }

    /// <summary>IP_HDRINCL: what it sends begins with an IP header.</summary>
    public bool IncludesHeader { get; init; }
}
