using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

public sealed class TcpRulesTests
{
    private const string Two = """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4

        """;

    /// <summary>Descriptor 3 listens at 10.0.0.2:80 with a backlog of 1: its queue takes two.</summary>
    private const string Listener = Two + """
        [1] bind(3, 10.0.0.2:80) = 0
        [1] listen(3, 1) = 0

        """;

    private const string Connect =
        "[1] connect(4, 10.0.0.2:80) = 0 sent 10.0.0.2:2000 > 10.0.0.2:80 received by [1]3\n";

    [Fact]
    public void A_connection_inside_the_host_joins_two_sockets() =>
        new SpecDriver().Allows(Listener + Connect + """
            [1] accept(3) = 5 from 10.0.0.2:2000
            [1] getsockname(5) = 10.0.0.2:80
            [1] getpeername(5) = 10.0.0.2:2000
            [1] getpeername(4) = 10.0.0.2:80
            [1] connect(4, 10.0.0.2:80) = -1 EISCONN
            [1] listen(4, 1) = -1 EINVAL
            [1] connect(3, 10.0.0.2:80) = -1 EOPNOTSUPP
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] accept(3) = -1 EAGAIN
            """);

    [Fact]
    public void Closing_one_end_resets_the_other() =>
        new SpecDriver().Allows(Listener + Connect + """
            [1] accept(3) = 5 from 10.0.0.2:2000
            [1] close(5) = 0
            [1] getsockname(4) = -1 EINVAL
            """).By("S8.name-gone");

    [Fact]
    public void A_connection_whose_client_closes_stays_in_the_queue() =>
        new SpecDriver().Allows(Listener + Connect + """
            [1] close(4) = 0
            [1] accept(3) = 4 from 10.0.0.2:2000
            """).By("S10.accept-left")
            .Allows("[1] getpeername(4) = 10.0.0.2:2000");

    [Fact]
    public void Closing_a_listener_resets_its_pending_connections() =>
        new SpecDriver().Allows(Listener + Connect + """
            [1] close(3) = 0
            [1] getpeername(4) = -1 ENOTCONN
            [1] getsockname(4) = -1 EINVAL
            """);

    [Fact]
    public void Connections_are_accepted_in_the_order_of_their_arrival() =>
        new SpecDriver().Allows(Listener + """
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = 0 received by [1]3
            [wire] tcp(10.0.0.9:8, 10.0.0.2:80) = 0 received by [1]3
            """)
            .Forbids("[1] accept(3) = 5 from 10.0.0.9:8\n[1] accept(3) = 6 from 10.0.0.9:9")
            .Allows("[1] accept(3) = 5 from 10.0.0.9:9\n[1] accept(3) = 6 from 10.0.0.9:8");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    [InlineData(4, 5)]
    [InlineData(-1, 5)]
    public void A_queue_holds_one_and_a_half_backlogs_plus_one(int backlog, int taken)
    {
        SpecDriver driver = new SpecDriver(SpecDriver.Host + "tunable kern.ipc.somaxconn=3\n")
            .Allows(Two + $"[1] bind(3, 10.0.0.2:80) = 0\n[1] listen(3, {backlog}) = 0");
        for (int port = 1; port <= taken; port++)
        {
            driver.Allows($"[wire] tcp(10.0.0.9:{port}, 10.0.0.2:80) = 0 received by [1]3");
        }

        driver.Allows("[wire] tcp(10.0.0.9:99, 10.0.0.2:80) = -1 ETIMEDOUT").By("S10.no-room")
            .Allows("[1] connect(4, 10.0.0.2:80) = -1 ETIMEDOUT sent 10.0.0.2:2000 > 10.0.0.2:80")
            .Allows("[1] getsockname(4) = -1 EINVAL");
    }

    [Fact]
    public void The_longest_backlog_does_not_overflow() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.ipc.somaxconn=2147483647\n").Allows(Two + """
            [1] bind(3, 10.0.0.2:80) = 0
            [1] listen(3, 2147483647) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = 0 received by [1]3
            """);

    [Fact]
    public void Without_a_free_socket_a_connection_gets_no_answer() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.ipc.maxsockets=2\n").Allows(Listener + """
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = -1 ETIMEDOUT
            """).By("S10.no-room");

    [Fact]
    public void An_existing_connection_is_not_accepted_again() =>
        new SpecDriver().Allows(Listener + """
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = 0 received by [1]3
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = -1 ETIMEDOUT
            """).By("S10.wire-duplicate");

    [Fact]
    public void A_bound_socket_that_does_not_listen_hides_a_wildcard_that_does() =>
        new SpecDriver().Allows(Two + """
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [1] setsockopt(4, SO_REUSEPORT, 1) = 0
            [1] bind(3, 0.0.0.0:80) = 0
            [1] listen(3, 1) = 0
            [1] bind(4, 10.0.0.2:80) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = -1 ETIMEDOUT
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            """);

    /// <summary>Two sockets match equally, one listens: the one bound last is found.</summary>
    [Theory]
    [InlineData(3, "-1 ETIMEDOUT")]
    [InlineData(4, "0 received by [1]4")]
    public void Of_equal_listeners_the_newest_answers(int listens, string result) =>
        new SpecDriver().Allows(Two + $"""
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [1] setsockopt(4, SO_REUSEPORT, 1) = 0
            [1] bind(3, 10.0.0.2:80) = 0
            [1] bind(4, 10.0.0.2:80) = 0
            [1] listen({listens}, 1) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = {result}
            """);

    [Fact]
    public void Outside_hosts_answer_and_a_socket_can_connect_to_itself() =>
        new SpecDriver().Allows(Two + """
            [1] connect(3, 10.0.0.9:80) = 0 sent 10.0.0.1:2000 > 10.0.0.9:80
            [1] bind(4, 10.0.0.2:80) = 0
            [1] connect(4, 10.0.0.2:80) = 0 sent 10.0.0.2:80 > 10.0.0.2:80
            [1] close(4) = 0
            """);

    [Fact]
    public void A_connect_that_fails_early_keeps_its_port() =>
        new SpecDriver().Allows(Two + """
            [1] connect(3, 10.0.0.9:0) = -1 EADDRNOTAVAIL
            [1] getsockname(3) = 0.0.0.0:2000
            [1] connect(3, 10.0.0.255:80) = -1 EACCES
            [1] getsockname(3) = -1 EINVAL
            """);

    [Fact]
    public void Accept_checks_for_a_connection_before_a_descriptor_and_keeps_it_queued() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.maxfilesperproc=5\n").Allows(Listener + """
            [1] accept(4) = -1 EINVAL
            [1] ioctl(3, FIONBIO, 1) = 0
            [1] accept(3) = -1 EAGAIN
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80) = 0 received by [1]3
            [1] accept(3) = -1 EMFILE
            [1] close(4) = 0
            [1] accept(3) = 4 from 10.0.0.9:9
            """);

    [Fact]
    public void Datagram_sockets_do_not_listen() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] listen(3, 1) = -1 EOPNOTSUPP
            """).By("S10.listen-datagram");

    [Fact]
    public void An_accepted_socket_has_the_listeners_reuse_options_and_the_default_range() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] setsockopt(3, SO_REUSEADDR, 1) = 0
            [1] setsockopt(3, IP_PORTRANGE, 1) = 0
            [1] listen(3, 1) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.2:49152) = 0 received by [1]3
            [1] accept(3) = 4 from 10.0.0.9:9
            [1] getsockopt(4, SO_REUSEADDR) = 4
            [1] getsockopt(4, IP_PORTRANGE) = 0
            """).By("P1.option-read");
}
