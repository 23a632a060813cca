using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>Messages of routing sockets: the bytes that a text stands for, and how others are shown (S9).</summary>
public sealed class RouteTextTests
{
    private const string Zeros28 = "00000000000000000000000000000000000000000000000000000000";

    [Fact]
    public void A_message_about_a_route_has_i386s_layout() => Hex(
        "[RTM_ADD index 2 flags RTF_UP|RTF_STATIC pid 1 seq 7 errno 17 use 3 inits 1 locks 2 mtu 1500 hopcount 4 "
        + "expire 5 recvpipe 6 sendpipe 7 ssthresh 8 rtt 9 rttvar 10 pksent 11 dst 10.2.0.0 gateway 10.0.0.9 "
        + "netmask /16]").ShouldBe(
        "8400" + "05" + "01" + "0200" + "0000" + "01080000" + "07000000" + "01000000" + "07000000" + "11000000"
        + "03000000" + "01000000" + "02000000" + "dc050000" + "04000000" + "05000000" + "06000000" + "07000000"
        + "08000000" + "09000000" + "0a000000" + "0b000000" + "00000000000000000000000000000000"
        + "10020000" + "0a020000" + "0000000000000000" + "10020000" + "0a000009" + "0000000000000000"
        + "06ffffff" + "ffff0000");

    [Fact]
    public void A_message_about_an_address_has_i386s_layout() => Hex(
        "[RTM_NEWADDR index 1 flags RTF_UP|RTF_CLONING metric 2 netmask /0 ifp link lo0 1 24 ifa 127.0.0.1]").ShouldBe(
        "6000" + "05" + "0c" + "34000000" + "01010000" + "0100" + "0000" + "02000000" + "00000000"
        + "3812" + "0100" + "18" + "03" + "00" + "00" + "6c6f30" + "0000000000" + "00000000000000000000" + Zeros28
        + "0000" + "10020000" + "7f000001" + "0000000000000000");

    [Fact]
    public void A_message_about_an_interface_has_i386s_layout() => Hex(
        "[RTM_IFINFO index 1 flags IFF_UP type 6 physical 1 addrlen 6 hdrlen 14 mtu 1500 metric 1 baudrate 10 "
        + "seconds 2 microseconds 3]").ShouldBe(
        "6000" + "05" + "0e" + "00000000" + "01000000" + "0100" + "0000" + "06" + "01" + "06" + "0e" + "00000000"
        + "dc050000" + "01000000" + "0a000000" + string.Concat(Enumerable.Repeat("00000000", 13)) + "02000000"
        + "03000000");

    [Fact]
    public void An_address_of_the_link_layer_without_a_name_is_54_bytes_and_padding() => Hex(
        "[RTM_DELADDR gateway link 258 6]")[40..].ShouldBe("3612" + "0201" + "06" + "000000" + new string('0', 96));

    [Theory]
    [InlineData("[RTM_GET]")]
    [InlineData("[RTM_GET length 91]")]
    [InlineData("[RTM_GET version 4 flags RTF_UP]")]
    [InlineData("[RTM_GET addrs 49 dst 10.0.0.1]")]
    [InlineData("[RTM_GET dst \"\\x04\\x02\\x00\\x07\" gateway 10.0.0.1 genmask /9 ifp link fxp0 1 6 00005e005301 "
        + "ifa link 1 6 author /32 brd 10.0.0.255]")]
    [InlineData("[RTM_LOCK dst \" \\x02\"]")]
    [InlineData("[RTM_IFINFO index 1 flags 0x10000]")]
    public void It_is_printed_as_it_was_read(string message)
    {
        string text = $"[1] write(3, route {message}) = 0\n[1] read(3) = route {message}\n";

        TraceWriter.Write(TraceReader.Read(text, "message")).ShouldBe(text);
    }

    [Theory]
    [InlineData("\"\\x04\\x00\\x05\\x04\"")] // four bytes
    [InlineData("\"\\\\\\x00\\x05\\x7f\"..., 92")] // an unknown kind
    [InlineData("\"\\\\\\x00\\x05\\x04\\x00\\x00\\x01\"..., 92")] // something in the padding
    [InlineData("\"`\\x00\\x05\\x04\"..., 96")] // bytes behind the addresses
    public void What_has_not_its_form_is_in_quotes(string data)
    {
        string text = $"[1] write(3, {data}) = 0\n";

        TraceWriter.Write(TraceReader.Read(text, "data")).ShouldBe(text);
    }

    [Fact]
    public void What_is_received_is_in_quotes_if_a_short_end_is_not_stated()
    {
        string header = @"l\x00\x05\x04" + Zeros(8) + @"\x01" + Zeros(92 - 13);
        string text = $"[1] read(3) = \"{header}" + @"\x10\x02\x00\x00\x0a\x02""..., 108" + "\n";

        TraceWriter.Write(TraceReader.Read(text, "data")).ShouldBe(text);
    }

    private static string Zeros(int count) => string.Concat(Enumerable.Repeat(@"\x00", count));

    private static string Hex(string message) =>
        TraceReader.Read($"[1] write(3, route {message})", "message").Steps[0].Call is Call.Write { Data: var data }
            ? Convert.ToHexStringLower(data.ToArray())
            : "";
}
