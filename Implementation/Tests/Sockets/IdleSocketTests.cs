using Shouldly;
using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>J9: the socket families, who may use them, and what idle sockets do.</summary>
[Trait("Requirement", "J9")]
public sealed class IdleSocketTests
{
    private const string Prison = """
        if fxp0 10.0.0.1/24
        [1] fork() = 2
        [2] jail("/", "a", 10.0.0.1) = 0

        """;

    [Theory]
    [InlineData("AF_INET, SOCK_RAW, 0", "3")]
    [InlineData("AF_INET, SOCK_RAW, 99", "3")]
    [InlineData("AF_LOCAL, SOCK_STREAM, 0", "3")]
    [InlineData("AF_LOCAL, SOCK_DGRAM, 0", "3")]
    [InlineData("AF_LOCAL, SOCK_STREAM, IPPROTO_TCP", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_LOCAL, SOCK_RAW, 0", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_ROUTE, SOCK_RAW, 0", "3")]
    [InlineData("AF_ROUTE, SOCK_RAW, 99", "3")]
    [InlineData("AF_ROUTE, SOCK_DGRAM, 0", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_IPX, SOCK_DGRAM, 0", "3")]
    [InlineData("AF_IPX, SOCK_DGRAM, 1", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_IPX, SOCK_STREAM, 0", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_INET6, SOCK_DGRAM, 0", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_UNSPEC, SOCK_DGRAM, 0", "-1 EPROTONOSUPPORT")]
    public void The_supported_protocols(string arguments, string result) =>
        KernelReplay.Run($"[1] socket({arguments}) = {result}");

    [Fact]
    public void A_prison_has_three_families_and_no_raw_IP() => KernelReplay.Run(Prison + """
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [2] socket(AF_LOCAL, SOCK_STREAM, 0) = 4
        [2] socket(AF_ROUTE, SOCK_RAW, 0) = 5
        [2] socket(AF_IPX, SOCK_DGRAM, 0) = -1 EPROTONOSUPPORT
        [2] socket(AF_INET, SOCK_RAW, 0) = -1 EPERM
        [1] sysctl("jail.socket_unixiproute_only", 0) = 0
        [2] socket(AF_IPX, SOCK_DGRAM, 0) = 6
        [2] socket(AF_INET, SOCK_RAW, 0) = -1 EPERM
        [1] setuid(5) = 0
        [1] socket(AF_INET, SOCK_RAW, 0) = -1 EPERM
        [1] socket(AF_IPX, SOCK_DGRAM, 0) = 3
        """);

    [Fact]
    public void Checks_are_in_order_and_a_refused_socket_allocates_nothing() => KernelReplay.Run("""
        tunable kern.ipc.maxsockets=1
        tunable kern.maxfilesperproc=5
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] socket(AF_INET, SOCK_RAW, 0) = -1 EPERM
        [2] socket(AF_IPX, SOCK_DGRAM, 0) = 3
        [2] socket(AF_INET, SOCK_RAW, 0) = -1 ENOBUFS
        [2] socket(AF_IPX, SOCK_STREAM, 0) = -1 EPROTONOSUPPORT
        [2] close(3) = 0
        [2] open("/", O_RDONLY, 00) = 3
        [2] open("/", O_RDONLY, 00) = 4
        [2] socket(AF_IPX, SOCK_STREAM, 0) = -1 EMFILE
        """);

    [Fact]
    public void An_idle_socket_does_nothing_and_is_not_listed()
    {
        Machine kernel = KernelReplay.Run("""
            if fxp0 10.0.0.1/24
            [1] socket(AF_IPX, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = -1 EOPNOTSUPP
            [1] bind(3, 10.0.0.1:53, 300) = -1 EOPNOTSUPP
            [1] connect(3, 10.0.0.1:53) = -1 EOPNOTSUPP
            [1] listen(3, 5) = -1 EOPNOTSUPP
            [1] accept(3) = -1 EOPNOTSUPP
            [1] sendto(3, "a", 10.0.0.1:53) = -1 EOPNOTSUPP
            [1] recvfrom(3) = -1 EOPNOTSUPP
            [1] getsockname(3) = -1 EOPNOTSUPP
            [1] getpeername(3) = -1 EOPNOTSUPP
            [1] setsockopt(3, SO_REUSEADDR, 1) = -1 EOPNOTSUPP
            [1] getsockopt(3, 99) = -1 EOPNOTSUPP
            [1] read(3) = -1 EOPNOTSUPP
            [1] readdir(3) = -1 EINVAL
            [1] fchdir(3) = -1 EINVAL
            [1] fork() = 2
            [2] close(3) = 0
            """);

        kernel.Sockstat([]).ShouldBe(0);
    }

    [Fact]
    public void An_open_socket_without_addresses_does_not_prevent_jail() => KernelReplay.Run("""
        [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
        [1] socket(AF_IPX, SOCK_DGRAM, 0) = 5
        [1] jail("/", "a", 10.0.0.1) = -1 EBUSY
        [1] close(5) = 0
        [1] socket(AF_INET, SOCK_RAW, 0) = 5
        [1] jail("/", "a", 10.0.0.1) = -1 EBUSY
        [1] close(5) = 0
        [1] jail("/", "a", 10.0.0.1) = 0
        [1] close(3) = 0
        """);
}
