using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

public sealed class SocketRulesTests
{
    [Theory]
    [InlineData("AF_INET, SOCK_DGRAM, 0", "3")]
    [InlineData("AF_INET, SOCK_DGRAM, IPPROTO_UDP", "3")]
    [InlineData("AF_INET, SOCK_STREAM, 0", "3")]
    [InlineData("AF_INET, SOCK_STREAM, IPPROTO_TCP", "3")]
    [InlineData("AF_INET, SOCK_STREAM, IPPROTO_UDP", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_INET, SOCK_DGRAM, IPPROTO_TCP", "-1 EPROTONOSUPPORT")]
    [InlineData("AF_INET6, SOCK_DGRAM, 0", "-1 EPROTONOSUPPORT")]
    public void A_socket_is_UDP_or_TCP(string arguments, string result) =>
        new SpecDriver().Allows($"[1] socket({arguments}) = {result}");

    [Fact]
    public void The_number_of_sockets_is_limited() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.ipc.maxsockets=1\n").Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET6, SOCK_DGRAM, 0) = -1 EPROTONOSUPPORT
            [1] socket(AF_INET, SOCK_DGRAM, 0) = -1 ENOBUFS
            [1] close(3) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            """).By("S1.socket-made");

    [Fact]
    public void Options_are_read_back() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] getsockopt(3, SO_REUSEADDR) = 0
            [1] setsockopt(3, SO_REUSEADDR, -7) = 0
            [1] getsockopt(3, SO_REUSEADDR) = 4
            [1] getsockopt(3, SO_REUSEPORT) = 0
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [1] getsockopt(3, SO_REUSEPORT) = 512
            [1] setsockopt(3, SO_REUSEPORT, 0) = 0
            [1] getsockopt(3, SO_REUSEPORT) = 0
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW) = 0
            [1] getsockopt(3, IP_PORTRANGE) = 2
            [1] setsockopt(3, IP_PORTRANGE, 3) = -1 EINVAL
            [1] setsockopt(3, IP_PORTRANGE, -1) = -1 EINVAL
            [1] getsockopt(3, IP_PORTRANGE) = 2
            """).By("P1.option-read");

    [Fact]
    public void Other_options_do_not_exist() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] setsockopt(3, 99, 1) = -1 ENOPROTOOPT
            [1] getsockopt(3, 99) = -1 ENOPROTOOPT
            """).By("S7.option-unknown");

    [Fact]
    public void A_socket_without_PCB_can_only_be_closed() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] connect(3, 10.0.0.1:80) = -1 ECONNREFUSED sent 10.0.0.1:2000 > 10.0.0.1:80
            [1] getsockname(3) = -1 EINVAL
            [1] getpeername(3) = -1 ENOTCONN
            [1] bind(3, 10.0.0.1:80) = -1 EINVAL
            [1] connect(3, 224.0.0.1:80) = -1 EINVAL
            [1] listen(3, 1) = -1 EINVAL
            [1] accept(3) = -1 EINVAL
            [1] setsockopt(3, IP_PORTRANGE, 9) = -1 ECONNRESET
            [1] getsockopt(3, IP_PORTRANGE) = -1 ECONNRESET
            [1] setsockopt(3, SO_REUSEADDR, 1) = 0
            [1] close(3) = 0
            """).By("G7.close-socket");
}
