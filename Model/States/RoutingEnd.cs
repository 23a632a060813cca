namespace Verify.Model.States;

/// <summary>What a routing socket has besides what every socket has (S9).</summary>
/// <param name="Family">The address family of the messages that it hears; 0 for all of them.</param>
public sealed record RoutingEnd(int Family);
