using Verify.Implementation.Inet;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Binding;

/// <summary>One step of the cursor through a range of ports, for every range and every cursor.</summary>
internal static class PortCursorProofs
{
    [Proof("P3", "Counting up, the next port is one more than the cursor, and after the last port comes the first.",
        Mutant = "range-probes-outside")]
    public static void StepUp(PortRange range, ushort cursor)
    {
        Proof.Assume(range.First <= cursor && cursor <= range.Last);
        int expected = cursor == range.Last ? range.First : cursor + 1;
        Proof.Assert(range.Next(cursor) == expected);
    }

    [Proof("P3", "Counting down, the next port is one less than the cursor, and after the last port comes the first.",
        Mutant = "range-probes-below")]
    public static void StepDown(PortRange range, ushort cursor)
    {
        Proof.Assume(range.First > range.Last);
        Proof.Assume(range.First >= cursor && cursor >= range.Last);
        int expected = cursor == range.Last ? range.First : cursor - 1;
        Proof.Assert(range.Next(cursor) == expected);
    }

    [Proof("P4", "A cursor outside the range, as a sysctl write may leave it, restarts at the first port.",
        Mutant = "cursor-not-reset")]
    public static void OutsideStartsAtFirst(PortRange range, ushort cursor)
    {
        Proof.Assume(!PortOrder.Contains(range, cursor));
        Proof.Assert(range.Next(cursor) == range.First);
    }

    [Proof("G3", "From any cursor, in the range or not, the next port lies in the range.",
        Mutant = "range-probes-below")]
    public static void StaysInRange(PortRange range, ushort cursor)
    {
        ushort next = range.Next(cursor);
        Proof.Assert(PortOrder.Contains(range, next), "the next port is in the range");
        Proof.Assert(range.Contains(next), "the range contains the next port");
    }

    [Proof("G3", "Two different cursors in a range never step to the same port.",
        Mutant = "range-skips-first")]
    public static void StepsAreOneToOne(PortRange range, ushort cursor, ushort other)
    {
        Proof.Assume(PortOrder.Contains(range, cursor) && PortOrder.Contains(range, other));
        Proof.Assume(cursor != other);
        Proof.Assert(range.Next(cursor) != range.Next(other));
    }

    [Proof("G3", "Both ends are reached: the last port from its neighbour, the first from the last.",
        Mutant = "range-skips-first")]
    public static void BothEndsAreReached(PortRange range)
    {
        Proof.Assert(range.Next(range.Last) == range.First);
        if (range.First != range.Last)
        {
            int neighbour = range.First < range.Last ? range.Last - 1 : range.Last + 1;
            Proof.Assert(range.Next((ushort)neighbour) == range.Last);
        }
    }

    [Proof("G3", "A range contains exactly the ports from one end to the other.",
        Mutant = "range-one-port-short")]
    public static void ContainsItsPorts(PortRange range, ushort port)
    {
        Proof.Assert(range.Contains(port) == PortOrder.Contains(range, port));
        Proof.Assert(range.CountsDown == range.First > range.Last);
        Proof.Assert(range.Size == Math.Abs(range.First - range.Last) + 1);
    }
}
