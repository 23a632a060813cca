using Verify.Model.Tests.Rules.Sleeping;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Flags of sendto and recvfrom, read and write on sockets, and FIONREAD.</summary>
[Trait("Requirement", "S9")]
public sealed class MessageOptionTests
{
    /// <summary>3 and 4 are a local stream, 5 and 6 local datagram sockets, 7 is UDP, 8 TCP, 9 idle.</summary>
    private const string Sockets = """
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [5, 6]
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 7
        [1] socket(AF_INET, SOCK_STREAM, 0) = 8
        [1] socket(AF_IPX, SOCK_DGRAM, 0) = 9
        [1] sendto(3, "abc") = 3
        [1] sendto(5, "abc") = 3

        """;

    /// <summary>Process 2 receives at 4 what process 1 sends at 3; 4 has a buffer of four bytes.</summary>
    private const string Readers = """
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] setsockopt(4, SO_RCVBUF, 4) = 0
        [1] sigaction(30, handler) = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] sendto(3, "ab") = 2
        [2] recvfrom(4, 6, MSG_WAITALL <unfinished ...>

        """;

    [Theory]
    [InlineData("recvfrom(4, 2, MSG_PEEK) = \"ab\"", "S11.receive-peek")]
    [InlineData("recvfrom(6, 2, MSG_PEEK) = \"ab\"", "S11.receive-peek")]
    [InlineData("recvfrom(4, 9, MSG_PEEK|MSG_WAITALL) <unfinished ...>", "R2.receive-sleeps")]
    [InlineData("recvfrom(4, 9000, MSG_PEEK|MSG_WAITALL) = \"abc\"", "S9.receive-peek-all")]
    [InlineData("recvfrom(4, 9, MSG_OOB) = -1 EOPNOTSUPP", "S11.receive-urgent")]
    [InlineData("recvfrom(8, 9, MSG_OOB) = -1 EINVAL", "S10.receive-urgent")]
    [InlineData("recvfrom(3, 9, MSG_DONTWAIT) = -1 EAGAIN", "S11.receive-nothing")]
    [InlineData("recvfrom(7, 9, MSG_DONTWAIT) = -1 EAGAIN", "S11.receive-nothing")]
    [InlineData("sendto(3, \"a\", MSG_OOB) = -1 EOPNOTSUPP", "S9.send-urgent")]
    [InlineData("sendto(5, \"a\", MSG_OOB) = -1 EOPNOTSUPP", "S9.send-urgent")]
    [InlineData("sendto(3, \"a\", MSG_EOR) = -1 EINVAL", "S10.send-record")]
    [InlineData("sendto(8, \"a\", MSG_EOR) = -1 EINVAL", "S10.send-record")]
    [InlineData("sendto(8, \"a\", MSG_OOB) = -1 ENOTCONN", "S10.send-not-connected")]
    [InlineData("sendto(5, \"a\", MSG_EOR) = 1", "S9.send-datagram")]
    [InlineData("readv(4, [1, 1]) = \"ab\"", "S9.receive-stream")]
    [InlineData("read(6, 2) = \"ab\"", "S11.receive-cut")]
    [InlineData("read(9) = -1 EOPNOTSUPP", "J9.socket-idle")]
    [InlineData("write(9, \"a\") = -1 EOPNOTSUPP", "J9.socket-idle")]
    [InlineData("write(0, \"a\") = -1 EOPNOTSUPP", "J8.write-nothing")]
    [InlineData("writev(3, [\"a\", \"b\"]) = 2", "S9.send-stream")]
    [InlineData("ioctl(4, FIONREAD) = 3", "S11.readable")]
    [InlineData("ioctl(6, FIONREAD) = 19", "S11.readable")]
    [InlineData("ioctl(8, FIONREAD) = 0", "S11.readable")]
    [InlineData("ioctl(9, FIONREAD) = -1 EOPNOTSUPP", "J9.socket-idle")]
    [InlineData("ioctl(0, FIONREAD) = 0", "J8.readable-console")]
    public void A_call_with_flags(string call, string rule) =>
        new SpecDriver().Allows(Sockets).Allows($"[1] {call.Replace(") <", " <", StringComparison.Ordinal)}").By(rule);

    [Theory]
    [InlineData("write(4, \"a\") = -1 EBADF", "J8.write-not-open-for-it")]
    [InlineData("ioctl(4, FIONREAD) = -1 EOPNOTSUPP", "J8.readable-nothing")]
    [InlineData("readv(4, [9]) = \"\"", "J8.read-nothing")]
    public void A_file_has_no_contents(string call, string rule) =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] dup(0) = 3
            [1] open("/secret", O_RDONLY, 0) = 4
            """).Allows($"[1] {call}").By(rule);

    [Fact]
    public void A_mark_is_not_looked_at_with_MSG_DONTWAIT() =>
        new SpecDriver().Allows(Sockets + """
            [1] setsockopt(4, SO_RCVLOWAT, 5) = 0
            [1] fcntl(4, F_SETFL, O_NONBLOCK) = 0
            [1] recvfrom(4) = -1 EAGAIN
            [1] recvfrom(4, 9, MSG_DONTWAIT) = "abc"
            """);

    [Fact]
    public void A_receiver_of_more_than_the_buffer_takes_parts() =>
        SleepDriver.AtOnce().Allows(Readers).By("R2.receive-more").Allows("""
            [1] ioctl(4, FIONREAD) = 0
            [1] sendto(3, "cd") = 2
            [1] sendto(3, "efg") = 3
            [2] <... recvfrom resumed>) = "abcdef"
            [1] ioctl(4, FIONREAD) = 1
            """);

    [Fact]
    public void Others_wait_for_the_lock() =>
        SleepDriver.AtOnce().Allows(Readers + """
            [3] recvfrom(4, 1, MSG_DONTWAIT) = -1 EAGAIN
            """).By("S9.receive-locked").Allows("[3] recvfrom(4, 1 <unfinished ...>").By("R2.receive-locked")
            .Allows("""
            [1] sendto(3, "cdefg") = 5
            [2] <... recvfrom resumed>) = "abcdef"
            [3] <... recvfrom resumed>) = "g"
            """);

    [Theory]
    [InlineData("exit(0) = 0", "1")]
    [InlineData("exit(0) = 0", "2")]
    public void The_lock_ends_with_its_holder(string exit, string length) =>
        SleepDriver.AtOnce().Allows(Readers + $"""
            [3] read(4, {length} <unfinished ...>
            [2] {exit}
            [1] sendto(3, "c") = 1
            [3] <... read resumed>) = "c"
            """);

    [Fact]
    public void A_signal_ends_the_holder_with_its_part() =>
        SleepDriver.AtOnce().Allows(Readers + """
            [3] read(4 <unfinished ...>
            [1] kill(2, 30) = 0
            [2] <... recvfrom resumed>) = "ab"
            [1] kill(3, 30) = 0
            [3] <... read resumed>) = -1 EINTR
            """);

    [Fact]
    public void Shutdown_of_receiving_ends_the_holder_with_its_part() =>
        SleepDriver.AtOnce().Allows(Readers + """
            [3] read(4 <unfinished ...>
            [1] shutdown(4, SHUT_RD) = 0
            [2] <... recvfrom resumed>) = "ab"
            [3] <... read resumed>) = ""
            """).By("R2.shutdown-holder");
}
