using Shouldly;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Xunit;

namespace Verify.Implementation.Tests.Primitives;

public sealed class ZoneTests
{
    [Fact]
    public void Freed_items_are_reused_and_zeroed()
    {
        var zone = new Zone<Prison>("prison");
        Prison first = zone.Allocate()!;
        first.References = 7;
        zone.Free(first);

        Prison again = zone.Allocate()!;

        again.ShouldBeSameAs(first);
        again.References.ShouldBe(0);
        again.IsAllocated.ShouldBeTrue();
        zone.Allocate().ShouldNotBeSameAs(first);
    }

    [Fact]
    public void A_full_zone_allocates_nothing_until_an_item_is_freed()
    {
        var zone = new Zone<Prison>("prison", limit: 2);
        Prison first = zone.Allocate()!;
        zone.Allocate().ShouldNotBeNull();

        zone.Allocate().ShouldBeNull();
        zone.InUse.ShouldBe(2);

        zone.Free(first);
        zone.InUse.ShouldBe(1);
        zone.Allocate().ShouldBeSameAs(first);
    }

    [Fact]
    public void A_leak_is_reported_with_its_zone()
    {
        var zone = new Zone<Prison>("prison");
        zone.Allocate();

        zone.Leak(reached: 1).ShouldBeNull();
        zone.Leak(reached: 0).ShouldBe("zone prison miscounted: 0 reached, 1 in use");
    }
}
