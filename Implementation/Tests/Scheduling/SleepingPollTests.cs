using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>Who sleeps in poll or select, and what wakes them.</summary>
[Trait("Requirement", "R2")]
public sealed class SleepingPollTests
{
    private const string Streams = """
        if lo0 127.0.0.1/8
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] fork() = 2
        [1] fork() = 3

        """;

    [Fact]
    public void Data_room_and_the_end_wake() => KernelReplay.Run(Streams + """
        [1] setsockopt(3, SO_SNDBUF, 2) = 0
        [1] setsockopt(3, SO_SNDLOWAT, 2) = 0
        [1] write(3, "ab") = 2
        [2] poll([3 POLLOUT, 3 POLLIN], -1 <unfinished ...>
        [3] select(5, [3], [3], NULL, NULL <unfinished ...>
        [1] read(4, 1) = "a"
        [1] read(4, 1) = "b"
        [2] <... poll resumed>) = 1 [3 POLLOUT]
        [3] <... select resumed>) = 1 [], [3], NULL
        [2] poll([4 POLLIN], -1 <unfinished ...>
        [1] shutdown(3, SHUT_WR) = 0
        [2] <... poll resumed>) = 1 [4 POLLIN]
        """);

    [Fact]
    public void What_was_not_asked_for_does_not_wake() => KernelReplay.Run(Streams + """
        [2] poll([3 POLLPRI, -1 POLLIN], -1 <unfinished ...>
        [1] write(4, "a") = 1
        [2] getuid() = -1 ESRCH
        [3] select(3, [3], NULL, NULL, NULL <unfinished ...>
        [1] shutdown(4, SHUT_WR) = 0
        [3] getuid() = -1 ESRCH
        """);

    [Fact]
    public void A_connection_wakes_who_polls_before_who_accepts() => KernelReplay.Run(Streams + """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 5
        [1] bind(5, 127.0.0.1:80) = 0
        [1] listen(5, 5) = 0
        [1] fork() = 4
        [1] fork() = 5
        [4] accept(5 <unfinished ...>
        [5] poll([5 POLLIN], -1 <unfinished ...>
        [1] socket(AF_INET, SOCK_STREAM, 0) = 6
        [1] connect(6, 127.0.0.1:80) = 0 received by [1]5
        [5] <... poll resumed>) = 1 [5 POLLIN]
        [4] <... accept resumed>) = 6 from 127.0.0.1:1024
        """);

    [Fact]
    public void Who_polls_the_client_hears_of_the_connection_before_who_accepts() => KernelReplay.Run(Streams + """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 5
        [1] bind(5, 127.0.0.1:80) = 0
        [1] listen(5, 5) = 0
        [1] fork() = 4
        [4] accept(5 <unfinished ...>
        [1] socket(AF_INET, SOCK_STREAM, 0) = 6
        [1] fork() = 5
        [5] select(7, NULL, [6], NULL, NULL <unfinished ...>
        [1] connect(6, 127.0.0.1:80) = 0 received by [1]5
        [5] <... select resumed>) = 1 NULL, [6], NULL
        [4] <... accept resumed>) = 6 from 127.0.0.1:1024
        """);

    [Fact]
    public void A_list_is_cut_once_whatever_the_table_becomes() => KernelReplay.Run(Streams + """
        [2] select(1000, [3], NULL, NULL, NULL <unfinished ...>
        [1] dup2(3, 19) = 19
        [1] write(4, "a") = 1
        [2] <... select resumed>) = 1 [3], NULL, NULL
        """);

    [Fact]
    public void The_table_of_a_child_may_be_smaller() => KernelReplay.Run("""
        [1] dup2(1, 20) = 20
        [1] fork() = 2
        [2] select(1000, [49], NULL, NULL, [0, 0]) = -1 EBADF
        [2] select(1000, [50], NULL, NULL, [0, 0]) = 0 [], NULL, NULL
        [1] dup2(1, 399) = 399
        [1] close(399) = 0
        [1] fork() = 3
        [3] select(1000, [99], NULL, NULL, [0, 0]) = -1 EBADF
        [3] select(1000, [100], NULL, NULL, [0, 0]) = 0 [], NULL, NULL
        [1] close(20) = 0
        [1] fork() = 4
        [4] select(1000, [19], NULL, NULL, [0, 0]) = -1 EBADF
        [4] select(1000, [20], NULL, NULL, [0, 0]) = 0 [], NULL, NULL
        [1] select(1000, [399], NULL, NULL, [0, 0]) = -1 EBADF
        """);

    [Fact]
    public void Procfs_shows_the_wait() => KernelReplay.Run("dir \"/proc\" 0755 0 0\n" + Streams + """
        [1] mount("procfs", "/proc") = 0
        [2] poll([3 POLLIN], 50 <unfinished ...>
        [3] select(0, NULL, NULL, NULL, NULL <unfinished ...>
        [1] open("/proc/2/status", O_RDONLY, 00) = 5
        [1] read(5) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 poll 0 0 0,0 -\x0a"
        [1] open("/proc/3/status", O_RDONLY, 00) = 6
        [1] read(6) = "init 3 1 1 1 -1,-1 noflags 0,0 0,0 0,0 select 0 0 0,0 -\x0a"
        """);
}
