using Verify.Implementation.Primitives;

namespace Verify.Proofs.Tests.Differential;

/// <summary>Data structures of Implementation: intrusive lists, hash tables, zones.</summary>
internal static class KernelSamples
{
    public static int List(int a, int b, byte removed)
    {
        IntrusiveList<Item, Item.InChain> list = default;
        Item[] items = [new Item { Key = a }, new Item { Key = b }, new Item { Key = 9 }];
        foreach (Item item in items)
        {
            list.InsertHead(item);
        }

        list.Remove(items[removed % 3]);
        int sum = 0;
        for (Item? item = list.First; item is not null; item = item.Next)
        {
            sum = (sum * 31) + item.Key + (list.Holds(item) ? 1 : 0);
        }

        return sum;
    }

    public static int Queue(int a, byte removed)
    {
        IntrusiveQueue<Item, Item.InChain> queue = default;
        Item[] items = [new Item { Key = a }, new Item { Key = 2 }];
        queue.Append(items[0]);
        queue.Append(items[1]);
        queue.Remove(items[removed & 1]);
        return queue.First!.Key + (ReferenceEquals(queue.First, queue.Last) ? 10 : 20);
    }

    public static int HashTable(int a, int b, int wanted)
    {
        var table = new IntrusiveList<Item, Item.InChain>[2];
        Bucket(table, a).InsertHead(new Item { Key = a });
        Bucket(table, b).InsertHead(new Item { Key = b });
        Item? found = Bucket(table, wanted).First;
        while (found is not null && found.Key != wanted)
        {
            found = found.Next;
        }

        return found is null ? -1 : found.Key ^ (ReferenceEquals(found, table[0].First) ? 1 : 2);
    }

    public static int Zone(byte steps, int key)
    {
        var zone = new Zone<Item>("items", limit: 2);
        Item? kept = null;
        for (int step = 0; step < 3; step++)
        {
            if ((steps >> step & 1) == 0)
            {
                kept = zone.Allocate();
                if (kept is not null)
                {
                    kept.Key += key;
                }
            }
            else if (kept is not null)
            {
                zone.Free(kept);
                kept = null;
            }
        }

        return (zone.InUse * 1000) + (kept?.Key ?? 7);
    }

    private static ref IntrusiveList<Item, Item.InChain> Bucket(IntrusiveList<Item, Item.InChain>[] table, int key) =>
        ref table[key & 1];
}
