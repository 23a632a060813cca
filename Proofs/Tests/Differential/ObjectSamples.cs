namespace Verify.Proofs.Tests.Differential;

/// <summary>Objects, lists of objects, and references with several possible targets.</summary>
internal static class ObjectSamples
{
    public static int FieldsOfObjects(int a, int b)
    {
        var first = new SampleNode(a, null);
        var second = new SampleNode(b, first);
        second.Next!.Key += 5;
        ref int key = ref first.Key;
        key *= 2;
        SampleNode alias = first;
        alias.Hits = 7;
        return first.Key + first.Hits + (second.Next == alias ? 100 : 200);
    }

    public static int NullReference(bool a, int b)
    {
        SampleNode? node = a ? new SampleNode(b, null) : null;
        return node!.Key;
    }

    public static int FindInList(int a, int b, int key)
    {
        SampleNode list = new(a, new SampleNode(b, new SampleNode(3, null)));
        SampleNode? found = Find(list, key);
        return found is null ? -1 : found.Key + (ReferenceEquals(found, list) ? 1 : 0) + (found.Next?.Key ?? 50);
    }

    public static int WriteToFound(int a, int key)
    {
        SampleNode second = new(3, null);
        SampleNode list = new(a, second);
        if (Find(list, key) is { } found)
        {
            found.Hits++;
        }

        return (list.Hits * 2) + second.Hits;
    }

    public static int FoundOrThrown(int a, int b, int key)
    {
        SampleNode list = new(a, new SampleNode(b, null));
        return Find(list, key)!.Next!.Key;
    }

    public static int SearchWithReturns(int a, int b, int key, int other)
    {
        SampleNode list = new(a, new SampleNode(b, new SampleNode(5, null)));
        SampleNode? found = FindEither(list, key, other);
        return (found?.Key ?? -1) + (found?.Next?.Key * 3 ?? 7);
    }

    public static int BestOf(int a, int b, byte c, int key)
    {
        SampleNode list = new(a, new SampleNode(b, new SampleNode(c, new SampleNode(5, null))));
        SampleNode? best = FindClosest(list, key);
        return best is null ? -1 : best.Key ^ (ReferenceEquals(best, list.Next) ? 1 : 0);
    }

    public static int ByIndex(int index, int a, int b)
    {
        SampleNode[] nodes = [new(a, null), new(b, null), new(7, null)];
        nodes[index & 1].Key += 2;
        return KeyAt(nodes, index) + KeyAt(nodes, index + 1) + FieldAt([new(a, 1), new(b, 2)], index);
    }

    public static int EffectsAndReturns(int a, int b, int key)
    {
        int steps = 0;
        int found = CountedFind(new SampleNode(a, new SampleNode(b, null)), key, ref steps);
        return (found * 10) + steps;
    }

    public static int Reverse(int a, int b, int c, byte count)
    {
        int[] keys = [a, b, c];
        SampleNode? list = null;
        for (int i = 0; i < count % 4; i++)
        {
            list = new SampleNode(keys[i], list);
        }

        SampleNode? reversed = null;
        while (list is not null)
        {
            (list.Next, reversed, list) = (reversed, list, list.Next);
        }

        int sum = 0;
        for (; reversed is not null; reversed = reversed.Next)
        {
            sum = (sum * 31) + reversed.Key;
        }

        return sum;
    }

    public static int SortedInsert(int a, int b, int c)
    {
        SampleNode head = new(int.MinValue, null);
        foreach (int key in (int[])[a, b, c])
        {
            SampleNode place = head;
            while (place.Next is { } next && next.Key <= key)
            {
                place = next;
            }

            place.Next = new SampleNode(key, place.Next);
        }

        return head.Next!.Key ^ (head.Next.Next!.Key * 7) ^ (head.Next.Next.Next!.Key * 49);
    }

    public static int Generic(int a, long b, int index)
    {
        Holder<int> numbers = Holder<int>.Of(a, 4);
        Holder<long> wide = Holder<long>.Of(b, a);
        Holder<SampleNode> nodes = Holder<SampleNode>.Of(new SampleNode(a, null), new SampleNode((int)b, null));
        nodes.Items[1].Next = nodes.Last;
        return numbers.Items[index & 1] + (int)wide.Items[1 - (index & 1)] + nodes.Items[index & 1].Key
            + nodes.Last!.Next!.Key + numbers.Last;
    }

    public static int Records(int x, short y, int z)
    {
        Point first = new(x, y);
        Point second = first with { X = z };
        return (first == second ? 1 : 0) + (first.Equals(new Point(x, 3)) ? 2 : 0) + second.X + second.Y;
    }

    public static int Nullables(int a, bool has)
    {
        int? value = has ? a : null;
        long sum = value ?? -7;
        if (value is { } given && given > 5)
        {
            sum += given;
        }

        return (int)sum + (value.HasValue ? 1 : 0) + value.GetValueOrDefault(3);
    }

    public static int MissingValue(int a, bool has)
    {
        int? value = has ? a : null;
        return value!.Value;
    }

    private static SampleNode? Find(SampleNode? list, int key)
    {
        while (list is not null && list.Key != key)
        {
            list = list.Next;
        }

        return list;
    }

    private static SampleNode? FindEither(SampleNode? list, int key, int other)
    {
        SampleNode? second = null;
        for (; list is not null; list = list.Next)
        {
            if (list.Key < 0 || list.Key == 100)
            {
                continue;
            }

            if (list.Key == key)
            {
                return list;
            }

            if (list.Key == other)
            {
                second = list;
            }
            else if (other == 3)
            {
                return list.Next;
            }
        }

        return second;
    }

    private static SampleNode? FindClosest(SampleNode? list, int key)
    {
        SampleNode? best = null;
        uint least = 1000;
        for (; list is not null && least > 0; list = list.Next)
        {
            uint distance = (uint)(list.Key > key ? list.Key - key : key - list.Key);
            if (distance < least)
            {
                (best, least) = (list, distance);
            }
        }

        return best;
    }

    private static int KeyAt(SampleNode[] nodes, int index) => nodes[index % 2 == 0 ? 0 : 2].Key;

    private static int FieldAt(Pair[] pairs, int index) => pairs[index & 1].Total;

    private static int CountedFind(SampleNode? list, int key, ref int steps)
    {
        for (; list is not null; list = list.Next)
        {
            steps++;
            if (list.Key == key)
            {
                return 1;
            }
        }

        return 0;
    }
}
