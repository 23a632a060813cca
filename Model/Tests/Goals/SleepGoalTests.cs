using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.Tests.Rules.Sleeping;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>A lost wake-up, a call that resumes twice, and a process that acts asleep break the goal.</summary>
[Trait("Requirement", "R2")]
public sealed class SleepGoalTests
{
    private const string Connection = "[wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3\n";

    private static readonly State Acceptors = SleepDriver.AtOnce().Allows(SleepDriver.Acceptors).State;

    private static readonly State Receivers = SleepDriver.AtOnce().Allows(SleepDriver.Receivers).State;

    [Fact]
    public void A_process_that_sleeps_beside_a_connection_has_lost_a_wake_up()
    {
        State after = SleepDriver.AtOnce().Allows(SleepDriver.Acceptors + Connection
            + "[2] <... accept resumed>) = 4 from 10.0.0.9:9").State;

        Check(Acceptors, Connection + "[2] <... accept resumed>) = 4 from 10.0.0.9:9", after).ShouldBeNull();
        Check(Acceptors, Connection, Queued(Acceptors))
            .ShouldBe("R2: process 2 sleeps in [2] accept(3), which could end");
    }

    [Fact]
    public void One_connection_is_for_one_woken_process()
    {
        SpecDriver driver = SleepDriver.Later().Allows(SleepDriver.Acceptors);
        State before = driver.State;
        State one = driver.Allows(Connection).State;

        Check(before, Connection, one).ShouldBeNull();
        Check(one, Connection, Queued(one)).ShouldBe("R2: process 3 sleeps in [3] accept(3), which could end");
        Check(before, Connection + "[2] <... accept resumed>) = 4", Change(before, 2, asleep: false))
            .ShouldBe("R2: process 2 resumes after [wire] tcp(10.0.0.9:9, 10.0.0.1:80), and should sleep");
    }

    [Fact]
    public void Data_and_errors_wake_receivers()
    {
        Datagram datagram = new(default, Data.Of("a"));

        Check(Receivers, "[1] getuid() = 0", With(socket => socket with { Inbox = [datagram] }))
            .ShouldBe("R2: process 2 sleeps in [2] recvfrom(3), which could end");
        Check(Receivers, "[1] getuid() = 0", With(socket => socket with { PendingError = Errno.ECONNREFUSED }))
            .ShouldBe("R2: process 2 sleeps in [2] recvfrom(3), which could end");
        Check(Receivers, "[1] getuid() = 0", Receivers with { Processes = [Receivers.Processes[0]] }).ShouldBeNull();

        static State With(Func<Socket, Socket> change) => Receivers with { Sockets = [change(Receivers.Sockets[0])] };
    }

    [Theory]
    [InlineData("sendto(3, \"12345\" <unfinished ...>", 3, 3, null)]
    [InlineData("sendto(3, \"12345\" <unfinished ...>", 3, 2, "sendto(3, \"12345\")")]
    [InlineData("sendto(3, \"12345\" <unfinished ...>", 4, 0, "sendto(3, \"12345\")")]
    [InlineData("recvfrom(3, 4 <unfinished ...>", 0, 0, null)]
    [InlineData("recvfrom(3, 4 <unfinished ...>", 3, 1, null)]
    [InlineData("recvfrom(3, 4 <unfinished ...>", 3, 2, "recvfrom(3, 4)")]
    [InlineData("recvfrom(3, 4 <unfinished ...>", 4, 0, "recvfrom(3, 4)")]
    public void Streams(string call, int end, int unread, string? sleeper)
    {
        State before = SleepDriver.AtOnce().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] setsockopt(3, SO_SNDBUF, 3) = 0
            [1] setsockopt(3, SO_SNDLOWAT, 1) = 0
            [1] setsockopt(3, SO_RCVLOWAT, 2) = 0
            [1] fork() = 2
            """ + $"\n[2] {call}").State;
        // The sender has filled the stream; 3 and 4 are sockets 1 and 2.
        State after = end == 0 ? before : before with
        {
            Sockets =
            [
                before.Sockets[0] with
                {
                    Inbox = Unread(call.StartsWith('r') ? unread : 0),
                    Peer = end == 4 ? 0 : 2,
                    IsSendingShut = end == 4,
                    IsReceivingShut = end == 4,
                },
                before.Sockets[1] with { Inbox = Unread(unread), Peer = end == 4 ? 0 : 1 },
            ],
        };

        Check(before, "[1] getuid() = 0", after)
            .ShouldBe(sleeper is null ? null : $"R2: process 2 sleeps in [2] {sleeper}, which could end");
    }

    /// <summary>Process 2 has taken a part and waits for more; 3 waits for the lock.</summary>
    [Theory]
    [InlineData(true, 0, null)]
    [InlineData(true, 1, "2 sleeps in [2] recvfrom(3, 9000, MSG_WAITALL)")]
    [InlineData(false, 0, "3 sleeps in [3] read(3, 4)")]
    public void Locks(bool isHeld, int unread, string? sleeper)
    {
        State before = SleepDriver.AtOnce().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] fork() = 2
            [1] fork() = 3
            [1] sendto(4, "a") = 1
            [2] recvfrom(3, 9000, MSG_WAITALL <unfinished ...>
            [3] read(3, 4 <unfinished ...>
            """).State;
        State locked = isHeld ? before : Change(before, 2, asleep: false);
        Socket socket = locked.Sockets[0];
        State after = locked with
        {
            Sockets = locked.Sockets.SetItem(0, socket with { Inbox = Unread(unread) }),
        };

        Check(before, "[1] getuid() = 0", after)
            .ShouldBe(sleeper is null ? null : $"R2: process {sleeper}, which could end");
    }

    /// <summary>FreeBSD 4.0 wakes nobody then: the next event does.</summary>
    [Fact]
    public void Options_wake_nobody()
    {
        SpecDriver driver = SleepDriver.AtOnce().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] fork() = 2
            [1] setsockopt(3, SO_RCVLOWAT, 2) = 0
            [1] sendto(4, "a") = 1
            [2] recvfrom(3, 2 <unfinished ...>
            """);
        State before = driver.State;
        State lower = driver.Allows("[1] setsockopt(3, SO_RCVLOWAT, 1) = 0").State;

        Check(before, "[1] setsockopt(3, SO_RCVLOWAT, 1) = 0", lower).ShouldBeNull();
        Check(before, "[1] getuid() = 0", lower)
            .ShouldBe("R2: process 2 sleeps in [2] recvfrom(3, 2), which could end");
        Check(lower, "[1] getuid() = 0", lower).ShouldBeNull();
    }

    [Fact]
    public void An_answer_wakes_connects()
    {
        State before = new SpecDriver(SpecDriver.Host + "answers later\n").Allows("""
            [1] fork() = 2
            [2] socket(AF_INET, SOCK_STREAM, 0) = 3
            [2] connect(3, 10.0.0.9:9 <unfinished ...> sent 10.0.0.1:2000 > 10.0.0.9:9
            """).State;

        Check(before, "[1] getuid() = 0", before).ShouldBeNull();
        Check(before, "[1] getuid() = 0", before with { Sockets = [before.Sockets[0] with { IsUnanswered = false }] })
            .ShouldBe("R2: process 2 sleeps in [2] connect(3, 10.0.0.9:9), which could end");
    }

    [Theory]
    [InlineData("[1] getuid() = 0\n[2] <... accept resumed>) = 4\n[2] <... accept resumed>) = 5", false,
        "R2: process 2 resumes twice after [1] getuid()")]
    [InlineData("[1] getuid() = 0\n[2] <... accept resumed>) = 4", true,
        "R2: process 2 resumes after [1] getuid(), and should sleep")]
    [InlineData("[1] getuid() = 0\n[9] <... accept resumed>) = 4", true,
        "R2: process 9 resumes after [1] getuid(), and has not slept")]
    [InlineData("[2] getuid() = 0", true, "R2: process 2 sleeps, and makes the call [2] getuid()")]
    [InlineData("[2] getuid() = -1 ESRCH", true, null)]
    [InlineData("[1] accept(3 <unfinished ...>", true, "R2: process 1 does not sleep after")]
    public void Effects(string lines, bool asleep, string? broken)
    {
        string? found = Check(Acceptors, lines, asleep ? Acceptors : Change(Acceptors, 2, asleep));

        (broken is null ? found is null : found is not null && found.StartsWith(broken, StringComparison.Ordinal))
            .ShouldBeTrue(found);
    }

    [Fact]
    public void Who_is_woken_continues_and_who_sleeps_has_its_socket()
    {
        Process woken = Acceptors.Processes[1] with
        {
            Sleep = Acceptors.Processes[1].Sleep! with { Phase = SleepPhase.Woken },
        };
        Process closed = Acceptors.Processes[1] with { Files = [] };

        Check(Acceptors, "[1] getuid() = 0", Acceptors with { Processes = Acceptors.Processes.SetItem(1, woken) })
            .ShouldBe("R2: process 2 was woken, and does not continue");
        Check(Acceptors, "[1] getuid() = 0", Acceptors with { Processes = Acceptors.Processes.SetItem(1, closed) })
            .ShouldBe("R2: process 2 sleeps in [2] accept(3), which is closed");
    }

    /// <summary>Both ends of a pair may be on both sides of a prison: the sender's own SIGPIPE ends it.</summary>
    [Fact]
    public void A_prisoner_that_closes_its_end_does_not_end_the_sender()
    {
        State before = SleepDriver.AtOnce().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] fork() = 2
            [1] fork() = 3
            [3] close(3) = 0
            [3] jail("/", "a", 10.0.0.2) = 0
            [1] close(4) = 0
            [2] close(4) = 0
            """).State;
        State after = before with { Processes = [.. before.Processes.Where(process => process.Pid == 1)] };
        var exit = new Call.Exit(3, 0);
        ProcessEntry[] seen = new ProcessEntry[1];
        after.ListProcesses(seen);

        SafetyGoals.Check(before, exit, after, seen).ShouldBe("G4: process 3 in a prison ends process 2");
        SafetyGoals.Check(Asleep(before), exit, after, seen).ShouldBeNull();

        static State Asleep(State state) => state with
        {
            Processes = state.Processes.SetItem(
                1,
                state.Processes[1] with { Sleep = new Sleep(new Call.SendTo(2, 3, Data.Of("a"), null), 1) }),
        };
    }

    private static string? Check(State before, string lines, State after)
    {
        Step step = TraceReader.Read(lines + "\n", "lines").Steps.ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;
        return SafetyGoals.Check(before, step.Call, in outcome, after);
    }

    /// <summary>The state with one more connection in the queue, of which nobody was told.</summary>
    private static State Queued(State state) => state with
    {
        Sockets = [state.Sockets[0] with { Queue = state.Sockets[0].Queue.Add(0) }, .. state.Sockets.RemoveAt(0)],
    };

    private static State Change(State state, int pid, bool asleep) => state with
    {
        Processes = [.. state.Processes.Select(one => one.Pid == pid && !asleep ? one with { Sleep = null } : one)],
    };

    /// <summary>The records of a stream with so many bytes.</summary>
    private static ImmutableArray<Datagram> Unread(int count) => count == 0
        ? []
        : [new Datagram(Endpoint.None, Data.Of("xxxx").Slice(0, count)) { NameSize = 0 }];
}
