using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Streams between two local sockets: uipc_usrreq.c, sosend and soreceive.</summary>
public sealed class LocalStreamTests
{
    /// <summary>Process 1 has the first socket of a pair open, process 2 the second, and process 3 both.</summary>
    private const string Pair = """
        if fxp0 10.0.0.1/24
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] fork() = 2
        [1] fork() = 3
        [1] close(4) = 0
        [2] close(3) = 0

        """;

    /// <summary>The same without process 3.</summary>
    private const string Alone = Pair + "[3] exit(0) = 0\n";

    [Fact]
    public void Bytes_have_no_boundaries_and_no_sender() => KernelReplay.Run(Pair + """
        [1] sendto(3, "abc") = 3
        [1] sendto(3, "") = 0
        [1] sendto(3, "defghijkl", 10.0.0.1:53) = 9
        [2] recvfrom(4, 2) = "ab"
        [2] recvfrom(4, 0) = ""
        [2] recvfrom(4) = "cdefghijkl"
        [2] recvfrom(4, 0) = ""
        [2] sendto(4, "back") = 4
        [1] recvfrom(3) = "back"
        [1] sendto(3, "a", 10.0.0.1:53, 300) = -1 ENAMETOOLONG
        """);

    [Fact]
    public void A_pair_has_no_names_and_stays_connected() => KernelReplay.Run(Pair + """
        [1] getsockname(3) = 0
        [1] getpeername(3) = 0
        [1] connect(3, 10.0.0.1:53) = -1 EISCONN
        [1] bind(3, 10.0.0.1:53) = -1 ENOENT
        [1] listen(3, 1) = -1 EINVAL
        [1] accept(3) = -1 EINVAL
        [1] getsockopt(3, SO_TYPE) = 1
        [1] getsockopt(3, IP_PORTRANGE) = -1 ENOPROTOOPT
        [1] setsockopt(3, IP_PORTRANGE, 0) = -1 ENOPROTOOPT
        [1] fcntl(3, F_SETOWN, 1) = 0
        [1] exit(0) = panic("Going nowhere without my init!")
        """);

    [Fact]
    public void Readers_sleep_and_share_what_comes() => KernelReplay.Run(Pair + """
        [3] recvfrom(4, 2 <unfinished ...>
        [2] recvfrom(4 <unfinished ...>
        [1] sendto(3, "abcde") = 5
        [3] <... recvfrom resumed>) = "ab"
        [2] <... recvfrom resumed>) = "cde"
        [2] recvfrom(4 <unfinished ...>
        [3] recvfrom(4 <unfinished ...>
        [1] sendto(3, "a") = 1
        [2] <... recvfrom resumed>) = "a"
        [1] sendto(3, "b") = 1
        [3] <... recvfrom resumed>) = "b"
        """);

    [Fact]
    public void An_empty_send_wakes_readers_for_nothing() => KernelReplay.Run(Pair + """
        [2] recvfrom(4 <unfinished ...>
        [1] sendto(3, "") = 0
        [3] fcntl(4, F_SETFL, O_NONBLOCK) = 0
        [1] sendto(3, "") = 0
        [2] <... recvfrom resumed>) = -1 EAGAIN
        """);

    [Fact]
    public void The_low_water_mark_of_readers() => KernelReplay.Run(Alone + """
        [2] setsockopt(4, SO_RCVLOWAT, 3) = 0
        [1] sendto(3, "ab") = 2
        [2] recvfrom(4, 2) = "ab"
        [1] sendto(3, "a") = 1
        [2] recvfrom(4 <unfinished ...>
        [1] sendto(3, "b") = 1
        [1] sendto(3, "c") = 1
        [2] <... recvfrom resumed>) = "abc"
        [1] sendto(3, "ab") = 2
        [2] ioctl(4, FIONBIO, 1) = 0
        [2] recvfrom(4) = -1 EAGAIN
        [1] close(3) = 0
        [2] recvfrom(4) = "ab"
        [2] recvfrom(4) = ""
        """);

    [Fact]
    public void Lowering_the_mark_wakes_nobody() => KernelReplay.Run(Pair + """
        [2] setsockopt(4, SO_RCVLOWAT, 10) = 0
        [1] sendto(3, "abc") = 3
        [2] recvfrom(4 <unfinished ...>
        [3] setsockopt(4, SO_RCVLOWAT, 1) = 0
        [1] sendto(3, "") = 0
        [2] <... recvfrom resumed>) = "abc"
        """);

    [Fact]
    public void What_is_not_read_is_missing_from_the_send_buffer() => KernelReplay.Run(Pair + """
        [1] getsockopt(3, SO_SNDBUF) = 8192
        [1] getsockopt(3, SO_RCVBUF) = 8192
        [1] getsockopt(3, SO_SNDLOWAT) = 2048
        [1] sendto(3, "0123456789") = 10
        [1] getsockopt(3, SO_SNDBUF) = 8182
        [1] setsockopt(3, SO_SNDBUF, 100) = 0
        [1] getsockopt(3, SO_SNDLOWAT) = 100
        [2] recvfrom(4, 4) = "0123"
        [1] getsockopt(3, SO_SNDBUF) = 104
        [2] recvfrom(4) = "456789"
        [1] getsockopt(3, SO_SNDBUF) = 110
        [2] getsockopt(4, SO_SNDBUF) = 8192
        """);

    [Fact]
    [Trait("Requirement", "G7")]
    public void The_low_water_mark_of_senders_is_at_least_one() => KernelReplay.Run(Pair + """
        [1] setsockopt(3, SO_SNDBUF, 10) = 0
        [1] sendto(3, "0123456789") = 10
        [1] getsockopt(3, SO_SNDBUF) = 0
        [1] setsockopt(3, SO_SNDLOWAT, 5) = 0
        [1] getsockopt(3, SO_SNDLOWAT) = 5
        [1] setsockopt(3, SO_SNDLOWAT, 50) = 0
        [1] getsockopt(3, SO_SNDLOWAT) = 10
        [1] sendto(3, "") = 0
        [1] sendto(3, "a" <unfinished ...>
        [2] recvfrom(4, 1) = "0"
        [1] <... sendto resumed>) = 1
        """);

    [Fact]
    public void The_last_close_is_the_end_of_the_data_and_a_broken_pipe() => KernelReplay.Run(Alone + """
        [1] sendto(3, "abc") = 3
        [2] sendto(4, "lost") = 4
        [1] close(3) = 0
        [2] getpeername(4) = -1 ENOTCONN
        [2] getsockname(4) = 0
        [2] recvfrom(4, 2) = "ab"
        [2] recvfrom(4) = "c"
        [2] recvfrom(4) = ""
        [2] getsockopt(4, SO_ERROR) = 0
        [2] sendto(4, "") = -1 EPIPE
        [2] getpgrp() = -1 ESRCH
        """);

    [Fact]
    public void The_last_close_wakes_senders_then_readers() => KernelReplay.Run(Pair + """
        [2] fork() = 4
        [3] close(3) = 0
        [3] sigaction(13, SIG_IGN) = 0
        [2] recvfrom(4 <unfinished ...>
        [4] setsockopt(4, SO_SNDBUF, 2) = 0
        [3] sendto(4, "abcd" <unfinished ...>
        [4] sendto(4, "efgh" <unfinished ...>
        [1] close(3) = 0
        [3] <... sendto resumed>) = -1 EPIPE
        [4] <... sendto resumed>) = -1 EPIPE
        [2] <... recvfrom resumed>) = ""
        [2] kill(3, 0) = 0
        [2] kill(4, 0) = -1 ESRCH
        """);

    [Fact]
    public void The_end_of_a_child_is_the_end_of_its_data_unless_the_signal_counts() => KernelReplay.Run("""
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] fork() = 2
        [1] fork() = 3
        [1] close(4) = 0
        [1] recvfrom(3 <unfinished ...>
        [2] exit(0) = 0
        [3] exit(0) = 0
        [1] <... recvfrom resumed>) = ""
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [4, 5]
        [1] sigaction(20, handler) = 0
        [1] fork() = 4
        [1] close(5) = 0
        [1] recvfrom(4 <unfinished ...>
        [4] exit(0) = 0
        [1] <... recvfrom resumed>) = -1 EINTR
        [1] recvfrom(4) = ""
        """);

    [Fact]
    public void Who_has_the_other_end_open_itself_gets_no_end() => KernelReplay.Run(Pair + """
        [3] recvfrom(4 <unfinished ...>
        [1] close(3) = 0
        [3] getpgrp() = -1 ESRCH
        [1] kill(3, 9) = 0
        [2] recvfrom(4) = ""
        """);
}
