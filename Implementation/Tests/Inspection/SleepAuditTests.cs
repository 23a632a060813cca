using Shouldly;
using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Inspection;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>The audit detects what is wrong with processes that sleep; each test damages one thing.</summary>
[Trait("Requirement", "G7")]
public sealed class SleepAuditTests
{
    private readonly ProcessTable _processes = new();
    private readonly Scheduler _scheduler = new();
    private readonly Network _network;
    private readonly Process _sleeper;
    private readonly Process _other;
    private readonly Socket _socket;

    public SleepAuditTests()
    {
        _network = new Network(new World(), new Prisons(null!, maxPrisons: 1), _scheduler);
        _network.Sockets.Create(_network.Udp, default, out _socket).ShouldBe(Errno.None);
        var file = new OpenFile { Socket = _socket };
        (_sleeper, _other) = (_processes.Create(_processes.First!), _processes.Create(_processes.First!));
        foreach (Process process in (Process[])[_sleeper, _other])
        {
            FileTable.Share(file, process.Descriptors, 0);
            _scheduler.Sleep(process, new Channel(_socket, Awaited.Data), "sbwait");
            process.Sleeping.Call = new Call.RecvFrom(process.Pid, 0);
        }

        Audit().ShouldBeNull();
    }

    [Fact]
    public void A_wake_up_is_lost()
    {
        _socket.PendingError = Errno.ECONNREFUSED;
        Audit().ShouldBe($"wake-up lost: {_sleeper.Pid}");
        Audit(wakesLater: true).ShouldBeNull();
    }

    [Fact]
    public void A_datagram_wakes_nobody()
    {
        var elsewhere = new SocketLayer(null!, new Tunables(), new Scheduler());
        elsewhere.TryDeliver(_socket, Endpoint.None, default).ShouldBeTrue();
        Audit().ShouldBe($"wake-up lost: {_sleeper.Pid}");
    }

    [Fact]
    public void A_connection_wakes_nobody()
    {
        _other.Sleeping.Call = new Call.Accept(_other.Pid, 0);
        _socket.Waiting.Append(new Socket());
        Audit().ShouldBe($"wake-up lost: {_other.Pid}");
    }

    [Fact]
    public void A_woken_process_does_not_continue()
    {
        _scheduler.Wake(_other);
        Audit().ShouldBe($"woken process does not continue: {_other.Pid}");
        Audit(wakesLater: true).ShouldBeNull();
    }

    [Fact]
    public void An_ended_process_stays_in_its_queue()
    {
        _processes.Remove(_sleeper);
        Audit().ShouldStartWith("scheduler queue corrupt");
    }

    [Fact]
    public void A_process_is_asleep_in_no_queue()
    {
        _processes.First!.Sleeping = _sleeper.Sleeping;
        Audit().ShouldBe("sleeping processes miscounted: 2 queued, 3 asleep");
    }

    [Fact]
    public void An_awake_process_is_queued()
    {
        _sleeper.Sleeping = default;
        Audit().ShouldBe($"scheduler queue corrupt: {_sleeper.Pid}");
    }

    [Fact]
    public void A_woken_process_stays_among_those_that_sleep()
    {
        _sleeper.Sleeping.IsWoken = true;
        Audit().ShouldBe($"scheduler queue corrupt: {_sleeper.Pid}");
    }

    [Fact]
    public void A_queue_is_broken()
    {
        Process.InQueue.Of(_other).Previous = null;
        Audit().ShouldBe($"scheduler queue corrupt: {_sleeper.Pid}");
    }

    [Fact]
    public void A_process_sleeps_at_a_socket_that_it_has_closed()
    {
        _sleeper.Descriptors.Close(0);
        Audit().ShouldBe($"process sleeps at a socket that is not its own: {_sleeper.Pid}");
    }

    [Fact]
    public void A_time_is_over_in_vain()
    {
        _other.Sleeping.Deadline = 1;
        Audit().ShouldBeNull();
        _scheduler.Reach(2);
        Audit().ShouldBe($"process sleeps on when its time is over: {_other.Pid}");
    }

    [Fact]
    public void A_poll_misses_an_error()
    {
        Poll(PollEvents.POLLOUT, Ticks.Never);
        Audit().ShouldBeNull();
        _socket.CannotReceive = true;
        _sleeper.Sleeping.Call = null;
        Audit().ShouldStartWith("process sleeps at a socket that is not its own");
        _sleeper.Sleeping.Call = new Call.Poll(_sleeper.Pid, default, -1);
        _sleeper.Sleeping.Channel = Channel.Polled;
        _sleeper.Sleeping.End = Ticks.Never;
        Audit().ShouldBeNull();
        _socket.CannotSend = true;
        Audit().ShouldBe($"wake-up lost: {_other.Pid}");
    }

    [Fact]
    public void A_poll_misses_the_end_of_the_data()
    {
        Poll(PollEvents.POLLIN, Ticks.Never);
        _socket.CannotReceive = true;
        _scheduler.Wake(_sleeper);
        Audit(wakesLater: true).ShouldBeNull();
        _scheduler.Forget(_sleeper);
        Audit().ShouldBe($"wake-up lost: {_other.Pid}");
    }

    [Fact]
    public void A_limited_poll_has_no_deadline()
    {
        Poll(PollEvents.POLLIN, end: 100);
        Audit().ShouldBe($"process sleeps at a socket that is not its own: {_other.Pid}");
    }

    private void Poll(PollEvents events, long end)
    {
        _other.Sleeping.Channel = Channel.Polled;
        _other.Sleeping.Call = new Call.Poll(_other.Pid, 0, events);
        _other.Sleeping.Polled = new Few<PollEntry>(new PollEntry(0, events));
        _other.Sleeping.End = end;
    }

    private string? Audit(bool wakesLater = false)
    {
        int asleep = 0;
        for (Process? process = _processes.First; process is not null; process = process.Next)
        {
            asleep += process.IsAsleep ? 1 : 0;
        }

        return new SleepAudit(_processes, _scheduler, wakesLater).Check(asleep);
    }
}
