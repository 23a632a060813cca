using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.Judging;

/// <summary>
/// A port that a call has chosen and that nobody has stated yet. In the state a stand-in takes its place: a port that
/// the trace never names, so that every port which is still possible behaves as the stand-in does.
/// </summary>
/// <param name="Protocol">The protocol whose port it is.</param>
/// <param name="StandIn">The port in its place.</param>
/// <param name="Low">The lowest port of its range.</param>
/// <param name="High">The highest port of its range.</param>
/// <param name="Excluded">The ports of the range that it is not.</param>
internal sealed record UnknownPort(
    Protocol Protocol, ushort StandIn, ushort Low, ushort High, ImmutableSortedSet<ushort> Excluded)
{
    /// <summary>True if it may be this port.</summary>
    public bool MayBe(ushort port) => port >= Low && port <= High && !Excluded.Contains(port);

    /// <summary>The same, known not to be a port.</summary>
    public UnknownPort Except(ushort port) => this with { Excluded = Excluded.Add(port) };
}
