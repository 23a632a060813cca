using Shouldly;
using Verify.Implementation.Inspection;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

public sealed class ReferenceTallyTests
{
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 2, true)]
    [InlineData(2, 1, false)]
    [InlineData(1, 2, false)]
    [InlineData(1, 0, false)]
    public void An_item_is_even_if_it_is_found_as_often_as_it_counts(int found, int counted, bool isEven)
    {
        ReferenceTally tally = default;
        Find(ref tally, found, counted);

        tally.IsEven.ShouldBe(isEven);
    }

    [Fact]
    public void One_item_too_many_and_another_too_few_do_not_make_it_even()
    {
        ReferenceTally tally = default;
        Find(ref tally, found: 2, counted: 1);
        Find(ref tally, found: 1, counted: 2);

        tally.IsEven.ShouldBeFalse();
    }

    private static void Find(ref ReferenceTally tally, int found, int counted)
    {
        for (int i = 1; i <= found; i++)
        {
            tally.Add(i, counted);
        }
    }
}
