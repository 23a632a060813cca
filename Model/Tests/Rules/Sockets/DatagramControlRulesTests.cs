using Shouldly;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>What control data a datagram brings.</summary>
[Trait("Requirement", "S12")]
public sealed class DatagramControlRulesTests
{
    private const string One = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 0.0.0.0:53) = 0

        """;

    private const string All = """
        [1] setsockopt(3, SO_TIMESTAMP, 1) = 0
        [1] setsockopt(3, IP_RECVDSTADDR, 1) = 0
        [1] setsockopt(3, IP_RECVIF, 1) = 0
        [1] setsockopt(3, IP_RECVOPTS, 1) = 0
        [1] setsockopt(3, IP_RECVRETOPTS, 1) = 0

        """;

    [Fact]
    public void The_order_is_fixed() =>
        Comes(
            new SpecDriver().Allows(One + All + """
            [wire] idle(1500) = 0
            [wire] idle(0) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "a") = 0 received by [1]3
            """).By("S12.time").By("S12.destination").By("S12.interface"),
            "SCM_TIMESTAMP 1.500000, IP_RECVDSTADDR 10.0.0.2, IP_RECVIF fxp0 2 6 00005e005302");

    [Theory]
    [InlineData("10.0.0.2", "IP_RECVIF lo0 1 24")]
    [InlineData("127.0.0.1", "IP_RECVIF lo0 1 24")]
    [InlineData("10.0.0.255", "IP_RECVIF fxp0 2 6 00005e005302")]
    [InlineData("255.255.255.255", "IP_RECVIF fxp0 2 6 00005e005302")]
    [InlineData("224.0.0.1", "IP_RECVIF fxp0 2 6 00005e005302")]
    public void From_this_host(string destination, string arrives)
    {
        SpecDriver driver = new SpecDriver().Allows(One + All + """
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(4, SO_BROADCAST, 1) = 0
            [1] bind(4, 10.0.0.1:9) = 0
            """).Allows($"""
            [1] sendto(4, "a", {destination}:53) = 1 sent 10.0.0.1:9 > {destination}:53 received by [1]3
            """);
        Comes(driver, $"SCM_TIMESTAMP 0.000000, IP_RECVDSTADDR {destination}, {arrives}");
    }

    [Fact]
    public void Without_a_route_past_the_interface_of_the_network() =>
        Comes(
            new SpecDriver().Allows(One + """
            [1] setsockopt(3, IP_RECVIF, 1) = 0
            [1] sendto(3, "a", MSG_DONTROUTE, 10.0.0.1:53) = 1 sent 10.0.0.1:53 > 10.0.0.1:53 received by [1]3
            """),
            "IP_RECVIF fxp0 2 6 00005e005302");

    [Fact]
    public void Without_a_loopback_interface_it_is_the_card_with_the_address() =>
        Comes(
            new SpecDriver("if fxp0 10.0.0.1/24\n").Allows(One + """
            [1] setsockopt(3, IP_RECVIF, 1) = 0
            [1] sendto(3, "a", 10.0.0.1:53) = 1 sent 10.0.0.1:53 > 10.0.0.1:53 received by [1]3
            """),
            "IP_RECVIF fxp0 1 6 00005e005301");

    [Fact]
    public void What_cannot_be_answered_arrives_on_the_first_card() =>
        Comes(
            new SpecDriver("if lo0 127.0.0.1/8\nif fxp0\n").Allows(One + """
            [1] setsockopt(3, IP_RECVIF, 1) = 0
            [wire] udp(10.0.0.9:9, 127.0.0.1:53, "a") = 0 received by [1]3
            """),
            "IP_RECVIF fxp0 2 6 00005e005302");

    [Fact]
    public void Each_receiver_gets_what_it_asked_for()
    {
        SpecDriver driver = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [1] setsockopt(4, SO_REUSEPORT, 1) = 0
            [1] bind(3, 0.0.0.0:53) = 0
            [1] bind(4, 0.0.0.0:53) = 0
            [1] setsockopt(3, IP_RECVDSTADDR, 1) = 0
            [1] setsockopt(4, SO_TIMESTAMP, 1) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]4 received by [1]3
            """);
        Comes(driver, "IP_RECVDSTADDR 10.0.0.255");
        Comes(driver, "SCM_TIMESTAMP 0.000000", 1);
    }

    [Fact]
    public void Control_data_counts_in_the_buffer() =>
        new SpecDriver().Allows(One + """
            [1] setsockopt(3, IP_RECVDSTADDR, 1) = 0
            [1] setsockopt(3, SO_RCVBUF, 33) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "ab") = 0
            """).By("S11.dropped").Allows("""
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "a") = 0 received by [1]3
            [1] ioctl(3, FIONREAD) = 33
            [1] recvfrom(3) = "a" from 10.0.0.9:9
            [1] ioctl(3, FIONREAD) = 0
            """);

    [Fact]
    public void The_seconds_have_32_bits()
    {
        SpecDriver driver = new SpecDriver().Allows(One + "[1] setsockopt(3, SO_TIMESTAMP, 1) = 0");
        for (int i = 0; i < 1000; i++)
        {
            driver.Allows("[wire] idle(2147483647) = 0").By("S12.idle");
        }

        driver.Allows("""[wire] udp(10.0.0.9:9, 10.0.0.2:53, "a") = 0 received by [1]3""");
        Inbox(driver).Control.Slice(12, 4).ToArray().ShouldBe(BitConverter.GetBytes(2_147_483_647));
        driver.Allows("""
            [wire] idle(1000) = 0
            [1] recvfrom(3) = "a" from 10.0.0.9:9
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "a") = 0 received by [1]3
            """);
        Inbox(driver).Control.Slice(12, 4).ToArray().ShouldBe(BitConverter.GetBytes(int.MinValue));
    }

    private static void Comes(SpecDriver driver, string control, int socket = 0) =>
        Inbox(driver, socket).Control.ShouldBe(
            TraceReader.Read($"[1] recvmsg(3, [9], 99) = \"a\" from 10.0.0.9:9 control [{control}]\n", "control")
                .Steps[0].Stated!.Control!.Value);

    private static Datagram Inbox(SpecDriver driver, int socket = 0) =>
        driver.State.Sockets[socket].Inbox.ShouldHaveSingleItem();
}
