using Verify.Implementation.Inet;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// A search for a port, by induction: its start, and one step from any state. Together they show that it ends after as
/// many tries as the range has ports, and that it tries each of them once.
/// </summary>
internal static class PortSearchProofs
{
    [Proof("G2", "A search starts with as many tries as the range has ports.",
        Mutant = "range-one-port-short")]
    public static void StartsWithTheWholeRange(PortRange range, ushort cursor)
    {
        var search = new PortSearch(range, cursor);
        Proof.Assert(search.Left == Math.Abs(range.First - range.Last) + 1);
        Proof.Assert(search.Cursor == cursor);
    }

    [Proof("G2", "Each try costs one, and without one left a search ends: after as many as it started with.",
        Mutant = "range-never-ends")]
    public static void EachTryCostsOne(PortSearch search)
    {
        int left = search.Left;
        bool found = search.TryNext(out _);
        Proof.Assert(found == left > 0);
        Proof.Assert(search.Left == (found ? left - 1 : left));
    }

    [Proof("G2", "A search that has given up does not change any more.",
        Mutant = "cursor-lost-at-the-end")]
    public static void GivesUpForGood(PortSearch search)
    {
        Proof.Assume(search.Left <= 0);
        ushort cursor = search.Cursor;
        Proof.Assert(!search.TryNext(out _));
        Proof.Assert(search.Cursor == cursor);
    }

    [Proof("G3", "A search returns a port of the range, which is also the cursor for the next search.",
        Mutant = "range-probes-outside")]
    public static void ReturnsPortsOfTheRange(PortRange range, ushort cursor, int left)
    {
        var search = new PortSearch(range, cursor, left);
        Proof.Assume(search.TryNext(out ushort port));
        Proof.Assert(PortOrder.Contains(range, port), "the port is in the range");
        Proof.Assert(search.Cursor == port);
    }

    [Proof("G3", "When a search starts, each port of the range has its turn within the tries available.",
        Mutant = "range-one-port-short")]
    public static void EveryPortHasATurn(PortRange range, ushort cursor, ushort port)
    {
        Proof.Assume(PortOrder.Contains(range, port));
        int turn = PortOrder.TurnOf(range, cursor, port);
        Proof.Assert(turn >= 1, "the turn is still to come");
        Proof.Assert(turn <= new PortSearch(range, cursor).Left, "enough tries are left");
    }

    [Proof("G3", "A step tries the port whose turn it is, moves all others one turn closer, and never tries a port "
        + "again.",
        Mutant = "range-gives-up-early")]
    public static void EveryPortOnceInTurn(PortRange range, ushort cursor, int left, ushort port)
    {
        Proof.Assume(PortOrder.Contains(range, port) && 1 <= left && left <= range.Size);
        var search = new PortSearch(range, cursor, left);
        int turn = PortOrder.TurnOf(range, cursor, port);
        Proof.Assert(search.TryNext(out ushort tried), "a try is left");
        int next = PortOrder.TurnOf(range, search.Cursor, port);
        Proof.Assert((tried == port) == (turn == 1), "the port is tried when its turn comes");
        Proof.Assert(tried == port || next == turn - 1, "a port not tried is one turn closer");
        Proof.Assert(tried != port || next > search.Left, "a port tried has no turn left");
    }

    [Proof("G3", "A whole search tries each port of the range once, no other port, and then ends.",
        Bound = "ranges of up to three ports", Unwind = 3, Terminates = true, Mutant = "range-never-ends")]
    public static void SmallRangesWhole(PortRange range, ushort cursor, ushort port)
    {
        Proof.Assume(Math.Abs(range.First - range.Last) < 3);
        int tries = 0;
        int times = 0;
        var search = new PortSearch(range, cursor);
        while (search.TryNext(out ushort tried))
        {
            tries++;
            times += Hit(tried, port);
        }

        Proof.Assert(tries == range.Size);
        Proof.Assert(
            times == (PortOrder.Contains(range, port) ? 1 : 0), "a port of the range is tried once, another never");
    }

    private static int Hit(ushort tried, ushort port) => tried == port ? 1 : 0;
}
