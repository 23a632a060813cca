using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Raw packets: where they go, and which sockets receive them.</summary>
[Trait("Requirement", "S11")]
public sealed class RawDeliveryRulesTests
{
    /// <summary>3 and 5 want protocol 253, 4 every one.</summary>
    private const string Three = """
        [1] socket(AF_INET, SOCK_RAW, 253) = 3
        [1] socket(AF_INET, SOCK_RAW, 0) = 4
        [1] socket(AF_INET, SOCK_RAW, 253) = 5

        """;

    [Fact]
    public void Every_socket_that_matches_receives_the_newest_first() =>
        new SpecDriver().Allows(Three + """
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "x") = 0 received by [1]5 received by [1]4 received by [1]3
            [wire] ip(10.0.0.9, 10.0.0.1, 252, "x") = 0 received by [1]4
            [1] bind(3, 10.0.0.2:0) = 0
            [1] bind(5, 10.0.0.1:0) = 0
            [1] connect(4, 10.0.0.8:0) = 0
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "x") = 0 received by [1]5
            [wire] ip(10.0.0.8, 10.0.0.2, 253, "x") = 0 received by [1]4 received by [1]3
            """).By("S11.raw-receive").Allows("""
            [wire] ip(10.0.0.9, 10.0.0.3, 253, "x") = 0
            """).By("S11.raw-nobody");

    [Fact]
    public void A_full_buffer_takes_nothing() =>
        new SpecDriver().Allows(Three + """
            [1] setsockopt(4, SO_RCVBUF, 36) = 0
            [1] setsockopt(5, SO_RCVBUF, 37) = 0
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "x") = 0 received by [1]5 received by [1]3
            """).By("S11.raw-dropped").Allows("""
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "x") = 0 received by [1]3
            [1] ioctl(5, FIONREAD) = 37
            """);

    [Theory]
    [InlineData("10.0.0.255", true, "S11.raw-receive")]
    [InlineData("10.255.255.255", true, "S11.raw-receive")]
    [InlineData("255.255.255.255", true, "S11.raw-receive")]
    [InlineData("0.0.0.0", true, "S11.raw-receive")]
    [InlineData("224.0.0.1", true, "S11.raw-receive")]
    [InlineData("224.0.0.9", false, "S11.not-member")]
    [InlineData("10.0.0.0", false, "S11.not-taken")]
    [InlineData("10.0.0.9", false, "S11.raw-elsewhere")]
    public void From_the_wire_to_many_and_to_others(string destination, bool arrives, string rule) =>
        new SpecDriver().Allows(Three + "[1] bind(3, 10.0.0.1:0) = 0\n" + $"""
            [wire] ip(10.0.0.9, {destination}, 253, "x") = 0{(arrives ? " received by [1]5 received by [1]4" : "")}
            """).By(rule);

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.9")]
    [InlineData("224.0.0.1")]
    public void Impossible_sources_are_dropped(string source) =>
        new SpecDriver().Allows(Three + $"""
            [wire] ip({source}, 10.0.0.1, 253, "x") = 0
            """).By("S11.wire-source");

    [Fact]
    public void Protocols_that_nobody_receives() =>
        new SpecDriver().Allows(Three + """
            [wire] ip(10.0.0.9, 10.0.0.1, 46, "x") = 0
            """).By("S11.raw-rsvp").Allows("""
            [wire] ip(10.0.0.9, 10.0.0.1, 253, ""..., 65516) = 0
            """).By("S11.raw-no-packet");

    [Theory]
    [Trait("Requirement", "G1")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(17)]
    public void The_hosts_own_protocols_are_not_spoken_by_hand(int protocol) =>
        new SpecDriver().Allows(Three + $"""
            [1] socket(AF_INET, SOCK_RAW, {protocol}) = 6
            [1] sendto(6, "x", 10.0.0.1:0) = 1 sent 10.0.0.1 > 10.0.0.1 protocol {protocol}
            """).By("S11.raw-own-protocols").Allows($"""
            [1] sendto(6, "x", 10.0.0.255:0) = 1 sent 10.0.0.1 > 10.0.0.255 protocol {protocol}
            """).By("S11.raw-own-protocols").Allows($"""
            [1] sendto(6, "x", 10.0.0.9:0) = 1 sent 10.0.0.1 > 10.0.0.9 protocol {protocol}
            """).By("S11.raw-wire");

    [Fact]
    public void Datagrams_and_raw_packets_keep_apart() =>
        new SpecDriver().Allows(Three + """
            [1] socket(AF_INET, SOCK_RAW, 17) = 6
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 7
            [1] bind(7, 0.0.0.0:53) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "x") = 0 received by [1]7
            [wire] ip(10.0.0.9, 10.0.0.1, 253, "x") = 0 received by [1]5 received by [1]4 received by [1]3
            """);

    [Theory]
    [InlineData("10.0.0.2:0", "10.0.0.2 > 10.0.0.2", "[1]5 [1]4 [1]3", "S11.raw-receive")]
    [InlineData("127.0.0.1:53", "127.0.0.1 > 127.0.0.1", "[1]5 [1]4 [1]3", "S11.raw-receive")]
    [InlineData("10.0.0.255:0", "10.0.0.1 > 10.0.0.255", "[1]5 [1]4 [1]3", "S11.raw-broadcast")]
    [InlineData("10.0.0.0:0", "10.0.0.1 > 10.0.0.0", "", "S11.not-taken")]
    [InlineData("255.255.255.255:0", "10.0.0.1 > 255.255.255.255", "[1]5 [1]4 [1]3", "S11.raw-broadcast")]
    [InlineData("0.0.0.0:0", "10.0.0.1 > 0.0.0.0", "[1]5 [1]4 [1]3", "S11.raw-broadcast")]
    [InlineData("192.0.2.7:0", "10.0.0.1 > 192.0.2.7", "", "S11.raw-wire")]
    [InlineData("224.0.0.1:0", "10.0.0.1 > 224.0.0.1", "[1]5 [1]4 [1]3", "S11.multicast-returns")]
    [InlineData("224.0.0.9:0", "10.0.0.1 > 224.0.0.9", "", "S11.multicast-not-returned")]
    [InlineData("10.0.0.9:0, 8", "10.0.0.1 > 10.0.0.9", "", "S11.raw-sends")]
    public void Sent_to(string address, string sent, string receivers, string rule) =>
        new SpecDriver().Allows(Three + $"""
            [1] sendto(3, "x", {address}) = 1 sent {sent} protocol 253{Received(receivers)}
            """).By(rule).By("S11.raw-source");

    [Fact]
    public void A_bound_socket_sends_from_its_address() =>
        new SpecDriver().Allows(Three + """
            [1] bind(3, 10.0.0.2:0) = 0
            [1] connect(3, 192.0.2.7:0) = 0
            [1] write(3, "x") = 1 sent 10.0.0.2 > 192.0.2.7 protocol 253
            """).NotBy("S11.raw-source").Allows("""
            [1] connect(3, AF_UNSPEC) = -1 EAFNOSUPPORT
            [1] write(3, "x") = -1 EDESTADDRREQ
            """).By("S11.raw-send-nowhere").Allows("""
            [1] sendto(3, "x", 10.0.0.9:0, 7) = -1 EINVAL
            """).By("S11.raw-send-short");

    [Fact]
    public void Control_data_means_nothing() =>
        new SpecDriver().Allows(Three + """
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 3], 10.0.0.9:0) = 1 sent 10.0.0.1 > 10.0.0.9 protocol 253
            """).By("S11.raw-control");

    [Fact]
    public void Control_data_comes_with_packets() =>
        new SpecDriver().Allows(Three + """
            [1] setsockopt(4, IP_RECVDSTADDR, 1) = 0
            [1] setsockopt(4, IP_RECVIF, 1) = 0
            [wire] ip(10.0.0.9, 10.0.0.1, 252, "") = 0 received by [1]4
            """).By("S12.destination").By("S12.interface");

    [Fact]
    public void Past_the_routes() =>
        new SpecDriver().Allows(Three + """
            [1] setsockopt(3, SO_DONTROUTE, 1) = 0
            [1] sendto(3, "x", 192.0.2.7:0) = -1 ENETUNREACH
            [1] sendto(3, "x", 224.0.0.1:0) = -1 ENETUNREACH
            [1] sendto(3, "x", 255.255.255.255:0) = -1 ENETUNREACH
            [1] sendto(3, "x", 127.0.0.9:0) = 1 sent 127.0.0.1 > 127.0.0.9 protocol 253
            """).By("S7.dont-route-lost");

    [Fact]
    public void A_loopback_interface_has_no_broadcast() =>
        new SpecDriver("if lo0 127.0.0.1/8\n").Allows(Three + """
            [1] socket(AF_ROUTE, SOCK_RAW, 0) = 6
            [1] write(6, route [RTM_ADD dst 0.0.0.0 gateway 127.0.0.1 netmask /0]) = 128 received by [1]6
            [1] sendto(3, "x", 255.255.255.255:0) = -1 EADDRNOTAVAIL
            """).By("S11.no-broadcast");

    [Fact]
    public void A_group_over_a_chosen_interface() =>
        new SpecDriver().Allows(Three + """
            [1] setsockopt(3, IP_MULTICAST_IF, 127.0.0.1) = 0
            [1] sendto(3, "x", 224.0.0.1:0) = 1 received by [1]5 received by [1]4 received by [1]3
            """).By("S11.multicast-stays").Allows("""
            [1] setsockopt(5, IP_ADD_MEMBERSHIP, 224.0.0.9, 127.0.0.1) = 0
            [1] bind(4, 10.0.0.1:0) = 0
            [1] sendto(3, "x", 224.0.0.9:0) = 1 received by [1]5 received by [1]3
            [1] setsockopt(3, IP_MULTICAST_LOOP, 0) = 0
            [1] sendto(3, "x", 224.0.0.9:0) = 1
            """).By("S11.multicast-not-returned");

    private static string Received(string receivers) =>
        string.Concat(receivers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => $" received by {one}"));
}
