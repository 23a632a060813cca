using Verify.Implementation.Inet;

namespace Verify.Proofs.Harnesses;

/// <summary>The ports of a range, and the order in which a search tries them.</summary>
internal static class PortOrder
{
    /// <summary>True if a port lies between the two ends, whichever way the range counts.</summary>
    public static bool Contains(PortRange range, ushort port) =>
        (range.First <= port && port <= range.Last) || (range.Last <= port && port <= range.First);

    /// <summary>The number of steps from the cursor to a port of the range: 1 is next.</summary>
    public static int TurnOf(PortRange range, ushort cursor, ushort port)
    {
        bool up = range.First <= range.Last;
        if (!Contains(range, cursor))
        {
            return (up ? port - range.First : range.First - port) + 1;
        }

        int ahead = up ? port - cursor : cursor - port;
        return ahead > 0 ? ahead : ahead + range.Size;
    }
}
