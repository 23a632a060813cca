using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Headers of raw packets: what a receiver sees of them, and those that a process makes itself.</summary>
[Trait("Requirement", "S11")]
public sealed class RawHeaderRulesTests
{
    // Addresses as they stand in a header: 10.0.0.1, 192.0.2.9, and so on.
    private const string Own = @"\x0a\x00\x00\x01";
    private const string Other = @"\xc0\x00\x02\x09";
    private const string Nobody = @"\x00\x00\x00\x00";
    private const string Group = @"\xe0\x00\x00\x01";
    private const string All = @"\x0a\x00\x00\xff";
    private const string Outside = @"\xc0\x00\x02\x07";

    private const string Made = """
        [1] socket(AF_INET, SOCK_RAW, 253) = 3
        [1] setsockopt(3, IP_HDRINCL, 1) = 0

        """;

    [Fact]
    public void From_the_wire() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_RAW, 253) = 3
            [wire] ip(192.0.2.7, 10.0.0.1, 253, "data") = 0 received by [1]3
            """).By("S11.raw-form").Allows($"""
            [1] recvfrom(3) = "E\x00\x04\x00\x00\x00\x00\x00@\xfd\xad\xe1{Outside}{Own}data" from 192.0.2.7:0
            """);

    [Theory]
    [InlineData(
        "10.0.0.1", "",
        @"E\x00\x01\x00\x00\x00\x00\x00\xff\xfd\xa6\xea" + Own + Own + @"x")]
    [InlineData(
        "10.0.0.1", "MSG_DONTROUTE, ",
        @"E\x00\x01\x00\x00\x00\x00\x00\x01\xfd\xa4\xeb" + Own + Own + @"x")]
    [InlineData(
        "224.0.0.1", "",
        @"E\x00\x01\x00\x00\x00\x00\x00\x07\xfd\xc8\xea" + Own + Group + @"x")]
    [InlineData(
        "10.0.0.255", "",
        @"E\x00\x01\x00\x00\x00\x00\x00\xff\xfd\xa5\xec" + Own + All + @"x")]
    public void Made_by_the_host(string destination, string flags, string received) =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_RAW, 253) = 3
            [1] setsockopt(3, IP_MULTICAST_TTL, 7) = 0
            [1] setsockopt(3, IP_TTL, 9) = 0
            [1] setsockopt(3, IP_TOS, 9) = 0
            """).Allows(
            $"[1] sendto(3, \"x\", {flags}{destination}:0) = 1 sent 10.0.0.1 > {destination} protocol 253 "
            + "received by [1]3").By("S11.raw-header-made").By("S11.raw-unnumbered").Allows($"""
            [1] recvfrom(3) = "{received}" from 10.0.0.1:0
            """);

    /// <summary>A source that is added, an own identification, flags, a length below the data's, and options.</summary>
    [Theory]
    [InlineData(
        "10.0.0.1",
        @"E\x10\x17\x00\x124\x00@\x09\xfd\x00\x00" + Nobody + Own + @"xyz",
        @"E\x10\x03\x004\x12\x00@\x09\xfdJ\xa5" + Own + Own + @"xyz")]
    [InlineData(
        "192.0.2.9",
        @"E\x00\x15\x00\x00\x00\x00\xc0\x09\xfd\x00\x00" + Other + Own + @"x",
        @"E\x00\x01\x00\x00\x00\x00\x00\x09\xfd$\xe2" + Other + Own + @"x")]
    [InlineData(
        "192.0.2.9",
        @"E\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"xyz",
        @"E\x00\x01\x00\x00\x00\x00\x00\x09\xfd\xe4\xe2" + Other + Own + @"x")]
    [InlineData(
        "192.0.2.9",
        @"G\x00\x1d\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"\x01\x82\x02\x01\x00\xff\xff\xffx",
        @"G\x00\x01\x00\x00\x00\x00\x00\x09\xfd\xdeX" + Other + Own + @"\x01\x82\x02\x01\x00\xff\xff\xffx")]
    [InlineData(
        "192.0.2.9",
        @"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"\x01\x01\x01\x82\x01",
        @"F\x00\x01\x00\x00\x00\x00\x00\x09\xfd\xe1[" + Other + Own + @"\x01\x01\x01\x82\x01")]
    public void Made_by_a_process(string source, string header, string received) =>
        new SpecDriver().Allows(
            Made + $"[1] sendto(3, \"{header}\", 10.0.0.9:0) = {Length(header)} sent {source} > 10.0.0.1 protocol 253 "
            + "received by [1]3").By("S11.raw-header-taken").Allows($"""
            [1] recvfrom(3) = "{received}" from {source}:0
            """);

    [Theory]
    [InlineData(@"E\x00\x15\x00\x00\x00\x01\x00\x09\xfd\x00\x00" + Other + Own + @"x", "S11.raw-fragment")]
    [InlineData(@"E\x00\x15\x00\x00\x00\x00 \x09\xfd\x00\x00" + Other + Own + @"x", "S11.raw-fragment")]
    [InlineData(@"U\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"x", "S11.raw-malformed")]
    [InlineData(@"D\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"x", "S11.raw-malformed")]
    [InlineData(@"@\x00\x00\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"x", "S11.raw-malformed")]
    [InlineData(
        @"G\x00\x1d\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"\x83\x07\x04\x0a\x00\x00\x01\x00x",
        "S11.raw-options-bad")]
    [InlineData(
        @"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"\x82\x00\x00\x00x", "S11.raw-options-bad")]
    [InlineData(
        @"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"\x82\x05\x00\x00x", "S11.raw-options-bad")]
    [InlineData(
        @"G\x00\x1d\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"\x07\x07\x04\x00\x00\x00\x00\x00x",
        "S11.raw-options-written")]
    [InlineData(
        @"F\x00\x19\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"D\x04\x05\x00x", "S11.raw-options-written")]
    [InlineData(@"E\x00\x15\x00\x00\x00\x00\x00\x09\x06\x00\x00" + Other + Own + @"x", "S11.raw-own-protocols")]
    public void Not_taken_in(string header, string rule) =>
        new SpecDriver().Allows(
            Made + $"[1] sendto(3, \"{header}\", 10.0.0.9:0) = {Length(header)} sent 192.0.2.9 > 10.0.0.1 protocol "
            + (rule == "S11.raw-own-protocols" ? 6 : 253)).By(rule);

    [Theory]
    [InlineData(@"E\x00\x16\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"x", "S11.raw-header-bad")]
    [InlineData(@"E\x00\x13\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + Own + @"x", "S11.raw-header-bad")]
    [InlineData(@"E\x00\x15\x00\x00\x00\x00\x00\x09\xfd\x00\x00" + Other + @"\x0a\x00\x00", "S11.raw-header-short")]
    [InlineData(@"A\x00\x04\x00", "S11.raw-header-short")]
    [InlineData("", "S11.raw-header-short")]
    [Trait("Requirement", "G7")]
    public void Refused(string header, string rule) =>
        new SpecDriver().Allows(Made + $"[1] sendto(3, \"{header}\", 10.0.0.9:0) = -1 EINVAL").By(rule);

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
            [1] sendto(3, "E\x00\x14\x00"..., 65535, 10.0.0.9:0) = 65535 sent 10.0.0.1 > 0.0.0.0 protocol 0
            """);

    [Fact]
    public void The_header_decides_where_a_packet_goes() =>
        new SpecDriver().Allows(Made + $"""
            [1] sendto(3, "{Packet}", 10.0.0.1:0) = 21 sent 192.0.2.9 > 192.0.2.7 protocol 17
            """).By("S11.raw-wire").Allows($"""
            [1] connect(3, 10.0.0.9:0) = 0
            [1] write(3, "{Packet}") = 21 sent 192.0.2.9 > 192.0.2.7 protocol 17
            """).By("S11.raw-header-taken");

    private const string Packet = @"E\x00\x15\x00\x00\x00\x00\x00\x09\x11\x00\x00" + Other + Outside + @"x";

    [Fact]
    public void A_group_has_its_own_time_to_live() =>
        new SpecDriver().Allows(
            Made + $"[1] sendto(3, \"E\\x00\\x15\\x00\\x00\\x00\\x00\\x00\\x09\\xfd\\x00\\x00{Nobody}{Group}x\", "
            + "10.0.0.9:0) = 21 sent 10.0.0.1 > 224.0.0.1 protocol 253 received by [1]3")
            .By("S11.raw-direct").By("S11.raw-source").Allows($"""
            [1] recvfrom(3) = "E\x00\x01\x00\x00\x00\x00\x00\x01\xfd\xce\xea{Own}{Group}x" from 10.0.0.1:0
            """);

    /// <summary>The length of what a string of the trace text denotes: an escape has four characters.</summary>
    private static int Length(string text) => text.Length - 3 * text.Count(letter => letter == '\\');
}
