using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>With wakeups later, a woken process continues when the trace says so, and more can happen before.</summary>
public sealed class LaterWakeupTests
{
    /// <summary>Processes 1 to 4 share a UDP socket and a listening one.</summary>
    private const string Server = """
        wakeups later
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
    public void Only_a_woken_process_can_be_resumed_and_only_in_its_call() => KernelReplay.Run(Server + """
        [2] <... accept resumed>) = -1 ESRCH
        [9] <... accept resumed>) = -1 ESRCH
        [2] accept(4 <unfinished ...>
        [2] <... accept resumed>) = -1 ESRCH
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [2] getpgrp() = -1 ESRCH
        [2] <... recvfrom resumed>) = -1 ESRCH
        [2] <... accept resumed>) = 5 from 10.0.0.9:1
        [2] <... accept resumed>) = -1 ESRCH
        [2] getpgrp() = 1
        """);

    [Fact]
    public void A_connection_taken_meanwhile_sends_it_to_the_end_of_the_queue() => KernelReplay.Run(Server + """
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [4] accept(4) = 5 from 10.0.0.9:1
        [2] <... accept resumed> <unfinished ...>
        [2] <... accept resumed>) = -1 ESRCH
        [wire] tcp(10.0.0.9:2, 10.0.0.1:80) = 0 received by [1]4
        [2] <... accept resumed>) = -1 ESRCH
        [3] <... accept resumed>) = 5 from 10.0.0.9:2
        [wire] tcp(10.0.0.9:3, 10.0.0.1:80) = 0 received by [1]4
        [2] <... accept resumed>) = 5 from 10.0.0.9:3
        """);

    [Fact]
    public void A_signal_beats_the_connection_which_then_wakes_the_next() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler) = 0
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [1] kill(2, 30) = 0
        [3] <... accept resumed>) = -1 ESRCH
        [2] <... accept resumed>) = -1 EINTR
        [3] <... accept resumed>) = 5 from 10.0.0.9:1
        """);

    [Fact]
    public void It_wakes_the_next_even_if_the_connection_is_gone() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler) = 0
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [1] accept(4) = 5 from 10.0.0.9:1
        [1] kill(2, 30) = 0
        [2] <... accept resumed>) = -1 EINTR
        [3] <... accept resumed> <unfinished ...>
        """);

    [Fact]
    public void So_does_the_end_of_a_woken_process() => KernelReplay.Run(Server + """
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [4] accept(4 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [1] kill(2, 9) = 0
        [2] <... accept resumed>) = -1 ESRCH
        [3] exit(0) = 0
        [4] <... accept resumed>) = 5 from 10.0.0.9:1
        """);

    [Fact]
    public void A_signal_before_the_connection_leaves_that_to_the_next() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler) = 0
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [4] accept(4 <unfinished ...>
        [1] kill(2, 30) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [2] <... accept resumed>) = -1 EINTR
        [4] <... accept resumed>) = -1 ESRCH
        [3] <... accept resumed>) = 5 from 10.0.0.9:1
        """);

    [Fact]
    public void A_restarted_call_takes_the_connection_itself() => KernelReplay.Run(Server + """
        [2] sigaction(30, handler, SA_RESTART) = 0
        [2] accept(4 <unfinished ...>
        [3] accept(4 <unfinished ...>
        [wire] tcp(10.0.0.9:1, 10.0.0.1:80) = 0 received by [1]4
        [1] kill(2, 30) = 0
        [2] <... accept resumed>) = 5 from 10.0.0.9:1
        [3] <... accept resumed>) = -1 ESRCH
        """);

    [Fact]
    public void The_signal_with_the_lowest_number_decides() => KernelReplay.Run(Server + """
        [2] sigaction(31, handler) = 0
        [2] sigaction(30, handler, SA_RESTART) = 0
        [2] sigaction(29, handler) = 0
        [2] accept(4 <unfinished ...>
        [1] kill(2, 31) = 0
        [1] kill(2, 30) = 0
        [2] <... accept resumed> <unfinished ...>
        [2] getpgrp() = -1 ESRCH
        [2] <... accept resumed>) = -1 ESRCH
        [1] kill(2, 30) = 0
        [1] kill(2, 31) = 0
        [1] kill(2, 29) = 0
        [2] <... accept resumed>) = -1 EINTR
        """);

    [Fact]
    public void All_wait_for_the_processor_and_the_first_to_get_it_takes_the_datagram() => KernelReplay.Run(Server + """
        [2] recvfrom(3 <unfinished ...>
        [3] recvfrom(3 <unfinished ...>
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "a") = 0 received by [1]3
        [3] <... recvfrom resumed>) = "a" from 10.0.0.9:7
        [2] <... recvfrom resumed> <unfinished ...>
        [2] getpgrp() = -1 ESRCH
        [1] connect(3, 10.0.0.1:9) = 0
        [1] sendto(3, "a") = 1 sent 10.0.0.1:53 > 10.0.0.1:9
        [1] sendto(3, "a") = -1 ECONNREFUSED
        [2] <... recvfrom resumed> <unfinished ...>
        [2] <... recvfrom resumed>) = -1 ESRCH
        """);

    [Fact]
    public void Procfs_shows_no_wait_of_a_woken_process() => KernelReplay.Run("dir \"/proc\" 0755 0 0\n" + Server + """
        [1] mount("procfs", "/proc") = 0
        [1] open("/proc/2/status", O_RDONLY, 00) = 5
        [2] recvfrom(3 <unfinished ...>
        [1] read(5) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 sbwait 0 0 0,0 -\x0a"
        [wire] udp(10.0.0.9:7, 10.0.0.1:53, "a") = 0 received by [1]3
        [1] read(5) = "init 2 1 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
        """);

    [Fact]
    public void Process_1_woken_by_a_signal_sleeps_on_when_it_continues() => KernelReplay.Run(Server + """
        [1] recvfrom(3 <unfinished ...>
        [2] kill(1, 15) = 0
        [1] <... recvfrom resumed> <unfinished ...>
        [1] <... recvfrom resumed>) = -1 ESRCH
        """);
}
