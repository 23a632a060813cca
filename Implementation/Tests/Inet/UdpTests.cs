using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>UDP: which socket gets a datagram, and which errors the sender gets.</summary>
public sealed class UdpTests
{
    private const string TwoSockets = """
        if fxp0 10.0.0.1/24 10.0.0.2/32
        tunable net.inet.udp.recvspace=40
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] fcntl(4, F_SETFL, O_NONBLOCK) = 0
        [1] bind(3, 10.0.0.1:53) = 0

        """;

    [Fact]
    public void A_full_buffer_drops_datagrams_silently() => KernelReplay.Run(TwoSockets + """
        [wire] udp(10.0.0.9:1, 10.0.0.1:53, "abcd") = 0 received by [1]3
        [wire] udp(10.0.0.9:1, 10.0.0.1:53, "efghi") = 0
        [wire] udp(10.0.0.9:1, 10.0.0.1:53, "efgh") = 0 received by [1]3
        [wire] udp(10.0.0.9:1, 10.0.0.1:54, "a") = -1 ECONNREFUSED
        [1] recvfrom(3) = "abcd" from 10.0.0.9:1
        [1] recvfrom(3) = "efgh" from 10.0.0.9:1
        [1] recvfrom(3) = -1 EAGAIN
        """);

    [Fact]
    public void A_connected_sender_gets_ECONNREFUSED_once() => KernelReplay.Run(TwoSockets + """
        [1] connect(4, 10.0.0.1:54) = 0
        [1] sendto(4, "a") = 1 sent 10.0.0.1:1024 > 10.0.0.1:54
        [1] sendto(4, "a") = -1 ECONNREFUSED
        [1] sendto(4, "a") = 1 sent 10.0.0.1:1024 > 10.0.0.1:54
        [1] recvfrom(4) = -1 ECONNREFUSED
        [1] recvfrom(4) = -1 EAGAIN
        [1] sendto(4, "a") = 1 sent 10.0.0.1:1024 > 10.0.0.1:54
        [1] connect(4, 10.0.0.1:53) = -1 ECONNREFUSED
        [1] getpeername(4) = 10.0.0.1:53
        """);

    [Fact]
    public void A_connected_socket_takes_precedence_over_an_unconnected_one() => KernelReplay.Run(TwoSockets + """
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] bind(4, 0.0.0.0:53) = 0
        [wire] udp(10.0.0.9:1, 10.0.0.1:53, "a") = 0 received by [1]3
        [wire] udp(10.0.0.9:1, 10.0.0.2:53, "a") = 0 received by [1]4
        [1] connect(3, 10.0.0.9:1) = 0
        [wire] udp(10.0.0.9:1, 10.0.0.1:53, "") = 0 received by [1]3
        [wire] udp(10.0.0.9:2, 10.0.0.1:53, "") = 0 received by [1]4
        """);

    [Fact]
    public void Sending_without_a_destination_fails() => KernelReplay.Run(TwoSockets + """
        [1] sendto(4, "a") = -1 EDESTADDRREQ
        [1] sendto(4, "a", 10.0.0.255:53) = -1 EACCES
        [1] getsockname(4) = 0.0.0.0:1024
        [1] connect(4, 10.0.0.1:53) = 0
        [1] sendto(4, "a", 10.0.0.1:53) = -1 EISCONN
        [1] connect(4, AF_UNSPEC) = -1 EAFNOSUPPORT
        [1] getsockname(4) = 0.0.0.0:1024
        [1] listen(4, 5) = -1 EOPNOTSUPP
        [1] accept(4) = -1 EINVAL
        [1] setsockopt(4, IP_PORTRANGE, 3) = -1 EINVAL
        [1] setsockopt(4, 77, 3) = -1 ENOPROTOOPT
        [1] getsockopt(4, 77) = -1 ENOPROTOOPT
        """);
}
