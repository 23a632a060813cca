using Xunit;

namespace Verify.Implementation.Tests.Scheduling;

/// <summary>sendto(2) on a local stream sleeps until there is space: sosend of uipc_socket.c.</summary>
public sealed class SleepingSendTests
{
    /// <summary>Process 1 has the first socket of a pair open, process 2 the second, and process 3 both.</summary>
    private const string Pair = """
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] fork() = 2
        [1] fork() = 3
        [1] close(4) = 0
        [2] close(3) = 0

        """;

    [Fact]
    public void A_sender_sends_what_fits_and_sleeps_for_the_rest() => KernelReplay.Run(Pair + """
        [1] setsockopt(3, SO_SNDBUF, 4) = 0
        [1] sendto(3, "0123456789" <unfinished ...>
        [2] recvfrom(4, 3) = "012"
        [2] recvfrom(4) = "3"
        [2] recvfrom(4) = "4567"
        [1] <... sendto resumed>) = 10
        [2] recvfrom(4) = "89"
        """);

    [Fact]
    public void Space_below_the_mark_is_not_used_unless_all_fits() => KernelReplay.Run(Pair + """
        [1] setsockopt(3, SO_SNDBUF, 6) = 0
        [1] setsockopt(3, SO_SNDLOWAT, 4) = 0
        [1] sendto(3, "012") = 3
        [1] sendto(3, "3456" <unfinished ...>
        [3] sendto(3, "z") = 1
        [2] recvfrom(4, 1) = "0"
        [2] recvfrom(4, 1) = "1"
        [1] <... sendto resumed>) = 4
        [2] recvfrom(4) = "2z3456"
        """);

    [Fact]
    public void Senders_continue_in_turn() => KernelReplay.Run(Pair + """
        [1] setsockopt(3, SO_SNDBUF, 2) = 0
        [1] sendto(3, "abcd" <unfinished ...>
        [3] sendto(3, "wxyz" <unfinished ...>
        [2] recvfrom(4) = "ab"
        [1] <... sendto resumed>) = 4
        [2] recvfrom(4) = "cd"
        [2] recvfrom(4) = "wx"
        [3] <... sendto resumed>) = 4
        [2] recvfrom(4) = "yz"
        """);

    [Fact]
    public void A_nonblocking_sender_returns_what_was_sent() => KernelReplay.Run(Pair + """
        [1] setsockopt(3, SO_SNDBUF, 4) = 0
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] sendto(3, "0123456789") = 4
        [1] sendto(3, "a") = -1 EAGAIN
        [2] recvfrom(4) = "0123"
        [3] fcntl(3, F_SETFL, O_RDONLY) = 0
        [1] sendto(3, "0123456789" <unfinished ...>
        [3] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [2] recvfrom(4, 1) = "0"
        [1] <... sendto resumed>) = 4
        """);

    [Fact]
    public void Raising_the_size_wakes_nobody_and_reading_nothing_does() => KernelReplay.Run(Pair + """
        [1] setsockopt(3, SO_SNDBUF, 2) = 0
        [1] sendto(3, "abcd" <unfinished ...>
        [3] setsockopt(3, SO_SNDBUF, 10) = 0
        [3] recvfrom(4, 0) = ""
        [1] <... sendto resumed>) = 4
        [2] recvfrom(4) = "abcd"
        """);

    [Fact]
    public void A_signal_ends_a_send_with_what_was_sent() => KernelReplay.Run(Pair + """
        [1] sigaction(30, handler, SA_RESTART) = 0
        [1] sigaction(31, handler) = 0
        [1] setsockopt(3, SO_SNDBUF, 2) = 0
        [1] sendto(3, "abcd" <unfinished ...>
        [2] kill(1, 30) = 0
        [1] <... sendto resumed>) = 2
        [1] sendto(3, "cd" <unfinished ...>
        [2] kill(1, 30) = 0
        [2] kill(1, 31) = 0
        [1] <... sendto resumed>) = -1 EINTR
        [2] recvfrom(4) = "ab"
        """);
}
