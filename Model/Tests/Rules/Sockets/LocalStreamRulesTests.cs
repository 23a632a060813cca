using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Bytes on local streams: room, marks, sleeping senders and receivers.</summary>
[Trait("Requirement", "S9")]
public sealed class LocalStreamRulesTests
{
    /// <summary>3 of process 1 and 4 of process 2 are the two ends; 3 has room for ten bytes.</summary>
    private const string Two = """
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] fork() = 2
        [1] close(4) = 0
        [2] close(3) = 0
        [1] setsockopt(3, SO_SNDBUF, 10) = 0

        """;

    [Fact]
    public void Reads_merge_sends_and_split_them() =>
        new SpecDriver().Allows(Two + """
            [1] sendto(3, "abc") = 3
            """).By("S9.send-stream")
            .Allows("""
            [1] sendto(3, "de", 10.0.0.1:9) = 2
            [2] recvfrom(4, 4) = "abcd"
            """).By("S9.receive-stream")
            .Forbids("[2] recvfrom(4) = \"e\" from 10.0.0.1:9")
            .Allows("""
            [2] recvfrom(4, 0) = ""
            [2] recvfrom(4, 2) = "e"
            [2] recvfrom(4, 0) = ""
            """).By("S11.receive-no-bytes");

    [Fact]
    public void What_is_unread_reduces_the_buffer_that_is_shown() =>
        new SpecDriver().Allows(Two + """
            [1] sendto(3, "abcd") = 4
            [1] getsockopt(3, SO_SNDBUF) = 6
            """).By("S9.option-room-read")
            .Allows("[1] setsockopt(3, SO_SNDBUF, 20) = 0").By("S9.option-room-set")
            .Allows("""
            [1] getsockopt(3, SO_SNDBUF) = 20
            [2] recvfrom(4, 1) = "a"
            [1] getsockopt(3, SO_SNDBUF) = 21
            [2] recvfrom(4) = "bcd"
            [1] getsockopt(3, SO_SNDBUF) = 24
            [2] getsockopt(4, SO_SNDBUF) = 8192
            """);

    /// <summary>In FreeBSD 4.0 the mark becomes 0, and the next sendto never returns (D33).</summary>
    [Fact]
    public void The_mark_of_a_full_stream_is_not_zero() =>
        new SpecDriver().Allows(Two + """
            [1] sendto(3, "1234567890") = 10
            [1] setsockopt(3, SO_SNDLOWAT, 20) = 0
            """).By("S9.option-mark")
            .Allows("""
            [1] getsockopt(3, SO_SNDLOWAT) = 10
            [1] setsockopt(3, SO_SNDLOWAT, 5) = 0
            [1] getsockopt(3, SO_SNDLOWAT) = 5
            [1] sendto(3, "a" <unfinished ...>
            """);

    [Fact]
    public void A_sender_sleeps_for_the_rest_and_continues_at_the_mark() =>
        new SpecDriver().Allows(Two + """
            [1] setsockopt(3, SO_SNDLOWAT, 4) = 0
            [1] sendto(3, "abcdefghijklmno" <unfinished ...>
            """).By("R2.send-sleeps")
            .Allows("[2] recvfrom(4, 3) = \"abc\"")
            .Forbids("[2] recvfrom(4, 1) = \"d\"\n[1] <... sendto resumed>) = 15")
            .Allows("[2] recvfrom(4, 1) = \"d\"").By("R2.resumed")
            .Forbids("[2] recvfrom(4) = \"efghijklmn\"")
            .Allows("""
            [2] recvfrom(4) = "efghijklmn"
            [1] <... sendto resumed>) = 15
            [2] recvfrom(4) = "o"
            """);

    [Fact]
    public void With_less_room_than_the_mark_nothing_is_sent() =>
        new SpecDriver().Allows(Two + """
            [1] setsockopt(3, SO_SNDLOWAT, 8) = 0
            [1] sendto(3, "abc") = 3
            [1] sendto(3, "1234567") = 7
            [2] recvfrom(4, 7) = "abc1234"
            [1] sendto(3, "ABCDEFGH" <unfinished ...>
            [2] recvfrom(4, 2) = "56"
            [1] <... sendto resumed>) = 8
            [2] recvfrom(4) = "7ABCDEFGH"
            """);

    [Fact]
    public void A_nonblocking_sender_gets_the_part_or_eagain() =>
        new SpecDriver().Allows(Two + """
            [1] ioctl(3, FIONBIO, 1) = 0
            [1] sendto(3, "abcdefghijklmno") = 10
            """).By("S9.send-part")
            .Allows("""
            [1] sendto(3, "x") = -1 EAGAIN
            [1] sendto(3, "") = 0
            [2] recvfrom(4, 9) = "abcdefghi"
            [1] sendto(3, "0123456789") = -1 EAGAIN
            [1] sendto(3, "012345678") = 9
            """);

    [Fact]
    public void A_receiver_sleeps_below_its_mark_but_not_below_its_length() =>
        new SpecDriver().Allows(Two + """
            [2] setsockopt(4, SO_RCVLOWAT, 4) = 0
            [2] recvfrom(4 <unfinished ...>
            [1] sendto(3, "abc") = 3
            [1] sendto(3, "d") = 1
            [2] <... recvfrom resumed>) = "abcd"
            [1] sendto(3, "ef") = 2
            [2] ioctl(4, FIONBIO, 1) = 0
            [2] recvfrom(4) = -1 EAGAIN
            [2] recvfrom(4, 2) = "ef"
            """);

    [Fact]
    public void A_sender_and_a_receiver_resume_each_other() =>
        new SpecDriver().Allows(Two + """
            [2] recvfrom(4 <unfinished ...>
            [1] sendto(3, "abcdefghijklmno" <unfinished ...>
            [2] <... recvfrom resumed>) = "abcdefghij"
            [1] <... sendto resumed>) = 15
            [2] recvfrom(4) = "klmno"
            """);

    [Fact]
    public void The_last_close_ends_the_stream() =>
        new SpecDriver().Allows(Two + """
            [1] sendto(3, "abc") = 3
            [1] close(3) = 0
            """).By("S9.pair-ends")
            .Allows("""
            [2] setsockopt(4, SO_RCVLOWAT, 9) = 0
            [2] recvfrom(4, 2) = "ab"
            [2] recvfrom(4) = "c"
            [2] recvfrom(4) = ""
            [2] recvfrom(4) = ""
            """).By("S9.receive-end")
            .Allows("""
            [2] getpeername(4) = -1 ENOTCONN
            [2] connect(4, 10.0.0.1:9) = -1 ENOENT
            """);

    [Fact]
    public void What_the_closer_did_not_read_keeps_its_room() =>
        new SpecDriver().Allows(Two + """
            [1] sendto(3, "abc") = 3
            [2] close(4) = 0
            [1] getsockopt(3, SO_SNDBUF) = 7
            [1] setsockopt(3, SO_SNDBUF, 5) = 0
            [1] getsockopt(3, SO_SNDBUF) = 5
            """);

    /// <summary>The count of what was sent is lost, and SIGPIPE ends the sender.</summary>
    [Fact]
    public void The_last_close_ends_sleeping_senders_before_receivers() =>
        new SpecDriver().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] setsockopt(3, SO_SNDBUF, 2) = 0
            [1] fork() = 2
            [1] fork() = 3
            [1] fork() = 4
            [1] close(3) = 0
            [2] close(4) = 0
            [3] close(4) = 0
            [4] close(3) = 0
            [4] close(4) = 0
            [2] recvfrom(3 <unfinished ...>
            [3] sendto(3, "abc" <unfinished ...>
            [1] close(4) = 0
            [3] <... sendto resumed>) = -1 EPIPE
            [2] <... recvfrom resumed>) = ""
            [3] getuid() = -1 ESRCH
            [2] getuid() = 0
            """);

    [Theory]
    [InlineData("handler")]
    [InlineData("handler, SA_RESTART")]
    public void A_signal_ends_a_sender_with_what_it_has_sent(string action) =>
        new SpecDriver().Allows(Two + $"""
            [1] sigaction(30, {action}) = 0
            [1] sendto(3, "abcdefghijklmno" <unfinished ...>
            [2] kill(1, 30) = 0
            [1] <... sendto resumed>) = 10
            """).By("R2.interrupted-part")
            .Allows("""
            [2] recvfrom(4) = "abcdefghij"
            """);

    [Fact]
    public void An_empty_send_and_an_empty_read_wake_for_nothing() =>
        new SpecDriver().Allows(Two + """
            [2] fork() = 3
            [2] recvfrom(4 <unfinished ...>
            [3] ioctl(4, FIONBIO, 1) = 0
            [1] sendto(3, "") = 0
            [2] <... recvfrom resumed>) = -1 EAGAIN
            [1] sendto(3, "1234567890") = 10
            [1] fork() = 4
            [1] sendto(3, "x" <unfinished ...>
            [4] ioctl(3, FIONBIO, 1) = 0
            [2] recvfrom(4, 0) = ""
            [1] <... sendto resumed>) = -1 EAGAIN
            """);
}
