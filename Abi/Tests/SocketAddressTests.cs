using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>The same bytes of an address as a local socket and as an Internet socket read them (S9).</summary>
public sealed class SocketAddressTests
{
    [Theory]
    [InlineData("/tmp/s", 8, "/tmp/s")]
    [InlineData("/tmp/s", 5, "/tm")]
    [InlineData("/tmp/s", 2, "")]
    [InlineData("/tmp/s", -1, "")]
    [InlineData("/tmp/s", 200, "/tmp/s")]
    [InlineData("/a\0b", 6, "/a")]
    public void A_path_ends_at_the_length_or_the_first_NUL(string path, int length, string read) =>
        (SocketAddress.Local(path) with { Length = length }).LocalPath.ShouldBe(read);

    [Theory]
    [InlineData(0x6162, 16, "ab\n\x01\x02\x03")]
    [InlineData(0x6162, 5, "ab\n")]
    [InlineData(53, 16, "")]
    public void An_Internet_address_is_a_path_of_its_port_and_address(int port, int length, string read) =>
        (SocketAddress.Inet(Ipv4.Of(10, 1, 2, 3), port) with { Length = length }).LocalPath.ShouldBe(read);

    [Fact]
    public void A_path_is_an_Internet_address_of_its_first_bytes()
    {
        SocketAddress.Local("abcdefgh").Endpoint
            .ShouldBe(new Endpoint(Ipv4.Of((byte)'c', (byte)'d', (byte)'e', (byte)'f'), 0x6162));
        SocketAddress.Local("ab").Endpoint.ShouldBe(new Endpoint(Ipv4.Any, 0x6162));
    }
}
