using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

[Trait("Requirement", "S11")]
public sealed class UdpCountRulesTests
{
    private const string Bound = """
        [1] fork() = 2
        [2] jail("/", "a", 10.0.0.2) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0

        """;

    [Theory]
    [InlineData("192.0.2.7:9000", "\"hello\", 0xcc9c", true)]
    [InlineData("192.0.2.7:9000", "\"hello\", 0x0000", true)]
    [InlineData("192.0.2.7:9000", "\"hello\", 0xcc9d", false)]
    [InlineData("192.0.2.7:9000", "\"hello\", 0xffff", false)]
    [InlineData("192.0.2.7:13217", "\"\", 0xffff", true)]
    [InlineData("192.0.2.7:13217", "\"\", 0xfffe", false)]
    public void A_wrong_checksum_is_dropped(string source, string datagram, bool isWhole) =>
        new SpecDriver().Allows(Bound + $"""
            [wire] udp({source}, 10.0.0.1:53, {datagram}) = 0 received by {(isWhole ? "[1]3" : "nobody")}
            [1] sysctl("net.inet.udp.stats") = "ipackets 1{(isWhole ? "" : ", badsum 1")}"
            """).By("S11.counters");

    [Theory]
    [InlineData("[wire] udp(192.0.2.7:9, 10.0.0.1:54, \"a\", 0x0001) = 0 received by nobody", "ipackets 1, badsum 1")]
    [InlineData("[wire] udp(192.0.2.7:9, 10.0.0.1:54, \"a\") = -1 ECONNREFUSED", "ipackets 1, noport 1")]
    [InlineData("[wire] udp(10.0.0.9:9, 10.0.0.255:54, \"a\") = 0 received by nobody", "ipackets 1, noportbcast 1")]
    [InlineData("[wire] udp(10.0.0.9:9, 10.0.0.9:54, \"a\", 0x0001) = -1 EHOSTUNREACH", "")]
    [InlineData("[wire] udp(10.0.0.9:9, 10.0.0.0:54, \"a\", 0x0001) = 0 received by nobody", "")]
    [InlineData("[1] sendto(3, \"a\", 10.0.0.9:0) = -1 EADDRNOTAVAIL", "")]
    [InlineData("[1] sendto(3, \"a\", 10.0.0.255:9) = -1 EACCES", "opackets 1")]
    [InlineData("[1] sendto(3, \"a\", 10.0.0.2:9) = 1 sent 10.0.0.1:53 > 10.0.0.2:9 received by nobody",
        "ipackets 1, noport 1, opackets 1")]
    public void What_becomes_of_a_datagram_is_counted(string line, string counters) =>
        new SpecDriver().Allows(Bound + line + $"""

            [1] sysctl("4.2.17.2") = "{counters}"
            [1] sysctl("net.inet.udp.stats", 0) = -1 EPERM
            [2] sysctl("net.inet.udp.stats") = "{counters}"
            """);
}
