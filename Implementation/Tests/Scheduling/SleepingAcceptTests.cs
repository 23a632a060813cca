using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>accept(2) sleeps until a connection comes: accept1 of uipc_syscalls.c.</summary>
public sealed class SleepingAcceptTests
{
    /// <summary>Processes 1 to 4 share a listening socket.</summary>
    private const string Server = """
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] bind(3, 10.0.0.1:80) = 0
        [1] listen(3, 5) = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] fork() = 4

        """;

    [Fact]
    public void A_connection_resumes_the_one_that_has_slept_longest() => KernelReplay.Run(Server + """
        [3] accept(3 <unfinished ...>
        [2] accept(3 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [3] <... accept resumed>) = 4 from 10.0.0.9:1
        [3] accept(3 <unfinished ...>
        [wire] tcp(10.0.0.9:2, 10.0.0.1:80) = 0 received by [1]3
        [2] <... accept resumed>) = 4 from 10.0.0.9:2
        [wire] tcp(10.0.0.9:3, 10.0.0.1:80) = 0 received by [1]3
        [3] <... accept resumed>) = 5 from 10.0.0.9:3
        [wire] tcp(10.0.0.9:4, 10.0.0.1:80) = 0 received by [1]3
        [2] accept(3) = 5 from 10.0.0.9:4
        """);

    [Fact]
    public void A_connection_of_this_host_resumes_it_after_connect_has_returned() => KernelReplay.Run(Server + """
        [2] accept(3 <unfinished ...>
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] connect(4, 10.0.0.1:80) = 0 sent 10.0.0.1:1024 > 10.0.0.1:80 received by [1]3
        [2] <... accept resumed>) = 4 from 10.0.0.1:1024
        """);

    [Fact]
    public void Errors_come_before_the_sleep_except_that_of_the_descriptor() => KernelReplay.Run(Server + """
        [2] accept(9) = -1 EBADF
        [2] accept(0) = -1 ENOTSOCK
        [2] socket(AF_INET, SOCK_STREAM, 0) = 4
        [2] accept(4) = -1 EINVAL
        [2] setrlimit(5, 5) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = -1 EMFILE
        [2] accept(3 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [2] <... accept resumed>) = -1 EMFILE
        [3] accept(3) = 4 from 10.0.0.9:1
        """);

    [Fact]
    public void Without_a_descriptor_the_connection_goes_to_the_next_sleeper() => KernelReplay.Run(Server + """
        [2] setrlimit(4, 4) = 0
        [2] accept(3 <unfinished ...>
        [3] accept(3 <unfinished ...>
        [4] accept(3 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [2] <... accept resumed>) = -1 EMFILE
        [3] <... accept resumed>) = 4 from 10.0.0.9:1
        [wire] tcp(10.0.0.9:2, 10.0.0.1:80) = 0 received by [1]3
        [4] <... accept resumed>) = 4 from 10.0.0.9:2
        """);

    [Fact]
    public void O_NONBLOCK_decides_before_the_sleep_and_not_after_it() => KernelReplay.Run(Server + """
        [2] accept(3 <unfinished ...>
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] accept(3) = -1 EAGAIN
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [2] <... accept resumed>) = 4 from 10.0.0.9:1
        [2] fcntl(4, F_GETFL) = 6
        """);

    [Fact]
    public void The_file_inherits_its_flags_when_accept_returns() => KernelReplay.Run(Server + """
        [2] accept(3 <unfinished ...>
        [1] fcntl(3, F_SETFL, O_NONBLOCK|O_APPEND|O_ASYNC) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [2] <... accept resumed>) = 4 from 10.0.0.9:1
        [2] fcntl(4, F_GETFL) = 78
        [wire] tcp(10.0.0.9:2, 10.0.0.1:80) = 0 received by [1]3
        [1] ioctl(3, FIONBIO, 0) = 0
        [2] accept(3) = 5 from 10.0.0.9:2
        [2] fcntl(5, F_GETFL) = 74
        """);

    [Fact]
    public void A_sleeper_makes_no_other_call() => KernelReplay.Run(Server + """
        [2] accept(3 <unfinished ...>
        [2] getpgrp() = -1 ESRCH
        [2] close(3) = -1 ESRCH
        [2] close(9) = -1 ESRCH
        [1] kill(2, 0) = 0
        [1] getpgid(2) = 1
        [1] setpriority(2, 4) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [2] <... accept resumed>) = 4 from 10.0.0.9:1
        """);
}
