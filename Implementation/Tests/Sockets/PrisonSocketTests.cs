using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>G1: a socket in a prison always gets the prison's local address (docs/deviations.md).</summary>
[Trait("Requirement", "J2")]
[Trait("Requirement", "J3")]
[Trait("Requirement", "G1")]
public sealed class PrisonSocketTests
{
    private const string Prison = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2/32
        [1] fork() = 2
        [2] jail("/", "a", 10.0.0.2) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3

        """;

    [Fact]
    public void A_socket_from_outside_prevents_jail() => KernelReplay.Run("""
        if fxp0 10.0.0.1/24
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] jail("/", "a", 10.0.0.1) = -1 EBUSY
        [1] close(3) = 0
        [1] jail("/", "a", 10.0.0.1) = 0
        [1] jail("/", "b", 10.0.0.1) = -1 EPERM
        """);

    [Fact]
    public void Connecting_and_disconnecting() => KernelReplay.Run(Prison + """
        [2] connect(3, 10.0.0.1:53) = 0
        [2] getsockname(3) = 10.0.0.2:1024
        [2] connect(3, AF_UNSPEC) = -1 EAFNOSUPPORT
        [2] getsockname(3) = 10.0.0.2:1024
        [2] getpeername(3) = -1 ENOTCONN
        """);

    [Fact]
    public void Sending() => KernelReplay.Run(Prison + """
        [2] sendto(3, "a", 10.0.0.1:53) = 1 sent 10.0.0.2:1024 > 10.0.0.1:53
        [2] getsockname(3) = 10.0.0.2:1024
        [2] sendto(3, "a", 127.0.0.1:1024) = 1 sent 10.0.0.2:1024 > 10.0.0.2:1024 received by [2]3
        """);

    [Fact]
    public void Binding() => KernelReplay.Run(Prison + """
        [2] bind(3, 10.0.0.1:53) = -1 EINVAL
        [2] bind(3, 224.0.0.1:53) = -1 EINVAL
        [2] bind(3, 0.0.0.0:53) = 0
        [2] getsockname(3) = 10.0.0.2:53
        """);

    [Theory]
    [InlineData("10.0.0.3")]
    [InlineData("224.0.0.1")]
    [InlineData("0.0.0.0")]
    public void A_prison_whose_address_is_not_configured_has_no_network(string address) => KernelReplay.Run($"""
        if fxp0 10.0.0.1/24
        [1] jail("/", "a", {address}) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 0.0.0.0:0) = -1 EADDRNOTAVAIL
        [1] bind(3, {address}:53) = -1 EADDRNOTAVAIL
        [1] sendto(3, "a", 10.0.0.1:53) = -1 EADDRNOTAVAIL
        [1] connect(3, 10.0.0.1:53) = -1 EADDRNOTAVAIL
        [1] getsockname(3) = 0.0.0.0:0
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] listen(4, 5) = -1 EADDRNOTAVAIL
        [1] connect(4, 10.0.0.1:53) = -1 EADDRNOTAVAIL
        """);
}
