using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

public sealed class FewTests
{
    [Property(Replay = "1,1")]
    public void Has_the_items_in_their_order(int[] items)
    {
        Few<int> few = Of(items);

        few.Count.ShouldBe(items.Length);
        few.IsEmpty.ShouldBe(items.Length == 0);
        few.First.ShouldBe(items.Length == 0 ? null : items[0]);
        Enumerable.Range(0, few.Count).Select(i => few[i]).ShouldBe(items);
        few.All.ShouldBe(items);
        few.Select(item => item ^ 1).ShouldBe(Of([.. items.Select(item => item ^ 1)]));
    }

    [Property(Replay = "1,1")]
    public void Same_items_are_the_same(int[] items, int other)
    {
        Few<int> few = Of(items);

        (few == Of([.. items])).ShouldBeTrue();
        few.GetHashCode().ShouldBe(Of([.. items]).GetHashCode());
        (few != few.With(other)).ShouldBeTrue();
        few.Equals((object)few.Select(item => ~item)).ShouldBe(items.Length == 0);
    }

    [Fact]
    public void Adding_an_item_leaves_the_original_unchanged()
    {
        Few<int> two = Of([1, 2]);

        two.With(3).ShouldBe(Of([1, 2, 3]));
        two.With(4).ShouldBe(Of([1, 2, 4]));
        two.ShouldBe(Of([1, 2]));
    }

    private static Few<int> Of(int[] items) => items.Aggregate(default(Few<int>), (few, item) => few.With(item));
}
