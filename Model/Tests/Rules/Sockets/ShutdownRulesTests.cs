using Verify.Model.Tests.Rules.Sleeping;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>shutdown of local and datagram sockets, and of listening ones.</summary>
[Trait("Requirement", "S9")]
public sealed class ShutdownRulesTests
{
    private const string Sockets = """
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [5, 6]
        [1] sigaction(13, SIG_IGN) = 0
        [1] sendto(3, "abc") = 3
        [1] sendto(5, "abc") = 3

        """;

    [Fact]
    public void A_stream_whose_peer_sends_no_more_is_read_to_its_end() =>
        new SpecDriver().Allows(Sockets + """
            [1] shutdown(3, SHUT_WR) = 0
            """).By("S9.shutdown-stream").Allows("""
            [1] sendto(3, "d") = -1 EPIPE
            """).By("S9.send-shut").Allows("""
            [1] recvfrom(4, 9, MSG_WAITALL) = "abc"
            [1] read(4) = ""
            [1] write(4, "back") = 4
            [1] read(3) = "back"
            [1] getpeername(4) = 0
            """);

    [Fact]
    public void What_is_not_received_gives_room_back() =>
        SleepDriver.AtOnce().Allows("""
            [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]
            [1] setsockopt(3, SO_SNDBUF, 4) = 0
            [1] fork() = 2
            [2] sendto(3, "abcdef" <unfinished ...>
            [1] shutdown(4, SHUT_RD) = 0
            [2] <... sendto resumed>) = 6
            """).By("S9.shutdown-room").Allows("""
            [1] getsockopt(4, SO_RCVBUF) = 0
            [1] getsockopt(4, SO_RCVLOWAT) = 0
            [1] read(4) = "ef"
            [1] read(4) = ""
            """).By("S9.receive-end");

    [Fact]
    public void A_datagram_socket_ends_its_own_side() =>
        new SpecDriver().Allows(Sockets + """
            [1] shutdown(6, SHUT_RDWR) = 0
            [1] read(6) = ""
            """).By("S9.receive-shut").Allows("""
            [1] write(6, "a") = -1 EPIPE
            [1] write(5, "a") = -1 ENOBUFS
            [1] setsockopt(6, SO_RCVBUF, 99) = 0
            [1] write(5, "a") = 1
            [1] read(6) = "a"
            """);

    [Theory]
    [InlineData("-1")]
    [InlineData("3")]
    [InlineData("7")]
    public void Another_direction_is_none(string how) =>
        new SpecDriver().Allows(Sockets + $"""
            [1] shutdown(3, {how}) = 0
            [1] write(3, "d") = 1
            [1] write(4, "d") = 1
            [1] read(3) = "d"
            """);

    [Theory]
    [InlineData("shutdown(9, SHUT_RD) = -1 EBADF")]
    [InlineData("shutdown(0, SHUT_RD) = -1 ENOTSOCK")]
    public void Only_sockets_are_shut_down(string call) => new SpecDriver().Allows($"[1] {call}");

    [Theory]
    [InlineData("SHUT_RD")]
    [InlineData("SHUT_WR")]
    public void Who_sleeps_in_accept_is_woken(string how) =>
        SleepDriver.AtOnce().Allows($"""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 1) = 0
            [1] fork() = 2
            [1] fork() = 3
            [2] accept(3 <unfinished ...>
            [3] accept(3 <unfinished ...>
            [1] shutdown(3, {how}) = 0
            [2] <... accept resumed>) = -1 ECONNABORTED
            [3] <... accept resumed>) = -1 ECONNABORTED
            """);
}
