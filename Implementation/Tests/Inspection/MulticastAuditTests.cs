using Shouldly;
using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inspection;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>The audit detects memberships that host and sockets disagree about (S11).</summary>
public sealed class MulticastAuditTests
{
    private static readonly Ipv4 Group = Ipv4.Of(224, 0, 0, 9);

    private static readonly World World = new()
    {
        Interfaces = [new Interface("fxp0", [new InterfaceAddress(Ipv4.Of(10, 0, 0, 1), 24)])],
    };

    private readonly Network _network = new(World, new Prisons(null!, maxPrisons: 1), new Scheduler());
    private readonly Traversals _traversals = new();
    private readonly Pcb _first;
    private readonly Pcb _second;

    public MulticastAuditTests()
    {
        (_first, _second) = (Open(_network.Udp), Open(_network.Tcp));
        _network.Udp.Multicast.Join(_first, Group, Ipv4.Any).ShouldBe(Errno.None);
        _network.Tcp.Multicast.Join(_second, Group, Ipv4.Any).ShouldBe(Errno.None);
        Audit().ShouldBeNull();
    }

    private HostGroups Groups => _network.Interfaces.Groups;

    [Fact]
    public void A_membership_that_the_host_does_not_count()
    {
        Groups.First!.Members--;
        Audit().ShouldBe("memberships miscounted: 224.0.0.9, 2 found, 1 counted");
    }

    [Fact]
    public void A_membership_that_no_socket_has()
    {
        Groups.Join(Ipv4.Of(224, 0, 0, 8), card: 0);
        Audit().ShouldBe("memberships miscounted: 224.0.0.8, 0 found, 1 counted");
    }

    [Fact]
    public void A_group_left_while_a_socket_is_in_it()
    {
        Groups.Leave(Groups.First!);
        Groups.Leave(Groups.First!);
        Audit().ShouldStartWith("membership of a group that the host is not in");
    }

    [Fact]
    public void Options_that_outlive_their_PCB()
    {
        _first.Multicast = null;
        Audit().ShouldBe("zone ip_moptions miscounted: 0 reached, 1 in use");
    }

    [Fact]
    public void Options_of_two_PCBs()
    {
        Open(_network.Udp).Multicast = _first.Multicast;
        Audit().ShouldStartWith("multicast options are free, default or shared");
    }

    [Fact]
    public void Options_kept_although_all_are_default()
    {
        Open(_network.Udp).Multicast = new MulticastOptions { IsAllocated = true };
        Audit().ShouldStartWith("multicast options are free, default or shared");
    }

    [Fact]
    public void Options_although_no_PCB_has_any() =>
        MulticastAudit.Check(_network, options: 0, _traversals)
            .ShouldBe("zone ip_moptions miscounted: 0 reached, 1 in use");

    private Pcb Open(SocketProtocol protocol)
    {
        _network.Sockets.Create(protocol, default, out Socket socket).ShouldBe(Errno.None);
        return socket.Pcb!;
    }

    private string? Audit() => MulticastAudit.Check(_network, options: 2, _traversals);
}
