using Shouldly;
using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inspection;
using Verify.Implementation.Local;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>The audit detects what is wrong with two sockets of a pair; each test damages one thing.</summary>
public sealed class PairAuditTests
{
    private readonly Socket _first;
    private readonly Socket _second;

    public PairAuditTests()
    {
        var sockets = new SocketLayer(new Prisons(null!, maxPrisons: 1), new Tunables(), new Scheduler());
        var streams = new LocalStream(sockets, null!, null!);
        sockets.Create(streams, default, out _first).ShouldBe(Errno.None);
        sockets.Create(streams, default, out _second).ShouldBe(Errno.None);
        streams.Join(_first, _second);
        Traffic traffic = default;
        streams.Send(_first, new Message(Data.Of("abc")), new Process(), ref traffic).ShouldBe(Errno.None);
        SocketAudit.Check(_first).ShouldBeNull();
        SocketAudit.Check(_second).ShouldBeNull();
    }

    [Fact]
    public void A_peer_that_has_another()
    {
        _second.Peer = _second;
        SocketAudit.Check(_first).ShouldBe("pair of sockets disagrees");
    }

    [Fact]
    public void A_peer_that_is_closed()
    {
        _second.IsAllocated = false;
        SocketAudit.Check(_first).ShouldBe("pair of sockets disagrees");
    }

    [Fact]
    public void Connected_without_a_peer()
    {
        _first.Peer = null;
        SocketAudit.Check(_first).ShouldBe("socket without PCB is connected, or listens without having been shut down");
    }

    [Fact]
    public void Space_that_is_not_given_back()
    {
        _second.Received.Take(3);
        SocketAudit.Check(_first).ShouldBe("space of a stream miscounted: 8189 left, 0 unread");
    }

    [Fact]
    public void Space_that_is_used_twice()
    {
        _first.Sizes.TakeSendSpace(9000);
        SocketAudit.Check(_first).ShouldBe("space of a stream miscounted: -811 left, 3 unread");
    }
}
