using Shouldly;
using Verify.Model.Judging;
using Xunit;
using static Verify.Model.Tests.Judging.JudgeDriver;

namespace Verify.Model.Tests.Judging;

/// <summary>Ports that a call has chosen and that the trace states later, or never.</summary>
[Trait("Requirement", "P3")]
public sealed class UnknownPortTests
{
    private const string Bound = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 0.0.0.0:0) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4

        """;

    [Theory]
    [InlineData("[1] getsockname(3) = 0.0.0.0:1024", "+")]
    [InlineData("[1] getsockname(3) = 0.0.0.0:4999", "+")]
    [InlineData("[1] getsockname(3) = 0.0.0.0:5001", "-")]
    [InlineData("[1] sendto(3, \"a\", 192.0.2.1:9) = 1 sent 10.0.0.1:3000 > 192.0.2.1:9", "+")]
    [InlineData("[1] sendto(3, \"a\", 10.0.0.1:9) = 1", "+")]
    public void The_port_is_any_of_the_range(string line, string sign) =>
        Signs(Host + Bound + line, Unknowns.Ports).ShouldBe("+++" + sign);

    [Theory]
    [InlineData("[1] getsockname(3) = 0.0.0.0:3000\n[1] getsockname(3) = 0.0.0.0:3001", "+-")]
    [InlineData("[1] bind(4, 0.0.0.0:3000) = 0\n[1] getsockname(3) = 0.0.0.0:3000", "+-")]
    [InlineData("[1] bind(4, 0.0.0.0:3000) = 0\n[1] getsockname(3) = 0.0.0.0:3001", "++")]
    [InlineData("[1] bind(4, 0.0.0.0:3000) = -1 EADDRINUSE\n[1] getsockname(3) = 0.0.0.0:3000", "++")]
    [InlineData("[1] bind(4, 0.0.0.0:3000) = -1 EADDRINUSE\n[1] getsockname(3) = 0.0.0.0:3001", "+-")]
    [InlineData(
        "[1] bind(4, 0.0.0.0:3000)\n[1] getsockname(3) = 0.0.0.0:3000\n[1] getsockname(4) = 0.0.0.0:3000",
        ".+-")]
    [InlineData("[1] bind(4, 0.0.0.0:3000)\n[1] getsockname(3) = 0.0.0.0:3000\n[1] getsockname(4) = 0.0.0.0:0", ".++")]
    [InlineData("[1] bind(4, 0.0.0.0:5001) = -1 EADDRINUSE", "-")]
    [InlineData(
        "[wire] udp(192.0.2.1:9, 10.0.0.1:3000, \"a\") = 0 received by [1]3\n[1] getsockname(3) = 0.0.0.0:3001",
        "+-")]
    [InlineData(
        "[wire] udp(192.0.2.1:9, 10.0.0.1:3000, \"a\") = -1 ECONNREFUSED\n[1] getsockname(3) = 0.0.0.0:3000",
        "+-")]
    [InlineData(
        "[wire] udp(192.0.2.1:9, 10.0.0.1:3000, \"a\")\n[1] recvfrom(3) = \"a\"\n[1] getsockname(3) = 0.0.0.0:3000",
        ".++")]
    public void The_first_line_that_tells_the_port_decides(string lines, string signs) =>
        Signs(Host + Bound + lines, Unknowns.Ports)[3..].ShouldBe(signs);

    [Theory]
    [InlineData("3000", "3001", '+')]
    [InlineData("3000", "3002", '-')]
    [InlineData("5000", "1024", '+')]
    public void Once_a_port_is_known_the_next_one_follows(string first, string second, char sign) =>
        Signs(
            Host + Bound + $"""
            [1] getsockname(3) = 0.0.0.0:{first}
            [1] bind(4, 0.0.0.0:0) = 0
            [1] getsockname(4) = 0.0.0.0:{second}
            """,
            Unknowns.Ports)[^1].ShouldBe(sign);

    [Fact]
    public void Two_sockets_do_not_have_the_same_port()
    {
        const string Two = Host + Bound + "[1] bind(4, 0.0.0.0:0) = 0\n[1] getsockname(4) = 0.0.0.0:3000\n";

        Signs(Two + "[1] getsockname(3) = 0.0.0.0:3000", Unknowns.Ports)[^1].ShouldBe('-');
        Signs(Two + "[1] getsockname(3) = 0.0.0.0:4000", Unknowns.Ports)[^1].ShouldBe('+');
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2", "2000", "2000", '+')]
    [InlineData("10.0.0.1", "0.0.0.0", "2000", "2000", '-')]
    [InlineData("10.0.0.1", "10.0.0.1", "2002", "2000", '+')]
    public void In_a_small_range_every_choice_is_tried(
        string one, string other, string first, string second, char sign) =>
        Signs(
            ThreePorts + $"""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, {one}:0) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] bind(4, {other}:0) = 0
            [1] getsockname(3) = {one}:{first}
            [1] getsockname(4) = {other}:{second}
            """,
            Unknowns.Ports)[^1].ShouldBe(sign);

    [Theory]
    [InlineData("2000", '+')]
    [InlineData("2001", '+')]
    [InlineData("2002", '+')]
    public void A_range_is_exhausted_whichever_ports_are_used(string last, char sign)
    {
        string sockets = string.Concat(Enumerable.Range(3, 4).Select(fd =>
            $"[1] socket(AF_INET, SOCK_DGRAM, 0) = {fd}\n"
            + $"[1] bind({fd}, 0.0.0.0:0) = {(fd == 6 ? "-1 EAGAIN" : "0")}\n"));

        Signs(ThreePorts + sockets + $"[1] getsockname(5) = 0.0.0.0:{last}", Unknowns.Ports)
            .ShouldBe("++++++++" + sign);
        Signs(ThreePorts + sockets.Replace("-1 EAGAIN", "0", StringComparison.Ordinal), Unknowns.Ports)[^1]
            .ShouldBe('-');
    }

    [Fact]
    public void Both_ends_of_a_connection_tell_the_port()
    {
        const string Connected = Host + """
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 5) = 0
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] connect(4, 10.0.0.1:80) = 0

            """;

        Signs(Connected + "[1] accept(3) = 5 from 10.0.0.1:3000\n[1] getsockname(4) = 10.0.0.1:3000", Unknowns.Ports)
            .ShouldBe("+++++++");
        Signs(Connected + "[1] accept(3) = 5 from 10.0.0.1:3000\n[1] getsockname(4) = 10.0.0.1:3001", Unknowns.Ports)
            .ShouldBe("++++++-");
        Signs(Connected + "[1] accept(3) = 5\n[1] getpeername(5) = 10.0.0.1:80", Unknowns.Ports).ShouldBe("++++++-");
    }

    [Fact]
    public void A_listing_tells_the_port_also_if_it_has_another_number_of_digits()
    {
        const string Listed = Host + """
            sysctl net.inet.ip.portrange.last=65535
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:0) = 0
            [1] sysctl("net.inet.udp.pcblist") = "10.0.0.1:20000 0.0.0.0:0"

            """;

        Signs(Listed + "[1] getsockname(3) = 10.0.0.1:20000", Unknowns.Ports).ShouldBe("++++");
        Signs(Listed + "[1] getsockname(3) = 10.0.0.1:20001", Unknowns.Ports).ShouldBe("+++-");
    }
}
