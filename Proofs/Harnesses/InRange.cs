using Verify.Implementation.Inet;

namespace Verify.Proofs.Harnesses;

/// <summary>What the proofs mean by a port of a range, and by its place in the order of trying.</summary>
internal static class InRange
{
    /// <summary>Whether a port lies between the two ends, whichever way the range counts.</summary>
    public static bool Has(PortRange range, ushort port) =>
        (range.First <= port && port <= range.Last) || (range.Last <= port && port <= range.First);

    /// <summary>How many steps after the cursor a port of the range has its turn: 1 is next.</summary>
    public static int Turn(PortRange range, ushort cursor, ushort port)
    {
        bool up = range.First <= range.Last;
        if (!Has(range, cursor))
        {
            return (up ? port - range.First : range.First - port) + 1;
        }

        int ahead = up ? port - cursor : cursor - port;
        return ahead > 0 ? ahead : ahead + range.Size;
    }
}
