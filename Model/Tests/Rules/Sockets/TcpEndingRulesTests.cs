using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>shutdown of TCP sockets.</summary>
[Trait("Requirement", "S10")]
public sealed class TcpEndingRulesTests
{
    /// <summary>3 listens, 4 is connected with 5.</summary>
    private const string Connected = """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] bind(3, 10.0.0.1:80) = 0
        [1] listen(3, 1) = 0
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] bind(4, 10.0.0.1:81) = 0
        [1] sigaction(13, SIG_IGN) = 0
        [1] connect(4, 10.0.0.1:80) = 0 sent 10.0.0.1:81 > 10.0.0.1:80 received by [1]3
        [1] accept(3) = 5 from 10.0.0.1:81

        """;

    [Fact]
    public void Both_ends_finish() =>
        new SpecDriver().Allows(Connected + "[1] shutdown(4, SHUT_WR) = 0").By("S10.finished").Allows("""
            [1] sendto(4, "a") = -1 EPIPE
            [1] getpeername(4) = 10.0.0.1:80
            [1] getpeername(5) = 10.0.0.1:81
            [1] shutdown(5, SHUT_WR) = 0
            """).By("S10.both-finished").Allows("""
            [1] getsockname(4) = -1 EINVAL
            [1] getpeername(5) = -1 ENOTCONN
            [1] getsockopt(4, SO_ERROR) = 0
            [1] shutdown(4, SHUT_WR) = -1 EINVAL
            """).By("S10.shutdown-gone");

    [Theory]
    [InlineData("shutdown(4, SHUT_RDWR)")]
    [InlineData("shutdown(4, SHUT_WR) = 0\n[1] shutdown(4, SHUT_WR)")]
    public void A_finished_end_that_receives_nothing_is_not_connected(string calls) =>
        new SpecDriver().Allows(Connected + $"[1] {calls} = 0").By("S10.finished-disconnected").Allows("""
            [1] getpeername(4) = -1 ENOTCONN
            [1] getsockname(4) = 10.0.0.1:81
            [1] connect(4, 10.0.0.1:80) = -1 EADDRINUSE
            [1] shutdown(5, SHUT_WR) = 0
            [1] getsockname(4) = -1 EINVAL
            """);

    [Fact]
    public void An_end_that_is_not_connected_can_connect_elsewhere() =>
        new SpecDriver().Allows(Connected + """
            [1] shutdown(4, SHUT_RDWR) = 0
            [1] connect(4, 10.0.0.9:9) = 0 sent 10.0.0.1:81 > 10.0.0.9:9
            """).By("S10.reconnects").Allows("""
            [1] getpeername(4) = 10.0.0.9:9
            [1] shutdown(5, SHUT_WR) = 0
            [1] getpeername(4) = 10.0.0.9:9
            """);

    [Fact]
    public void Without_a_connection_the_PCB_goes() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] shutdown(3, SHUT_WR) = 0
            """).By("S10.shutdown-unconnected").Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] bind(4, 10.0.0.1:80) = 0
            [1] connect(3, 10.0.0.1:9) = -1 EINVAL
            """);

    [Fact]
    public void A_listener_that_receives_nothing_passes_that_on() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] setsockopt(3, SO_SNDBUF, 100) = 0
            [1] listen(3, 1) = 0
            [1] shutdown(3, SHUT_RD) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            """).By("S10.default-buffers").Allows("""
            [1] accept(3) = 4 from 10.0.0.9:9
            [1] getsockopt(4, SO_SNDBUF) = 16384
            [1] getsockopt(4, SO_RCVBUF) = 16384
            [1] getsockopt(4, SO_SNDLOWAT) = 100
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] accept(3) = -1 EAGAIN
            [1] shutdown(4, SHUT_WR) = 0
            [1] getpeername(4) = -1 ENOTCONN
            """);

    [Fact]
    public void Before_the_answer_it_is_only_requested() =>
        new SpecDriver(SpecDriver.Host + "answers later\n").Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] connect(3, 10.0.0.9:9) = -1 EINPROGRESS sent 10.0.0.1:2000 > 10.0.0.9:9
            [1] shutdown(3, SHUT_WR) = 0
            """).By("S10.shutdown-unanswered").Allows("""
            [wire] tcp_accept(10.0.0.9:9, 10.0.0.1:2000) = 0
            """).By("S10.finished");

    [Fact]
    public void A_socket_connected_to_itself_loses_its_PCB() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] connect(3, 10.0.0.1:80) = 0 sent 10.0.0.1:80 > 10.0.0.1:80
            [1] shutdown(3, SHUT_WR) = 0
            """).By("S10.self-finished");
}
