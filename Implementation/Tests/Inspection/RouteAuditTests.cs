using Shouldly;
using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Inspection;
using Verify.Implementation.Scheduling;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>The audit detects addresses and routes that disagree (S9).</summary>
public sealed class RouteAuditTests
{
    private static readonly World World = new()
    {
        Interfaces = [new Interface("fxp0", [new InterfaceAddress(Ipv4.Of(10, 0, 0, 1), 24)])],
    };

    private readonly Network _network = new(World, new Prisons(null!, maxPrisons: 1), new Scheduler());

    private readonly Traversals _traversals = new();

    public RouteAuditTests() => Audit().ShouldBeNull();

    private Interfaces Interfaces => _network.Interfaces;

    private InetAddress Own => Interfaces.Addresses[0];

    [Fact]
    public void A_route_that_its_address_does_not_count()
    {
        Own.References--;
        Audit().ShouldBe("references miscounted: address 10.0.0.1, 3 found, 2 counted");
    }

    [Fact]
    public void A_route_over_an_address_that_was_freed()
    {
        InetAddress own = Own;
        Interfaces.Detach(own);
        Audit().ShouldStartWith("address that is gone has a route");
        Interfaces.Zone.Free(own);
        Audit().ShouldStartWith("route over an address that is free");
    }

    [Fact]
    public void A_route_that_is_neither_in_the_table_nor_freed()
    {
        Interfaces.Changes.Delete(new RouteKey(Ipv4.Any, 0));
        Audit().ShouldBe("references miscounted: address 10.0.0.1, 2 found, 3 counted");
        Own.References--;
        Audit().ShouldBe("zone rtentry miscounted: 1 reached, 2 in use");
    }

    [Fact]
    public void A_route_in_the_table_that_is_not_up()
    {
        Interfaces.Routes.All[0].Flags = RouteOptions.None;
        Audit().ShouldStartWith("routing table corrupt");
    }

    [Fact]
    public void Two_routes_to_one_network()
    {
        Interfaces.Routes.Insert(Interfaces.Routes.All[0]);
        Audit().ShouldStartWith("routing table corrupt");
    }

    [Fact]
    public void An_address_that_nobody_has()
    {
        Interfaces.Zone.Allocate();
        Audit().ShouldBe("zone ifaddr miscounted: 1 reached, 2 in use");
    }

    private string? Audit() => RouteAudit.Check(_network, _traversals);
}
