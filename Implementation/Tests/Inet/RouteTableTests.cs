using Shouldly;
using Verify.Abi;
using Verify.Implementation.Inet.Routing;
using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>The routing table: which route is the best, and which one a request means (S9).</summary>
public sealed class RouteTableTests
{
    private static readonly Ipv4 Host = Ipv4.Of(10, 2, 3, 4);

    private readonly RouteTable _table = new();

    [Fact]
    public void The_longest_prefix_is_the_best_whatever_the_order_of_insertion()
    {
        Add(0, 0, 0, 0, 0);
        Add(10, 2, 3, 4, RouteKey.HostLength);
        Add(10, 2, 0, 0, 16);
        Add(10, 2, 3, 4, 32);
        Add(10, 2, 0, 0, 24);
        LengthOf(_table.LookUp(Host)).ShouldBe(RouteKey.HostLength);
        LengthOf(_table.LookUp(Ipv4.Of(10, 2, 3, 5))).ShouldBe(16);
        LengthOf(_table.LookUp(Ipv4.Of(10, 2, 0, 5))).ShouldBe(24);
        LengthOf(_table.LookUp(Ipv4.Of(10, 3, 0, 5))).ShouldBe(0);
    }

    [Fact]
    public void Without_a_route_there_is_none()
    {
        Add(10, 2, 0, 0, 16);
        _table.LookUp(Ipv4.Of(10, 3, 0, 0)).ShouldBeNull();
    }

    [Fact]
    public void A_mask_finds_the_route_that_begins_where_the_best_one_does()
    {
        Add(172, 16, 0, 0, 12);
        Add(172, 16, 0, 0, 16);
        Add(172, 20, 0, 0, 16);
        LengthOf(_table.LookUp(Ipv4.Of(172, 16, 5, 5), 12)).ShouldBe(12);
        LengthOf(_table.LookUp(Ipv4.Of(172, 20, 5, 5), 12)).ShouldBeNull();
        LengthOf(_table.LookUp(Ipv4.Of(172, 21, 5, 5), 16)).ShouldBeNull();
        LengthOf(_table.LookUp(Ipv4.Of(172, 21, 5, 5), 12)).ShouldBe(12);
    }

    [Fact]
    public void Without_a_mask_the_longest_route_to_the_address_is_meant_but_not_the_default_one()
    {
        Add(0, 0, 0, 0, 0);
        Add(10, 2, 0, 0, 16);
        Add(10, 2, 0, 0, 17);
        LengthOf(_table.Find(RouteKey.Host(Ipv4.Of(10, 2, 0, 0)))).ShouldBe(17);
        LengthOf(_table.Find(RouteKey.Host(Ipv4.Of(10, 2, 0, 1)))).ShouldBeNull();
        LengthOf(_table.Find(RouteKey.Host(Ipv4.Any))).ShouldBeNull();
        LengthOf(_table.Find(new RouteKey(Ipv4.Any, 0))).ShouldBe(0);
    }

    [Fact]
    public void A_key_is_taken_by_the_same_mask_alone()
    {
        Add(10, 2, 3, 4, 32);
        _table.IsTaken(new RouteKey(Host, 32)).ShouldBeTrue();
        _table.IsTaken(RouteKey.Host(Host)).ShouldBeFalse();
        _table.IsTaken(RouteKey.Host(Ipv4.Any)).ShouldBeTrue();
    }

    [Fact]
    public void Many_routes_come_and_go()
    {
        for (byte i = 0; i < 20; i++)
        {
            Add(10, i, 0, 0, 16);
        }

        for (byte i = 0; i < 20; i += 2)
        {
            _table.Remove(_table.LookUp(Ipv4.Of(10, i, 1, 1))!);
        }

        _table.All.Length.ShouldBe(10);
        _table.LookUp(Ipv4.Of(10, 4, 1, 1)).ShouldBeNull();
        _table.LookUp(Ipv4.Of(10, 5, 1, 1))!.Key.Destination.ShouldBe(Ipv4.Of(10, 5, 0, 0));
    }

    private static int? LengthOf(Route? route) => route?.Key.Length;

    private void Add(byte a, byte b, byte c, byte d, int length)
    {
        Route route = _table.Zone.Allocate()!;
        route.SetKey(new RouteKey(Ipv4.Of(a, b, c, d), length));
        _table.Insert(route);
    }
}
