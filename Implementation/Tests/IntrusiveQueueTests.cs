using FsCheck.Xunit;
using Shouldly;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Tests;

/// <summary>Compares the intrusive queue, and the list inside it, with an ordinary list.</summary>
public sealed class IntrusiveQueueTests
{
    /// <summary>
    /// Numbers encode changes: a negative one removes, any other inserts, each at the position it encodes.
    /// </summary>
    [Property(Replay = "1,1", MaxTest = 500)]
    public void It_keeps_the_same_order_as_a_list(int[] changes)
    {
        IntrusiveQueue<Datagram, Datagram.InBuffer> queue = default;
        List<Datagram> expected = [];
        foreach (int change in changes)
        {
            int place = Math.Abs(change % (expected.Count + 1));
            if (change < 0 && place < expected.Count)
            {
                queue.Remove(expected[place]);
                expected.RemoveAt(place);
            }
            else
            {
                var item = new Datagram();
                queue.InsertAfter(place == 0 ? null : expected[place - 1], item);
                expected.Insert(place, item);
            }

            Forwards(queue).SequenceEqual(expected).ShouldBeTrue();
            queue.Last.ShouldBeSameAs(expected.LastOrDefault());
            expected.All(item => queue.Holds(item)).ShouldBeTrue();
        }
    }

    private static IEnumerable<Datagram> Forwards(IntrusiveQueue<Datagram, Datagram.InBuffer> queue)
    {
        for (Datagram? item = queue.First; item is not null; item = item.Next)
        {
            yield return item;
        }
    }
}
