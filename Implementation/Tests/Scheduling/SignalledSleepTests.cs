using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>Signals that interrupt sleeping calls, restart them, or end the process: kern_sig.c.</summary>
public sealed class SignalledSleepTests
{
    /// <summary>Processes 1 to 4 share a UDP socket and a listening one.</summary>
    private const string Server = """
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] bind(4, 10.0.0.1:80) = 0
        [1] listen(4, 5) = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] fork() = 4

        """;

    [Fact]
    public void A_handler_interrupts_with_EINTR() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler) = 0
        [2] recvfrom(3 <unfinished ...>
        [1] kill(2, 30) = 0
        [2] <... recvfrom resumed>) = -1 EINTR
        [2] accept(4 <unfinished ...>
        [1] kill(2, 30) = 0
        [2] <... accept resumed>) = -1 EINTR
        [1] kill(2, 30) = 0
        [2] getpgrp() = 1
        """);

    [Fact]
    public void SA_RESTART_makes_the_call_anew_at_the_end_of_the_queue() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler, SA_RESTART) = 0
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [1] kill(2, 30) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [3] <... accept resumed>) = 5 from 10.0.0.9:1
        [1] fcntl(4, F_SETFL, O_NONBLOCK) = 0
        [1] kill(2, 30) = 0
        [2] <... accept resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void Ignored_signals_do_not_wake() => KernelReplay.Run(Server + """
        [2] sigaction(15, SIG_IGN) = 0
        [2] sigaction(30, handler) = 0
        [2] sigaction(30, SIG_IGN) = 0
        [2] recvfrom(3 <unfinished ...>
        [1] kill(2, 15) = 0
        [1] kill(2, 30) = 0
        [1] kill(2, 16) = 0
        [1] kill(2, 19) = 0
        [1] kill(2, 20) = 0
        [1] kill(2, 18) = 0
        [2] getpgrp() = -1 ESRCH
        [1] kill(2, 9) = 0
        [1] kill(2, 0) = -1 ESRCH
        """);

    [Fact]
    public void A_caught_stop_or_continue_interrupts_like_any_other() => KernelReplay.Run(Server + """
        [2] sigaction(18, handler) = 0
        [2] sigaction(19, handler) = 0
        [2] sigaction(20, handler) = 0
        [2] recvfrom(3 <unfinished ...>
        [1] kill(2, 18) = 0
        [2] <... recvfrom resumed>) = -1 EINTR
        [2] recvfrom(3 <unfinished ...>
        [1] kill(2, 19) = 0
        [2] <... recvfrom resumed>) = -1 EINTR
        [2] recvfrom(3 <unfinished ...>
        [1] kill(2, 20) = 0
        [2] <... recvfrom resumed>) = -1 EINTR
        """);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(129)]
    public void Invalid_signals(int signal) => KernelReplay.Run($"""
        [1] sigaction({signal}, handler) = -1 EINVAL
        """);

    [Fact]
    public void SIGKILL_and_SIGSTOP_keep_their_action() => KernelReplay.Run(Server + """
        [2] sigaction(9, handler) = -1 EINVAL
        [2] sigaction(9, SIG_IGN) = -1 EINVAL
        [2] sigaction(9, SIG_DFL, SA_RESTART) = 0
        [2] sigaction(17, handler) = -1 EINVAL
        [2] sigaction(17, SIG_DFL) = 0
        [2] sigaction(128, handler) = 0
        [2] sigaction(64, handler) = 0
        [2] sigaction(65, SIG_IGN) = 0
        [1] kill(2, 128) = 0
        [1] kill(2, 64) = 0
        [1] kill(2, 65) = 0
        [1] kill(2, 0) = 0
        [2] recvfrom(3 <unfinished ...>
        [1] kill(2, 0) = 0
        [1] kill(2, 127) = 0
        [1] kill(2, 0) = -1 ESRCH
        """);

    [Fact]
    public void A_child_has_the_actions_of_its_parent_from_then_on() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler, SA_RESTART) = 0
        [2] sigaction(15, SIG_IGN) = 0
        [2] fork() = 5
        [2] sigaction(30, handler) = 0
        [5] recvfrom(3 <unfinished ...>
        [1] kill(5, 15) = 0
        [1] kill(5, 30) = 0
        [1] kill(5, 31) = 0
        [1] kill(5, 0) = -1 ESRCH
        """);

    [Fact]
    public void An_ended_sleeper_leaves_its_queue() => KernelReplay.Run(Server + """
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [4] accept(4 <unfinished ...>
        [2] exit(0) = 0
        [1] kill(3, 9) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [4] <... accept resumed>) = 5 from 10.0.0.9:1
        """);

    [Fact]
    public void The_machine_panics_if_process_1_is_killed_asleep() => KernelReplay.Run(Server + """
        [1] accept(4 <unfinished ...>
        [1] exit(0) = panic("Going nowhere without my init!")
        """);

    [Fact]
    public void The_end_of_a_child_interrupts_its_parent_if_that_asks_for_it() => KernelReplay.Run(Server + """
        [1] sigaction(20, handler) = 0
        [1] recvfrom(3 <unfinished ...>
        [2] fork() = 5
        [5] exit(0) = 0
        [3] kill(2, 9) = 0
        [1] <... recvfrom resumed>) = -1 EINTR
        [1] recvfrom(3 <unfinished ...>
        [3] exit(0) = 0
        [1] <... recvfrom resumed>) = -1 EINTR
        """);

    [Fact]
    public void Process_1_is_woken_for_nothing_by_a_signal_that_would_end_it() => KernelReplay.Run(Server + """
        [1] accept(4 <unfinished ...>
        [2] accept(4 <unfinished ...>
        [3] kill(1, 9) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [2] <... accept resumed>) = 5 from 10.0.0.9:1
        [3] kill(1, 16) = 0
        [wire] tcp(10.0.0.9:2, 10.0.0.1:80) = 0 received by [1]4
        [1] <... accept resumed>) = 5 from 10.0.0.9:2
        [1] recvfrom(3 <unfinished ...>
        [2] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [3] kill(1, 40) = 0
        [1] <... recvfrom resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void Process_1_can_catch_and_ignore() => KernelReplay.Run(Server + """
        [1] setpriority(1, 5) = 0
        [1] sigaction(15, handler) = 0
        [1] sigaction(30, SIG_IGN) = 0
        [1] recvfrom(3 <unfinished ...>
        [2] kill(1, 30) = 0
        [2] kill(1, 15) = 0
        [1] <... recvfrom resumed>) = -1 EINTR
        [2] getpriority(1) = 25
        """);

    [Fact]
    public void A_traced_process_sleeps_on() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler) = 0
        [2] recvfrom(3 <unfinished ...>
        [3] ptrace(2) = 0
        [1] kill(2, 30) = 0
        [1] kill(2, 9) = 0
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "a") = 0 received by [1]3
        [2] <... recvfrom resumed>) = "a" from 10.0.0.9:7
        """);

    [Fact]
    public void A_signal_to_all_interrupts_each_of_them() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler) = 0
        [3] sigaction(30, handler) = 0
        [3] recvfrom(3 <unfinished ...>
        [2] recvfrom(3 <unfinished ...>
        [1] kill(-1, 30) = 0
        [2] <... recvfrom resumed>) = -1 EINTR
        [3] <... recvfrom resumed>) = -1 EINTR
        [1] kill(4, 0) = -1 ESRCH
        """);

    [Fact]
    public void A_broken_pipe_ends_the_sender_unless_it_catches_or_ignores() => KernelReplay.Run(Server + """
        [2] socket(AF_INET, SOCK_STREAM, 0) = 5
        [2] connect(5, 10.0.0.1:81) = -1 ECONNREFUSED sent 10.0.0.1:1024 > 10.0.0.1:81
        [2] fork() = 5
        [2] fork() = 6
        [2] fork() = 7
        [1] socket(AF_INET, SOCK_STREAM, 0) = 5
        [1] connect(5, 10.0.0.1:81) = -1 ECONNREFUSED sent 10.0.0.1:1025 > 10.0.0.1:81
        [3] ptrace(7) = 0
        [1] sendto(5, "") = -1 EPIPE
        [5] sigaction(13, SIG_IGN) = 0
        [5] sendto(5, "a") = -1 EPIPE
        [6] sigaction(13, handler) = 0
        [6] sendto(5, "a") = -1 EPIPE
        [7] sendto(5, "a") = -1 EPIPE
        [2] sendto(5, "a", 10.0.0.1:53, 300) = -1 ENAMETOOLONG
        [2] sendto(5, "a") = -1 EPIPE
        [2] getpgrp() = -1 ESRCH
        [5] getpgrp() = 1
        [6] getpgrp() = 1
        [7] getpgrp() = 1
        """);
}
