using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Tables;

/// <summary>A zone with room for two items, through any four calls.</summary>
internal static class ZoneProofs
{
    private const int Room = 2;

    [Proof("S2", "No item is allocated twice, each is blank, and the count is exact.",
        Mutant = "zone-gives-twice")]
    public static void AnyFourCalls(byte first, byte second, byte third, byte fourth, ushort mark)
    {
        var zone = new Zone<PortHead>("items", Room);
        var held = new PortHead?[Room];
        Call(zone, held, first, mark);
        Call(zone, held, second, mark);
        Call(zone, held, third, mark);
        Call(zone, held, fourth, mark);
    }

    // 0 allocates, the others free an item if it is allocated.
    private static void Call(Zone<PortHead> zone, PortHead?[] held, byte call, ushort mark)
    {
        if (call == 0)
        {
            Allocate(zone, held, mark);
        }
        else
        {
            int which = call == 1 ? 0 : 1;
            if (held[which] is { } item)
            {
                zone.Free(item);
                Proof.Assert(!item.IsAllocated, "a freed item is marked free");
                held[which] = null;
            }
        }

        int count = (held[0] is null ? 0 : 1) + (held[1] is null ? 0 : 1);
        Proof.Assert(zone.InUse == count & zone.Usage.InUse == count, "the count is exact");
    }

    private static void Allocate(Zone<PortHead> zone, PortHead?[] held, ushort mark)
    {
        PortHead? item = zone.Allocate();
        bool isFull = held[0] is not null & held[1] is not null;
        Proof.Assert(item is null == isFull, "an item is allocated while there is room");
        if (item is not null)
        {
            Proof.Assert(
                !ReferenceEquals(item, held[0]) & !ReferenceEquals(item, held[1]), "it is not allocated already");
            Proof.Assert(item.IsAllocated & item.Port == 0, "it is blank");
            item.Port = mark;
            held[held[0] is null ? 0 : 1] = item;
        }
    }
}
