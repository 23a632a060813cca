using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

public sealed class UdpRulesTests
{
    private const string One = "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n";

    private const string Two = One + "[1] socket(AF_INET, SOCK_DGRAM, 0) = 4\n";

    [Theory]
    [InlineData("10.0.0.9:9, 15", "EINVAL")]
    [InlineData("AF_INET6", "EAFNOSUPPORT")]
    [InlineData("AF_INET6, 15", "EINVAL")]
    [InlineData("10.0.0.9:0", "EADDRNOTAVAIL")]
    public void A_remote_address_must_be_complete(string address, string error) =>
        new SpecDriver().Allows(One + $"[1] connect(3, {address}) = -1 {error}\n[1] getsockname(3) = 0.0.0.0:0");

    [Theory]
    [InlineData("10.0.0.2:9", "10.0.0.2")]
    [InlineData("10.0.0.9:9", "10.0.0.1")]
    [InlineData("127.0.0.1:9", "127.0.0.1")]
    [InlineData("127.0.0.2:9", "10.0.0.1")]
    [InlineData("192.0.2.1:9", "10.0.0.1")]
    public void The_source_address_is_the_closest_to_the_destination(string remote, string source) =>
        new SpecDriver().Allows(One + $"[1] connect(3, {remote}) = 0\n[1] getsockname(3) = {source}:2000");

    [Theory]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    public void Special_remote_addresses_use_the_primary_address(string remote, string meant) =>
        new SpecDriver().Allows(One + $"[1] connect(3, {remote}:9) = 0\n[1] getpeername(3) = {meant}:9");

    [Fact]
    public void The_general_broadcast_is_the_primary_networks() =>
        new SpecDriver("if fxp0 10.0.0.1/24\n").Allows(One + """
            [1] connect(3, 255.255.255.255:9) = 0
            [1] getpeername(3) = 10.0.0.255:9
            """);

    [Fact]
    public void A_connection_is_unique() =>
        new SpecDriver().Allows(Two + """
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [1] setsockopt(4, SO_REUSEPORT, 1) = 0
            [1] bind(3, 10.0.0.1:53) = 0
            [1] bind(4, 10.0.0.1:53) = 0
            [1] connect(3, 10.0.0.9:9) = 0
            [1] connect(4, 10.0.0.9:9) = -1 EADDRINUSE
            [1] sendto(4, "a", 10.0.0.9:9) = -1 EADDRINUSE
            [1] connect(3, 10.0.0.9:9) = 0
            """);

    [Fact]
    public void Connecting_again_dissolves_the_old_association_even_if_it_fails() =>
        new SpecDriver().Allows(One + """
            [1] bind(3, 10.0.0.2:53) = 0
            [1] connect(3, 10.0.0.9:9) = 0
            [1] connect(3, 10.0.0.9:0) = -1 EADDRNOTAVAIL
            [1] getpeername(3) = -1 ENOTCONN
            [1] getsockname(3) = 0.0.0.0:53
            """);

    [Fact]
    public void Only_an_address_that_cannot_be_copied_dissolves_nothing() =>
        new SpecDriver().Allows(One + """
            [1] connect(3, 10.0.0.9:9) = 0
            [1] connect(3, 10.0.0.8:9, -1) = -1 ENAMETOOLONG
            [1] connect(3, 10.0.0.8:9, 256) = -1 ENAMETOOLONG
            [1] getpeername(3) = 10.0.0.9:9
            [1] connect(3, 10.0.0.8:9, 1) = -1 EINVAL
            [1] getpeername(3) = -1 ENOTCONN
            """);

    [Fact]
    public void Sendto_keeps_the_port_and_restores_the_address() =>
        new SpecDriver().Allows(Two + """
            [1] sendto(3, "a", 10.0.0.9:9) = 1 sent 10.0.0.1:2000 > 10.0.0.9:9
            [1] getsockname(3) = 0.0.0.0:2000
            [1] getpeername(3) = -1 ENOTCONN
            [1] bind(4, 10.0.0.2:53) = 0
            [1] sendto(4, "ab", 10.0.0.9:9) = 2 sent 10.0.0.2:53 > 10.0.0.9:9
            [1] getsockname(4) = 10.0.0.2:53
            """).By("S8.name-local");

    [Fact]
    public void A_destination_is_given_exactly_once() =>
        new SpecDriver().Allows(One + """
            [1] sendto(3, "a") = -1 EDESTADDRREQ
            [1] connect(3, 10.0.0.9:9) = 0
            [1] sendto(3, "a", 10.0.0.9:9) = -1 EISCONN
            [1] sendto(3, "a") = 1 sent 10.0.0.1:2000 > 10.0.0.9:9
            """).By("S11.send-connected");

    [Fact]
    public void A_denied_broadcast_keeps_the_port() =>
        new SpecDriver().Allows(One + """
            [1] sendto(3, "a", 10.0.0.255:9) = -1 EACCES
            [1] getsockname(3) = 0.0.0.0:2000
            """);

    [Fact]
    public void Without_an_outside_interface_there_is_no_route() =>
        new SpecDriver("if lo0 127.0.0.1/8\n").Allows(One + """
            [1] sendto(3, "a", 10.0.0.9:9) = -1 EHOSTUNREACH
            [1] sendto(3, "a", 255.255.255.255:9) = -1 EHOSTUNREACH
            """);

    [Fact]
    public void Without_addresses_nothing_can_be_bound_or_sent() =>
        new SpecDriver("").Allows(One + """
            [1] bind(3, 0.0.0.0:53) = -1 EADDRNOTAVAIL
            [1] connect(3, 10.0.0.9:9) = -1 EADDRNOTAVAIL
            [1] sendto(3, "a", 10.0.0.9:9) = -1 EADDRNOTAVAIL
            """).By("P5.no-addresses");

    [Fact]
    public void Datagrams_are_received_in_order_with_their_sender() =>
        new SpecDriver().Allows(Two + """
            [1] bind(3, 10.0.0.2:53) = 0
            [1] sendto(4, "a", 10.0.0.2:53) = 1 sent 10.0.0.2:2000 > 10.0.0.2:53 received by [1]3
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "b") = 0 received by [1]3
            """)
            .Forbids("""[1] recvfrom(3) = "b" from 10.0.0.9:9""")
            .Allows("""
            [1] recvfrom(3) = "a" from 10.0.0.2:2000
            [1] recvfrom(3) = "b" from 10.0.0.9:9
            [1] ioctl(3, FIONBIO, 1) = 0
            [1] recvfrom(3) = -1 EAGAIN
            """);

    [Fact]
    public void A_full_buffer_drops_silently() =>
        new SpecDriver(SpecDriver.Host + "tunable net.inet.udp.recvspace=34\n").Allows(Two + """
            [1] bind(3, 10.0.0.2:53) = 0
            [1] sendto(4, "a", 10.0.0.2:53) = 1 sent 10.0.0.2:2000 > 10.0.0.2:53 received by [1]3
            [1] sendto(4, "ab", 10.0.0.2:53) = 2 sent 10.0.0.2:2000 > 10.0.0.2:53
            """).By("S11.dropped")
            .Allows("""[1] sendto(4, "c", 10.0.0.2:53) = 1 sent 10.0.0.2:2000 > 10.0.0.2:53 received by [1]3""")
            .By("S11.queued");

    [Theory]
    [InlineData("sendto(3, \"b\")")]
    [InlineData("recvfrom(3)")]
    [InlineData("connect(3, 10.0.0.1:9)")]
    public void A_refused_datagram_is_reported_by_the_next_call_once(string next) =>
        new SpecDriver().Allows(One + """
            [1] connect(3, 10.0.0.1:53) = 0
            [1] sendto(3, "a") = 1 sent 10.0.0.1:2000 > 10.0.0.1:53
            """).By("S11.send-unreachable")
            .Allows($"""
            [1] {next} = -1 ECONNREFUSED
            [1] ioctl(3, FIONBIO, 1) = 0
            [1] recvfrom(3) = -1 EAGAIN
            """);

    [Fact]
    public void A_datagram_refused_after_sendto_is_not_reported() =>
        new SpecDriver().Allows(One + """
            [1] sendto(3, "a", 10.0.0.1:53) = 1 sent 10.0.0.1:2000 > 10.0.0.1:53
            [1] ioctl(3, FIONBIO, 1) = 0
            [1] recvfrom(3) = -1 EAGAIN
            """);

    [Fact]
    public void Streams_transfer_no_data_yet() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] sendto(3, "a", 10.0.0.1:9, 256) = -1 ENAMETOOLONG
            [1] sendto(3, "a") = -1 ENOTCONN
            [1] sendto(3, "a", 10.0.0.1:9, 1) = -1 EOPNOTSUPP
            [1] sendto(3, "a", 10.0.0.1:9) = -1 EOPNOTSUPP
            [1] recvfrom(3) = -1 EOPNOTSUPP
            """);
}
