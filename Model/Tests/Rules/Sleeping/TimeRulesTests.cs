using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>Sleeps with a time-out, in a machine whose processes continue at once.</summary>
[Trait("Requirement", "R2")]
[Trait("Requirement", "S7")]
public sealed class TimeRulesTests
{
    private const string Pair = """
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] fork() = 2
        [1] fork() = 3

        """;

    [Theory]
    [InlineData("poll([], 10", "poll", "0", 20)]
    [InlineData("poll([3 POLLIN, 4 POLLIN], 11", "poll", "0", 30)]
    [InlineData("select(5, [3], NULL, [4], [0, 10001]", "select", "0 [], NULL, []", 30)]
    [InlineData("select(0, NULL, NULL, NULL, [1, 0]", "select", "0 NULL, NULL, NULL", 1010)]
    public void Poll_and_select_return_0_a_tick_after_their_time(string call, string name, string result, int over) =>
        SleepDriver.AtOnce().Allows(Pair + $"""
            [2] {call} <unfinished ...>
            [wire] idle({over - 1}) = 0
            [2] getuid() = -1 ESRCH
            """)
            .Forbids($"[wire] idle(1) = 0\n[wire] idle({over}) = 0")
            .Forbids($"[wire] idle(1) = 0\n[2] <... {name} resumed>) = -1 EAGAIN")
            .Allows($"[wire] idle(1) = 0\n[2] <... {name} resumed>) = {result}").By("R2.wait-over")
            .Allows("[wire] idle(1000000) = 0\n[2] getuid() = 0");

    [Theory]
    [InlineData("poll([], -2)")]
    [InlineData("select(0, NULL, NULL, NULL, [0, 1000000])")]
    [InlineData("select(0, NULL, NULL, NULL, [100000001, 0])")]
    public void Times_that_are_none(string call) =>
        SleepDriver.AtOnce().Allows($"[1] {call} = -1 EINVAL").By("R2.time-bad");

    [Fact]
    public void A_receive_and_a_send_fail_when_the_time_of_their_socket_is_over() =>
        SleepDriver.AtOnce().Allows(Pair + """
            [1] setsockopt(3, SO_RCVTIMEO, 0, 20000) = 0
            [1] setsockopt(3, SO_SNDTIMEO, 0, 30000) = 0
            [1] write(3, "x"..., 8192) = 8192
            [2] read(3 <unfinished ...>
            [3] write(3, "a" <unfinished ...>
            [wire] idle(19) = 0
            [wire] idle(1) = 0
            [2] <... read resumed>) = -1 EAGAIN
            """).By("S7.time-over")
            .Forbids("[wire] idle(10) = 0")
            .Allows("[wire] idle(10) = 0\n[3] <... write resumed>) = -1 EAGAIN").By("S7.time-over");

    [Fact]
    public void What_was_sent_or_taken_is_returned() =>
        SleepDriver.AtOnce().Allows(Pair + """
            [1] setsockopt(3, SO_RCVTIMEO, 0, 10000) = 0
            [1] setsockopt(4, SO_SNDTIMEO, 0, 20000) = 0
            [1] write(4, "ab") = 2
            [2] recvfrom(3, 4, MSG_WAITALL|MSG_DONTWAIT <unfinished ...>
            [wire] idle(10) = 0
            [2] <... recvfrom resumed>) = "ab"
            """).By("S7.time-over-taken")
            .Allows("""
            [2] write(4, "x"..., 9000 <unfinished ...>
            [wire] idle(20) = 0
            [2] <... write resumed>) = 8192
            """).By("S7.time-over-part");

    /// <summary>Who is woken by another one's time-out runs in the same tick, behind all whose time is over.</summary>
    [Fact]
    public void The_lock_passes_on_in_the_tick_and_its_time_begins_there() =>
        SleepDriver.AtOnce().Allows(Pair + """
            [1] setsockopt(3, SO_RCVTIMEO, 0, 10000) = 0
            [1] write(4, "ab") = 2
            [2] recvfrom(3, 4, MSG_WAITALL|MSG_DONTWAIT <unfinished ...>
            [3] read(3 <unfinished ...>
            [wire] idle(100) = 0
            [2] <... recvfrom resumed>) = "ab"
            [3] <... read resumed>) = -1 EAGAIN
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = -1 ECONNREFUSED
            """);

    [Fact]
    public void Of_one_tick_who_slept_first_continues_first() =>
        SleepDriver.AtOnce().Allows(Pair + """
            [3] poll([], 11 <unfinished ...>
            [2] poll([], 20 <unfinished ...>
            """)
            .Forbids("[wire] idle(30) = 0\n[2] <... poll resumed>) = 0\n[3] <... poll resumed>) = 0")
            .Allows("[wire] idle(30) = 0\n[3] <... poll resumed>) = 0\n[2] <... poll resumed>) = 0");

    [Fact]
    public void A_signal_ends_poll_and_select() =>
        SleepDriver.AtOnce().Allows(Pair + """
            [2] sigaction(30, handler, SA_RESTART) = 0
            [2] poll([3 POLLIN, 4 POLLIN], 1000 <unfinished ...>
            [1] kill(2, 30) = 0
            [2] <... poll resumed>) = -1 EINTR
            """).By("R2.interrupted-wait")
            .Allows("""
            [2] select(5, [3 4], NULL, NULL, [1, 0] <unfinished ...>
            [1] kill(2, 30) = 0
            [2] <... select resumed>) = -1 EINTR
            """).By("R2.interrupted-wait");

    /// <summary>An event wakes who has asked for it, also if it makes nothing ready: the sleep begins again.</summary>
    [Theory]
    [InlineData("[3 POLLIN]", "[3] <... poll resumed>) = 0\n[2] <... poll resumed>) = 0")]
    [InlineData("[3 POLLPRI]", "[3] <... poll resumed>) = 0\n[2] <... poll resumed>) = 0")]
    [InlineData("[4 POLLIN]", "[2] <... poll resumed>) = 0\n[3] <... poll resumed>) = 0")]
    [InlineData("[3 0x0]", "[2] <... poll resumed>) = 0\n[3] <... poll resumed>) = 0")]
    public void Who_was_woken_in_vain_is_behind_in_its_tick(string list, string order) =>
        SleepDriver.AtOnce().Allows(Pair + $"""
            [1] setsockopt(3, SO_RCVLOWAT, 9) = 0
            [2] poll({list}, 20 <unfinished ...>
            [3] poll([], 20 <unfinished ...>
            [1] write(4, "a") = 1
            [wire] idle(30) = 0
            {order}
            """);

    [Fact]
    public void A_wake_up_in_vain_in_the_last_tick_is_the_end() =>
        SleepDriver.AtOnce().Allows(Pair + """
            [1] setsockopt(3, SO_RCVLOWAT, 9) = 0
            [2] poll([3 POLLIN], 20 <unfinished ...>
            [wire] idle(20) = 0
            [1] write(4, "a") = 1
            [2] <... poll resumed>) = 0
            """).By("R2.wait-nothing");
}
