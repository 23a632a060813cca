using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>connect(2) to other hosts that answer later: connect of uipc_syscalls.c and tcp_input.c.</summary>
public sealed class SleepingConnectTests
{
    /// <summary>Processes 1 to 3 share a TCP socket.</summary>
    private const string Client = """
        answers later
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] fork() = 2
        [1] fork() = 3

        """;

    private const string Asleep = Client + """
        [2] connect(3, 10.0.0.9:80 <unfinished ...> sent 10.0.0.1:1024 > 10.0.0.9:80

        """;

    private const string NonBlocking = Client + """
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EINPROGRESS sent 10.0.0.1:1024 > 10.0.0.9:80

        """;

    [Fact]
    public void An_answer_resumes_it() => KernelReplay.Run(Asleep + """
        [1] getsockname(3) = 10.0.0.1:1024
        [1] getpeername(3) = -1 ENOTCONN
        [1] sendto(3, "a") = -1 ENOTCONN
        [1] bind(3, 10.0.0.1:80) = -1 EINVAL
        [1] listen(3, 5) = -1 EINVAL
        [1] recvfrom(3) = -1 EOPNOTSUPP
        [wire] tcp_accept(10.0.0.9:81, 10.0.0.1:1024) = -1 ECONNREFUSED
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024) = 0
        [2] <... connect resumed>) = 0
        [1] getpeername(3) = 10.0.0.9:80
        [2] connect(3, 10.0.0.9:80) = -1 EISCONN
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024) = 0
        [wire] tcp_timeout(10.0.0.9:80, 10.0.0.1:1024) = 0
        [1] getpeername(3) = 10.0.0.9:80
        """);

    [Theory]
    [InlineData("tcp_reset", "ECONNREFUSED")]
    [InlineData("tcp_timeout", "ETIMEDOUT")]
    public void So_does_a_failure(string answer, string error) => KernelReplay.Run(Asleep + $"""
        [wire] {answer}(10.0.0.9:81, 10.0.0.1:1024) = 0
        [wire] {answer}(10.0.0.9:80, 10.0.0.1:1024) = 0
        [2] <... connect resumed>) = -1 {error}
        [2] getsockopt(3, SO_ERROR) = 0
        [2] getsockname(3) = -1 EINVAL
        [2] connect(3, 10.0.0.9:80) = -1 EINVAL
        [2] sendto(3, "a") = -1 EPIPE
        [2] getpgrp() = -1 ESRCH
        """);

    [Fact]
    public void This_host_and_others_without_the_header_answer_at_once() => KernelReplay.Run(Client + """
        [1] connect(3, 10.0.0.1:80) = -1 ECONNREFUSED sent 10.0.0.1:1024 > 10.0.0.1:80
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] listen(4, 0) = 0
        [1] socket(AF_INET, SOCK_STREAM, 0) = 5
        [1] ioctl(5, FIONBIO, 1) = 0
        [1] connect(5, 10.0.0.1:1025) = 0 sent 10.0.0.1:1026 > 10.0.0.1:1025 received by [1]4
        [1] socket(AF_INET, SOCK_STREAM, 0) = 6
        [1] ioctl(6, FIONBIO, 1) = 0
        [1] connect(6, 10.0.0.1:1025) = -1 ETIMEDOUT sent 10.0.0.1:1027 > 10.0.0.1:1025
        [1] connect(6, 10.0.0.1:1025) = -1 EINVAL
        """);

    [Fact]
    public void A_nonblocking_socket_goes_on_by_itself() => KernelReplay.Run(NonBlocking + """
        [1] connect(3, 10.0.0.9:80) = -1 EALREADY
        [1] connect(3, 10.0.0.9:80, 300) = -1 EALREADY
        [1] connect(3, 10.0.0.7:80) = -1 EALREADY
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024) = 0
        [1] getsockopt(3, SO_ERROR) = 0
        [1] connect(3, 10.0.0.9:80, 300) = -1 ENAMETOOLONG
        [1] connect(3, 10.0.0.9:80) = -1 EISCONN
        [1] getpeername(3) = 10.0.0.9:80
        """);

    [Fact]
    public void A_refusal_of_a_nonblocking_socket_stays_pending() => KernelReplay.Run(NonBlocking + """
        [wire] tcp_reset(10.0.0.9:80, 10.0.0.1:1024) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EINVAL
        [1] getsockopt(3, SO_ERROR) = 61
        [1] getsockopt(3, SO_ERROR) = 0
        [1] sendto(3, "a") = -1 EPIPE
        """);

    [Fact]
    public void Without_the_flag_the_attempt_is_forgotten_but_goes_on() => KernelReplay.Run(NonBlocking + """
        [1] fcntl(3, F_SETFL, O_RDONLY) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EISCONN
        [1] connect(3, 10.0.0.9:80) = -1 EADDRINUSE
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EADDRINUSE
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EISCONN
        """);

    [Fact]
    public void A_signal_ends_the_call_and_not_the_attempt() => KernelReplay.Run(Client + """
        [2] sigaction(30, handler, SA_RESTART) = 0
        [2] connect(3, 10.0.0.9:80 <unfinished ...> sent 10.0.0.1:1024 > 10.0.0.9:80
        [1] kill(2, 30) = 0
        [2] <... connect resumed>) = -1 EINTR
        [2] connect(3, 10.0.0.9:80) = -1 EADDRINUSE
        [2] getsockname(3) = 10.0.0.1:1024
        [2] connect(3, 10.0.0.7:80 <unfinished ...> sent 10.0.0.1:1024 > 10.0.0.7:80
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024) = -1 ECONNREFUSED
        [wire] tcp_accept(10.0.0.7:80, 10.0.0.1:1024) = 0
        [2] <... connect resumed>) = 0
        [2] getpeername(3) = 10.0.0.7:80
        """);

    [Fact]
    public void So_does_the_end_of_the_process() => KernelReplay.Run(Asleep + """
        [1] kill(2, 9) = 0
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EADDRINUSE
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024) = 0
        [1] getpeername(3) = 10.0.0.9:80
        """);

    [Fact]
    public void The_last_close_leaves_nothing_to_answer() => KernelReplay.Run("""
        answers later
        if fxp0 10.0.0.1/24
        [1] fork() = 2
        [2] socket(AF_INET, SOCK_STREAM, 0) = 3
        [2] connect(3, 10.0.0.9:80 <unfinished ...> sent 10.0.0.1:1024 > 10.0.0.9:80
        [2] exit(0) = 0
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:1024) = -1 ECONNREFUSED
        """);

    [Fact]
    public void Another_caller_is_told_EISCONN_and_the_sleeper_sleeps_on() => KernelReplay.Run(Asleep + """
        [1] connect(3, 10.0.0.9:80) = -1 EISCONN
        [3] connect(3, 10.0.0.7:80 <unfinished ...> sent 10.0.0.1:1024 > 10.0.0.7:80
        [wire] tcp_accept(10.0.0.7:80, 10.0.0.1:1024) = 0
        [2] <... connect resumed>) = 0
        [3] <... connect resumed>) = 0
        """);

    [Fact]
    public void The_first_of_two_sleepers_takes_the_error() => KernelReplay.Run(Asleep + """
        [1] connect(3, 10.0.0.9:80) = -1 EISCONN
        [3] connect(3, 10.0.0.7:80 <unfinished ...> sent 10.0.0.1:1024 > 10.0.0.7:80
        [wire] tcp_reset(10.0.0.7:80, 10.0.0.1:1024) = 0
        [2] <... connect resumed>) = -1 ECONNREFUSED
        [3] <... connect resumed>) = 0
        """);

    [Fact]
    public void A_sleeper_returns_when_the_socket_connects_to_this_host() => KernelReplay.Run(Asleep + """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] bind(4, 10.0.0.1:80) = 0
        [1] listen(4, 5) = 0
        [1] connect(3, 10.0.0.9:80) = -1 EISCONN
        [3] connect(3, 10.0.0.1:80) = 0 sent 10.0.0.1:1024 > 10.0.0.1:80 received by [1]4
        [2] <... connect resumed>) = 0
        """);

    [Fact]
    public void An_error_read_before_it_continues_is_gone() => KernelReplay.Run("wakeups later\n" + Asleep + """
        [wire] tcp_reset(10.0.0.9:80, 10.0.0.1:1024) = 0
        [1] getsockopt(3, SO_ERROR) = 61
        [2] <... connect resumed>) = 0
        [2] getpeername(3) = -1 ENOTCONN
        """);

    [Fact]
    public void Process_1_woken_by_a_signal_sleeps_on() => KernelReplay.Run(Client + """
        [1] connect(3, 10.0.0.9:80 <unfinished ...> sent 10.0.0.1:1024 > 10.0.0.9:80
        [2] kill(1, 15) = 0
        [1] getpgrp() = -1 ESRCH
        [2] connect(3, 10.0.0.9:80) = -1 EISCONN
        [2] kill(1, 15) = 0
        [1] <... connect resumed>) = 0
        """);

    [Fact]
    public void A_reset_ends_a_connection() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] connect(3, 10.0.0.9:80) = 0 sent 10.0.0.1:1024 > 10.0.0.9:80
        [wire] tcp_reset(10.0.0.9:80, 10.0.0.1:1024) = 0
        [1] getpeername(3) = -1 ENOTCONN
        [1] sendto(3, "a") = -1 EPIPE
        [1] getsockopt(3, SO_ERROR) = 54
        """);

    [Fact]
    public void A_reset_leaves_a_connection_in_its_queue() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] bind(3, 10.0.0.1:80) = 0
        [1] listen(3, 5) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [wire] tcp(10.0.0.9:2, 10.0.0.1:80) = 0 received by [1]3
        [wire] tcp_reset(10.0.0.9:1, 10.0.0.1:80) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]3
        [1] accept(3) = 4
        [1] getpeername(4) = -1 ENOTCONN
        [1] getsockname(4) = -1 EINVAL
        [1] getsockopt(4, SO_ERROR) = 54
        [1] accept(3) = 5 from 10.0.0.9:2
        [wire] tcp_reset(10.0.0.9:1, 10.0.0.1:80) = 0
        [1] close(3) = 0
        """);

    [Fact]
    public void A_listening_socket_resets_an_answer_and_a_bound_one_ignores_it() => KernelReplay.Run(Client + """
        [1] bind(3, 10.0.0.1:80) = 0
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:80) = 0
        [1] listen(3, 5) = 0
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.1:80) = -1 ECONNREFUSED
        """);

    [Fact]
    public void Packets_that_no_other_host_can_send_are_dropped() => KernelReplay.Run(Asleep + """
        [wire] tcp_reset(10.0.0.1:80, 10.0.0.1:1024) = 0
        [wire] tcp_accept(127.0.0.1:80, 10.0.0.1:1024) = 0
        [wire] tcp_accept(10.0.0.9:80, 10.0.0.2:1024) = -1 EHOSTUNREACH
        [2] getpgrp() = -1 ESRCH
        """);

    [Fact]
    public void Procfs_shows_that_it_connects() => KernelReplay.Run("dir \"/proc\" 0755 0 0\n" + Asleep + """
        [1] mount("procfs", "/proc") = 0
        [1] open("/proc/2/status", O_RDONLY, 00) = 4
        [1] read(4) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 connec 0 0 0,0 -\x0a"
        """);
}
