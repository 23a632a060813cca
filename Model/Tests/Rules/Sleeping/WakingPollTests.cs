using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>What wakes a process that sleeps in poll or select.</summary>
[Trait("Requirement", "R2")]
public sealed class WakingPollTests
{
    [Theory]
    [InlineData("AF_LOCAL, SOCK_STREAM", "[3 POLLIN]", "[1] write(4, \"a\") = 1", "[3 POLLIN]")]
    [InlineData("AF_LOCAL, SOCK_STREAM", "[1 POLLIN, 3 POLLIN|POLLRDNORM]", "[1] shutdown(4, SHUT_WR) = 0",
        "[3 POLLIN|POLLRDNORM]")]
    [InlineData("AF_LOCAL, SOCK_STREAM", "[3 POLLIN]", "[1] shutdown(3, SHUT_RD) = 0", "[3 POLLIN]")]
    [InlineData("AF_LOCAL, SOCK_DGRAM", "[3 POLLIN]", "[1] shutdown(3, SHUT_RD) = 0", "[3 POLLIN]")]
    [InlineData("AF_LOCAL, SOCK_DGRAM", "[3 POLLIN]", "[1] write(4, \"\") = 0", "[3 POLLIN]")]
    public void A_pair(string kind, string list, string calls, string ready) =>
        SleepDriver.AtOnce().Allows($"""
            [1] socketpair({kind}, 0) = [3, 4]
            [1] fork() = 2
            [2] poll({list}, 1000 <unfinished ...>
            [wire] idle(500) = 0
            {calls}
            [2] <... poll resumed>) = 1 {ready}
            """);

    [Fact]
    public void Room() =>
        SleepDriver.AtOnce().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] write(3, "x"..., 8192) = 8192
            [1] fork() = 2
            [1] fork() = 3
            [2] poll([3 POLLOUT], -1 <unfinished ...>
            [3] select(4, NULL, [3], NULL, NULL <unfinished ...>
            [1] read(4, 2047) = "x"..., 2047
            [1] read(4, 1) = "\x00"
            [2] <... poll resumed>) = 1 [3 POLLOUT]
            [3] <... select resumed>) = 1 NULL, [3], NULL
            """).By("R2.select-ready");

    [Fact]
    public void A_connection_to_accept_wakes_who_polls_first() =>
        SleepDriver.AtOnce().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 5) = 0
            [1] fork() = 2
            [1] fork() = 3
            [2] accept(3 <unfinished ...>
            [3] poll([3 POLLIN], 1000 <unfinished ...>
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [3] <... poll resumed>) = 1 [3 POLLIN]
            [2] <... accept resumed>) = 4 from 10.0.0.9:9
            """);

    [Theory]
    [InlineData("tcp_accept", "[3 POLLOUT]")]
    [InlineData("tcp_reset", "[3 POLLIN|POLLOUT]")]
    [InlineData("tcp_timeout", "[3 POLLIN|POLLOUT]")]
    public void The_answer_to_a_connection_request(string answer, string ready) =>
        new SpecDriver(SpecDriver.Host + "answers later\n").Allows($"""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:1030) = 0
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] fork() = 2
            [1] connect(3, 10.0.0.9:80) = -1 EINPROGRESS sent 10.0.0.1:1030 > 10.0.0.9:80
            [2] poll([3 POLLIN|POLLOUT], -1 <unfinished ...>
            [wire] {answer}(10.0.0.9:80, 10.0.0.1:1030) = 0
            [2] <... poll resumed>) = 1 {ready}
            """);

    [Theory]
    [InlineData("close(4) = 0")]
    [InlineData("shutdown(4, SHUT_WR) = 0")]
    public void The_end_of_a_connection_of_this_host(string end) =>
        SleepDriver.AtOnce().Allows($"""
            [1] fork() = 2
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 5) = 0
            [2] socket(AF_INET, SOCK_STREAM, 0) = 3
            [2] connect(3, 10.0.0.1:80) = 0 sent 10.0.0.1:2000 > 10.0.0.1:80 received by [1]3
            [1] accept(3) = 4 from 10.0.0.1:2000
            [2] select(4, [3], NULL, NULL, NULL <unfinished ...>
            [1] {end}
            [2] <... select resumed>) = 1 [3], NULL, NULL
            """);

    [Fact]
    public void A_local_connection() =>
        SleepDriver.AtOnce().Allows("""
            [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
            [1] bind(3, "/s") = 0
            [1] listen(3, 5) = 0
            [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 4
            [1] fork() = 2
            [1] fork() = 3
            [2] poll([4 POLLOUT], -1 <unfinished ...>
            [3] poll([3 POLLIN], -1 <unfinished ...>
            [1] connect(4, "/s") = 0
            [3] <... poll resumed>) = 1 [3 POLLIN]
            [2] <... poll resumed>) = 1 [4 POLLOUT]
            """);

    [Fact]
    public void Status_shows_which_call_waits() =>
        new SpecDriver(SpecDriver.Host + "dir \"/proc\" 0755 0 0\n").Allows("""
            [1] mount("procfs", "/proc") = 0
            [1] fork() = 2
            [2] select(0, NULL, NULL, NULL, NULL <unfinished ...>
            [1] open("/proc/2/status", O_RDONLY, 00) = 3
            [1] read(3) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 select 0 0 0,0 -\x0a"
            """);

    /// <summary>A table of 200 descriptors becomes one of 20 or 100 (kern/kern_descrip.c:fdcopy).</summary>
    [Theory]
    [InlineData(19, 20, "1 NULL, [19], NULL")]
    [InlineData(49, 100, "-1 EBADF")]
    public void A_child_has_a_smaller_table(int last, int size, string below) =>
        SleepDriver.AtOnce().Allows($"""
            [1] dup2(1, 150) = 150
            [1] dup2(1, {last}) = {last}
            [1] close(150) = 0
            [1] fork() = 2
            [1] select(1000, NULL, [{size}], NULL, [0, 0]) = -1 EBADF
            [2] select(1000, NULL, [{size - 1}], NULL, [0, 0]) = {below}
            [2] poll([], 0) = 0
            [2] select(1000, NULL, [160], NULL, [0, 0]) = 0 NULL, [160], NULL
            """).By("R2.select-beyond");
}
