using Shouldly;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Tests.Rules.Sleeping;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Raw IPv4 sockets: creation, addresses, options and variables.</summary>
[Trait("Requirement", "S11")]
public sealed class RawRulesTests
{
    private const string One = "[1] socket(AF_INET, SOCK_RAW, 253) = 3\n";

    [Fact]
    public void A_new_socket_has_no_addresses_and_is_listed()
    {
        State state = new SpecDriver().Allows(One + """
            [1] getsockname(3) = 0.0.0.0:0
            [1] getpeername(3) = -1 ENOTCONN
            [1] getsockopt(3, SO_TYPE) = 3
            [1] getsockopt(3, SO_SNDBUF) = 8192
            [1] getsockopt(3, SO_RCVBUF) = 8192
            [1] getsockopt(3, SO_SNDLOWAT) = 2048
            """).State;
        var entries = new SocketEntry[2];
        state.Sockstat(entries).ShouldBe(1);
        entries[0].ShouldBe(
            new SocketEntry(1, 3, (Protocol)253, Endpoint.None, Endpoint.None, null) { IsRaw = true });
    }

    [Fact]
    public void Buffers_have_the_sizes_of_the_variables() =>
        new SpecDriver().Allows("""
            [1] sysctl("net.inet.raw.maxdgram") = 8192
            [1] sysctl("4.2.255.101") = 8192
            [1] sysctl("net.inet.raw.maxdgram", 9) = 0
            """).By("S11.raw-space").Allows("""
            [1] sysctl("4.2.255.101", 0) = 0
            """ + "\n" + One + """
            [1] getsockopt(3, SO_SNDBUF) = 9
            [1] getsockopt(3, SO_SNDLOWAT) = 9
            [1] getsockopt(3, SO_RCVBUF) = 0
            [1] getsockopt(3, SO_RCVLOWAT) = 1
            [1] sysctl("net.inet.raw.recvspace") = 0
            """);

    [Theory]
    [InlineData("maxdgram", -2)]
    [InlineData("maxdgram", 246724)]
    [InlineData("recvspace", 246724)]
    public void Too_large_buffers_prevent_sockets(string variable, int size) =>
        new SpecDriver().Allows($"""
            [1] sysctl("net.inet.raw.{variable}", {size}) = 0
            [1] sysctl("net.inet.raw.{variable}") = {size}
            [1] socket(AF_INET, SOCK_RAW, 253) = -1 ENOBUFS
            """).By("S11.raw-no-space").Allows("""
            [1] socketpair(AF_INET, SOCK_RAW, 253) = -1 ENOBUFS
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] seteuid(5) = 0
            [1] socket(AF_INET, SOCK_RAW, 253) = -1 EPERM
            """);

    [Fact]
    public void Only_the_hosts_superuser_writes_the_variables() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses).Allows("""
            [2] sysctl("net.inet.raw.maxdgram", 9) = -1 EPERM
            [3] sysctl("net.inet.raw.recvspace", 9) = -1 EPERM
            [4] sysctl("net.inet.raw.recvspace") = 8192
            [1] sysctl("net.inet.raw.recvspace", "9") = -1 EINVAL
            [1] sysctl("net.inet.raw") = -1 EISDIR
            """);

    [Fact]
    public void A_socket_is_bound_again_and_again() =>
        new SpecDriver().Allows(One + """
            [1] bind(3, 10.0.0.1:0) = 0
            [1] getsockname(3) = 10.0.0.1:0
            [1] bind(3, 10.0.0.255:0) = 0
            [1] getsockname(3) = 10.0.0.255:0
            [1] bind(3, 0.0.0.0:53) = 0
            """).By("S11.raw-binds").Allows("""
            [1] getsockname(3) = 0.0.0.0:0
            """);

    [Theory]
    [InlineData("10.0.0.1:0, 15", "EINVAL", "S11.raw-length")]
    [InlineData("10.0.0.9:0", "EADDRNOTAVAIL", "S11.raw-bind-foreign")]
    [InlineData("224.0.0.1:0", "EADDRNOTAVAIL", "S11.raw-bind-foreign")]
    [InlineData("10.0.0.1:53", "EADDRNOTAVAIL", "S11.raw-bind-port")]
    [InlineData("AF_UNSPEC", "EADDRNOTAVAIL", "S11.raw-bind-family")]
    [InlineData("10.0.0.1:0, 256", "ENAMETOOLONG", "P5.address-long")]
    public void Addresses_that_are_not_bound(string address, string error, string rule) =>
        new SpecDriver().Allows(One + $"[1] bind(3, {address}) = -1 {error}").By(rule).Allows("""
            [1] getsockname(3) = 0.0.0.0:0
            """);

    [Fact]
    public void Another_user_binds_beside_UDP_and_any_port_of_no_address() =>
        new SpecDriver().Allows(One + """
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] bind(4, 10.0.0.1:53) = 0
            [1] setuid(5) = 0
            [1] bind(3, 10.0.0.1:0) = 0
            [1] bind(3, 0.0.0.0:53) = 0
            """).By("S11.raw-binds");

    [Fact]
    public void Without_an_interface_no_address_is_taken() =>
        new SpecDriver("").Allows(One + """
            [1] bind(3, 0.0.0.0:0) = -1 EADDRNOTAVAIL
            [1] connect(3, AF_UNSPEC) = -1 EADDRNOTAVAIL
            """).By("S11.raw-no-interfaces");

    [Fact]
    public void An_interface_without_addresses_is_enough() =>
        new SpecDriver("if fxp0\n").Allows(One + """
            [1] bind(3, 0.0.0.0:0) = 0
            [1] connect(3, 10.0.0.9:0) = 0
            [1] sendto(3, "x") = -1 EHOSTUNREACH
            [1] sendto(3, "x", MSG_DONTROUTE) = -1 ENETUNREACH
            """);

    [Fact]
    [Trait("Requirement", "G7")]
    public void Connecting_again_dissolves_first() =>
        new SpecDriver().Allows(One + """
            [1] bind(3, 10.0.0.2:0) = 0
            [1] connect(3, 192.0.2.7:53) = 0
            """).By("S11.raw-connects").Allows("""
            [1] getpeername(3) = 192.0.2.7:0
            [1] connect(3, 192.0.2.8:0) = 0
            """).By("S11.raw-reconnects").Allows("""
            [1] getpeername(3) = 192.0.2.8:0
            [1] connect(3, AF_UNSPEC) = -1 EAFNOSUPPORT
            """).By("S11.raw-connect-family").Allows("""
            [1] getpeername(3) = -1 ENOTCONN
            [1] getsockname(3) = 10.0.0.2:0
            [1] connect(3, 192.0.2.8:0, 15) = -1 EINVAL
            """).By("S11.raw-length").NotBy("S11.raw-reconnects");

    [Fact]
    public void Nobody_is_a_peer_too() =>
        new SpecDriver().Allows(One + """
            [1] connect(3, 0.0.0.0:0) = 0
            [1] getpeername(3) = 0.0.0.0:0
            [wire] ip(192.0.2.7, 10.0.0.1, 253, "x") = 0 received by [1]3
            [1] sendto(3, "x", 10.0.0.9:0) = -1 EISCONN
            """).By("S11.raw-send-connected-to");

    [Fact]
    public void A_receiver_is_woken_by_connect_for_nothing() =>
        SleepDriver.Later().Allows(One + """
            [1] fork() = 2
            [2] recvfrom(3 <unfinished ...>
            [1] connect(3, 10.0.0.9:0) = 0
            [2] <... recvfrom resumed> <unfinished ...>
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "") = 0 received by [1]3
            """).By("S11.raw-receive");

    [Fact]
    public void Listening_is_for_streams() =>
        new SpecDriver().Allows(One + """
            [1] listen(3, 1) = -1 EOPNOTSUPP
            """).By("S11.raw-listen").Allows("""
            [1] accept(3) = -1 EINVAL
            [1] recvfrom(3, 9, MSG_OOB) = -1 EOPNOTSUPP
            """).By("S11.receive-urgent");

    [Fact]
    public void Shutting_down_ends_each_direction() =>
        new SpecDriver().Allows(One + """
            [1] shutdown(3, SHUT_WR) = 0
            [1] sendto(3, "x", 10.0.0.9:0) = -1 EPIPE
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "") = 0 received by [1]3
            [1] shutdown(3, SHUT_RD) = 0
            [1] recvfrom(3) = ""
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "") = 0
            """).By("S11.raw-dropped");

    [Fact]
    public void Options_of_IP() =>
        new SpecDriver().Allows(One + """
            [1] getsockopt(3, IP_HDRINCL) = 0
            [1] setsockopt(3, IP_HDRINCL, -1) = 0
            """).By("S11.raw-option").Allows("""
            [1] getsockopt(3, IP_HDRINCL) = 8
            """).By("S11.raw-option-read").Allows("""
            [1] setsockopt(3, IP_HDRINCL, 0, 1) = 0
            [1] getsockopt(3, IP_HDRINCL) = 0
            [1] getsockopt(3, IP_TTL) = 0
            """).By("S11.raw-ttl").Allows("""
            [1] setsockopt(3, IP_TTL, 9) = 0
            [1] getsockopt(3, IP_TTL) = 9
            [1] setsockopt(3, IP_PORTRANGE, 1) = 0
            [1] setsockopt(3, IP_MULTICAST_TTL, 9) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(4, IP_HDRINCL, 1) = -1 ENOPROTOOPT
            [1] getsockopt(4, IP_HDRINCL) = -1 ENOPROTOOPT
            """).By("S7.option-unknown");

    [Theory]
    [InlineData("[1] setsockopt(3, IP_HDRINCL, 1) = 0", "")]
    [InlineData("[1] connect(3, 0.0.0.0:0) = 0", "")]
    [InlineData("[1] sysctl(\"net.inet.raw.maxdgram\", 9) = 0", "[1] sysctl(\"net.inet.raw.recvspace\", 9) = 0")]
    [InlineData("[1] socket(AF_INET, SOCK_RAW, 0) = 4", "[1] socket(AF_INET, SOCK_RAW, 252) = 4")]
    [InlineData(
        "[1] socket(AF_INET, SOCK_RAW, 253) = 4",
        "[1] dup(3) = 4\n[1] close(3) = 0\n[1] socket(AF_INET, SOCK_RAW, 253) = 3")]
    public void Different_states(string one, string other) => Digest(one).ShouldNotBe(Digest(other));

    [Theory]
    [InlineData("[1] connect(3, 0.0.0.0:0) = 0\n[1] connect(3, AF_UNSPEC) = -1 EAFNOSUPPORT", "")]
    [InlineData("[1] socket(AF_INET, SOCK_RAW, 0) = 4", "[1] socket(AF_INET, SOCK_RAW, 256) = 4")]
    public void Equal_states(string one, string other) => Digest(one).ShouldBe(Digest(other));

    private static UInt128 Digest(string lines)
    {
        var hash = new StateHash();
        new SpecDriver().Allows(One + lines).State.AddTo(ref hash);
        return hash.Digest;
    }
}
