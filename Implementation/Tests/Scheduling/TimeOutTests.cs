using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>Sleeps that end because their time is over: SO_RCVTIMEO, SO_SNDTIMEO, poll and select.</summary>
[Trait("Requirement", "R2")]
public sealed class TimeOutTests
{
    /// <summary>Processes 1 to 4 share a pair of datagram sockets with a time to receive of two ticks.</summary>
    private const string Pair = """
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        [1] setsockopt(3, SO_RCVTIMEO, 0, 20000) = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] fork() = 4

        """;

    [Fact]
    public void Those_of_one_tick_continue_in_the_order_of_their_sleeps() => KernelReplay.Run(Pair + """
        [3] poll([], 30 <unfinished ...>
        [wire] idle(20) = 0
        [4] read(3 <unfinished ...>
        [2] poll([3 POLLIN], 10 <unfinished ...>
        [wire] idle(19) = 0
        [wire] idle(1) = 0
        [3] <... poll resumed>) = 0
        [4] <... read resumed>) = -1 EAGAIN
        [2] <... poll resumed>) = 0
        """);

    [Fact]
    public void One_idle_passes_several_ticks() => KernelReplay.Run(Pair + """
        [3] poll([], 50 <unfinished ...>
        [4] read(3 <unfinished ...>
        [2] select(0, NULL, NULL, NULL, [0, 20000] <unfinished ...>
        [wire] idle(1000) = 0
        [4] <... read resumed>) = -1 EAGAIN
        [2] <... select resumed>) = 0 NULL, NULL, NULL
        [3] <... poll resumed>) = 0
        """);

    [Fact]
    public void A_reader_that_was_woken_in_vain_begins_its_time_again_and_is_behind() => KernelReplay.Run("""
        wakeups later

        """ + Pair + """
        [2] read(3 <unfinished ...>
        [wire] idle(10) = 0
        [1] write(4, "a") = 1
        [1] read(3) = "a"
        [2] <... read resumed> <unfinished ...>
        [wire] idle(19) = 0
        [2] <... read resumed>) = -1 ESRCH
        [wire] idle(1) = 0
        [2] <... read resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void The_first_of_signal_time_and_data_does_not_always_decide() => KernelReplay.Run("""
        wakeups later

        """ + Pair + """
        [2] sigaction(30, handler, SA_RESTART) = 0
        [3] sigaction(30, handler, SA_RESTART) = 0
        [4] sigaction(30, handler, SA_RESTART) = 0
        [2] read(3 <unfinished ...>
        [3] read(3 <unfinished ...>
        [4] poll([3 POLLIN], 100 <unfinished ...>
        [1] kill(3, 30) = 0
        [wire] idle(20) = 0
        [1] kill(2, 30) = 0
        [1] write(4, "a") = 1
        [wire] idle(1000) = 0
        [2] <... read resumed>) = -1 EAGAIN
        [4] <... poll resumed>) = 1 [3 POLLIN]
        [3] <... read resumed>) = "a"
        """);

    [Fact]
    public void A_part_that_was_sent_counts() => KernelReplay.Run("""
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] setsockopt(3, SO_SNDBUF, 2) = 0
        [1] setsockopt(3, SO_SNDTIMEO, 0, 10000) = 0
        [1] fork() = 2
        [2] write(3, "abc" <unfinished ...>
        [wire] idle(10) = 0
        [2] <... write resumed>) = 2
        [2] write(3, "d" <unfinished ...>
        [wire] idle(10) = 0
        [2] <... write resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void Who_waits_for_the_lock_begins_its_time_when_the_holder_s_is_over() => KernelReplay.Run("""
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] setsockopt(3, SO_RCVTIMEO, 0, 10000) = 0
        [1] write(4, "ab") = 2
        [1] fork() = 2
        [1] fork() = 3
        [2] recvfrom(3, 4, MSG_WAITALL|MSG_DONTWAIT <unfinished ...>
        [3] read(3 <unfinished ...>
        [wire] idle(10) = 0
        [2] <... recvfrom resumed>) = "ab"
        [wire] idle(9) = 0
        [wire] idle(1) = 0
        [3] <... read resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void A_process_that_ends_is_woken_by_no_tick() => KernelReplay.Run(Pair + """
        [2] read(3 <unfinished ...>
        [3] poll([3 POLLIN], 10 <unfinished ...>
        [2] exit(0) = 0
        [1] kill(3, 9) = 0
        [wire] idle(1000) = 0
        """);
}
