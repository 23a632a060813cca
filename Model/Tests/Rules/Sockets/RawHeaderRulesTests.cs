using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Headers of raw packets: what a receiver sees of them, and those that a process makes itself.</summary>
[Trait("Requirement", "S11")]
public sealed class RawHeaderRulesTests
{
    private const string Own = """
        [1] socket(AF_INET, SOCK_RAW, 253) = 3
        [1] setsockopt(3, IP_HDRINCL, 1) = 0

        """;

    [Fact]
    public void From_the_wire() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_RAW, 253) = 3
            [wire] ip(192.0.2.7, 10.0.0.1, 253, "data") = 0 received by [1]3
            """).By("S11.raw-form").Allows("""
            [1] recvfrom(3) = "E\x00\x04\x00\x00\x00\x00\x00@\xfd\xad\xe1\xc0\x00\x02\x07\x0a\x00\x00\x01data" from 192.0.2.7:0
            """);

    [Theory]
    [InlineData("x\", 10.0.0.1:0", "10.0.0.1", @"E\x00\x01\x00\x00\x00\x00\x00\xff\xfd\xa6\xea\x0a\x00\x00\x01\x0a\x00\x00\x01x")]
    [InlineData("x\", MSG_DONTROUTE, 10.0.0.1:0", "10.0.0.1", @"E\x00\x01\x00\x00\x00\x00\x00\x01\xfd\xa4\xeb\x0a\x00\x00\x01\x0a\x00\x00\x01x")]
    [InlineData("x\", 224.0.0.1:0", "224.0.0.1", @"E\x00\x01\x00\x00\x00\x00\x00\x07\xfd\xc8\xea\x0a\x00\x00\x01\xe0\x00\x00\x01x")]
    [InlineData("x\", 10.0.0.255:0", "10.0.0.255", @"E\x00\x01\x00\x00\x00\x00\x00\xff\xfd\xa5\xec\x0a\x00\x00\x01\x0a\x00\x00\xffx")]
    public void Made_by_the_host(string arguments, string destination, string received) =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_RAW, 253) = 3
            [1] setsockopt(3, IP_MULTICAST_TTL, 7) = 0
            [1] setsockopt(3, IP_TTL, 9) = 0
            [1] setsockopt(3, IP_TOS, 9) = 0
            """).Allows($"""
            [1] sendto(3, "{arguments}) = 1 sent 10.0.0.1 > {destination} protocol 253 received by [1]3
            """).By("S11.raw-header-made").By("S11.raw-unnumbered").Allows($"""
            [1] recvfrom(3) = "{received}" from 10.0.0.1:0
            """);

    /// <summary>Source and destination, what is sent and what is received.</summary>
    [Theory]
    [InlineData("10.0.0.1", @"E\x10\x17\x00\x124\x00@\x09\xfd\x00\x00\x00\x00\x00\x00\x0a\x00\x00\x01xyz", 23,
        @"E\x10\x03\x004\x12\x00@\x09\xfdJ\xa5\x0a\x00\x00\x01\x0a\x00\x00\x01xyz")]
    [InlineData("192.0.2.9", @"E\x00\x15\x00\x00\x00\x00\xc0\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", 21,
        @"E\x00\x01\x00\x00\x00\x00\x00\x09\xfd$\xe2\xc0\x00\x02\x09\x0a\x00\x00\x01x")]
    [InlineData("192.0.2.9", @"E\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01xyz", 23,
        @"E\x00\x01\x00\x00\x00\x00\x00\x09\xfd\xe4\xe2\xc0\x00\x02\x09\x0a\x00\x00\x01x")]
    [InlineData("192.0.2.9", @"G\x00\x1d\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01\x01\x82\x02\x01\x00\xff\xff\xffx", 29,
        @"G\x00\x01\x00\x00\x00\x00\x00\x09\xfd\xdeX\xc0\x00\x02\x09\x0a\x00\x00\x01\x01\x82\x02\x01\x00\xff\xff\xffx")]
    [InlineData("192.0.2.9", @"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01\x01\x01\x01\x82\x01", 25,
        @"F\x00\x01\x00\x00\x00\x00\x00\x09\xfd\xe1[\xc0\x00\x02\x09\x0a\x00\x00\x01\x01\x01\x01\x82\x01")]
    public void Made_by_a_process(string source, string header, int length, string received) =>
        new SpecDriver().Allows(Own + $"""
            [1] sendto(3, "{header}", 10.0.0.9:0) = {length} sent {source} > 10.0.0.1 protocol 253 received by [1]3
            """).By("S11.raw-header-taken").Allows($"""
            [1] recvfrom(3) = "{received}" from {source}:0
            """);

    [Theory]
    [InlineData(@"E\x00\x15\x00\x00\x00\x01\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", "S11.raw-fragment")]
    [InlineData(@"E\x00\x15\x00\x00\x00\x00 \x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", "S11.raw-fragment")]
    [InlineData(@"U\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", "S11.raw-malformed")]
    [InlineData(@"D\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", "S11.raw-malformed")]
    [InlineData(@"@\x00\x00\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", "S11.raw-malformed")]
    [InlineData(@"G\x00\x1d\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01\x83\x07\x04\x0a\x00\x00\x01\x00x", "S11.raw-options-bad")]
    [InlineData(@"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01\x82\x00\x00\x00x", "S11.raw-options-bad")]
    [InlineData(@"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01\x82\x05\x00\x00x", "S11.raw-options-bad")]
    [InlineData(@"G\x00\x1d\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01\x07\x07\x04\x00\x00\x00\x00\x00x", "S11.raw-options-written")]
    [InlineData(@"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01D\x04\x05\x00x", "S11.raw-options-written")]
    public void Not_taken_in(string header, string rule)
    {
        // The length of what a C string denotes: each escape is four characters.
        int length = header.Length - 3 * header.Count(letter => letter == '\\');
        new SpecDriver().Allows(Own + $"""
            [1] sendto(3, "{header}", 10.0.0.9:0) = {length} sent 192.0.2.9 > 10.0.0.1 protocol 253
            """).By(rule);
    }

    [Theory]
    [InlineData(@"E\x00\x16\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", "S11.raw-header-bad")]
    [InlineData(@"E\x00\x13\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00\x01x", "S11.raw-header-bad")]
    [InlineData(@"E\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00\xc0\x00\x02\x09\x0a\x00\x00", "S11.raw-header-short")]
    [InlineData(@"A\x00\x04\x00", "S11.raw-header-short")]
    [InlineData("", "S11.raw-header-short")]
    [Trait("Requirement", "G7")]
    public void Refused(string header, string rule) =>
        new SpecDriver().Allows(Own + $"""
            [1] sendto(3, "{header}", 10.0.0.9:0) = -1 EINVAL
            """).By(rule);

    [Fact]
    public void Longest_packets() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_RAW, 253) = 3
            [1] setsockopt(3, SO_SNDBUF, 8193) = 0
            [1] sendto(3, ""..., 8194, 10.0.0.9:0) = -1 EMSGSIZE
            """).By("S11.send-too-long").Allows("""
            [1] setsockopt(3, SO_SNDBUF, 70000) = 0
            [1] sendto(3, ""..., 65516, 10.0.0.9:0) = -1 EMSGSIZE
            """).By("S11.raw-long").Allows("""
            [1] sendto(3, ""..., 65515, 10.0.0.9:0) = 65515 sent 10.0.0.1 > 10.0.0.9 protocol 253
            [1] setsockopt(3, IP_HDRINCL, 1) = 0
            [1] sendto(3, "E"..., 65536, 10.0.0.9:0) = -1 EMSGSIZE
            """).By("S11.raw-long").Allows("""
            [1] sendto(3, "E\x00\x14\x00"..., 65535, 10.0.0.9:0) = -1 EADDRNOTAVAIL
            """);

    [Fact]
    public void The_header_decides_where_a_packet_goes() =>
        new SpecDriver().Allows(Own + """
            [1] sendto(3, "E\x00\x15\x00\x00\x00\x00\x00\x09\x11\x00\x00\xc0\x00\x02\x09\xc0\x00\x02\x07x", 10.0.0.1:0) = 21 sent 192.0.2.9 > 192.0.2.7 protocol 17
            """).By("S11.raw-wire").Allows("""
            [1] connect(3, 10.0.0.9:0) = 0
            [1] write(3, "E\x00\x15\x00\x00\x00\x00\x00\x09\x11\x00\x00\xc0\x00\x02\x09\xc0\x00\x02\x07x") = 21 sent 192.0.2.9 > 192.0.2.7 protocol 17
            """).By("S11.raw-header-taken");

    [Fact]
    public void A_group_has_its_own_time_to_live() =>
        new SpecDriver().Allows(Own + """
            [1] sendto(3, "E\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00\x00\x00\x00\x00\xe0\x00\x00\x01x", 10.0.0.9:0) = 21 sent 10.0.0.1 > 224.0.0.1 protocol 253 received by [1]3
            """).By("S11.raw-direct").By("S11.raw-source").Allows("""
            [1] recvfrom(3) = "E\x00\x01\x00\x00\x00\x00\x00\x01\xfd\xce\xea\x0a\x00\x00\x01\xe0\x00\x00\x01x" from 10.0.0.1:0
            """);
}
