using Xunit;

namespace Verify.Implementation.Tests.Inet;

/// <summary>Datagrams to broadcast addresses, sent and received (S11).</summary>
public sealed class BroadcastTests
{
    private const string Host = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2/32
        if fxp1 192.168.1.1/28 172.16.0.9/32
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0
        [1] bind(3, 0.0.0.0:53) = 0

        """;

    [Fact]
    public void A_broadcast_of_the_receiving_interface_is_for_many() => KernelReplay.Run(Host + """
        [1] bind(4, 0.0.0.0:53) = 0
        [wire] udp(10.0.0.9:1, 10.0.0.255:53, "a") = 0 received by [1]4 received by [1]3
        [wire] udp(10.0.0.9:1, 10.255.255.255:53, "a") = 0 received by [1]4 received by [1]3
        [wire] udp(192.168.1.3:1, 255.255.255.255:53, "a") = 0 received by [1]4 received by [1]3
        [wire] udp(10.0.0.9:1, 10.0.0.0:53, "a") = 0
        [wire] udp(10.0.0.9:1, 10.0.0.255:54, "a") = 0
        """);

    [Fact]
    public void A_broadcast_of_another_interface_is_for_one() => KernelReplay.Run(Host + """
        [1] bind(4, 0.0.0.0:53) = 0
        [wire] udp(10.0.0.9:1, 192.168.1.15:53, "a") = 0 received by [1]3
        [wire] udp(10.0.0.9:1, 192.168.1.255:53, "a") = 0 received by [1]3
        [wire] udp(10.0.0.9:1, 172.16.255.255:53, "a") = 0 received by [1]3
        [wire] udp(192.168.1.3:1, 172.16.255.255:53, "a") = 0 received by [1]3
        [wire] udp(10.0.0.9:1, 192.168.1.15:54, "a") = -1 ECONNREFUSED
        [wire] udp(10.0.0.9:1, 172.16.255.254:53, "a") = -1 EHOSTUNREACH
        [wire] tcp(10.0.0.9:1, 10.0.0.255:53) = -1 ETIMEDOUT
        """);

    [Fact]
    public void What_is_sent_to_all_comes_back_to_this_host() => KernelReplay.Run(Host + """
        [1] sendto(4, "a", 10.0.0.255:53) = -1 EACCES
        [1] setsockopt(4, SO_BROADCAST, 1) = 0
        [1] sendto(4, "a", 10.0.0.255:53) = 1 sent 10.0.0.1:1024 > 10.0.0.255:53 received by [1]3
        [1] sendto(4, "b", 255.255.255.255:53) = 1 sent 10.0.0.1:1024 > 255.255.255.255:53 received by [1]3
        [1] sendto(4, "c", 192.168.1.15:1024) = 1 sent 192.168.1.1:1024 > 192.168.1.15:1024 received by [1]4
        [1] sendto(4, "d", 10.0.0.0:53) = 1 sent 10.0.0.1:1024 > 10.0.0.0:53
        [1] sendto(4, "e", 172.16.255.255:53) = 1 sent 10.0.0.1:1024 > 172.16.255.255:53
        [1] sendto(4, "f", 10.0.0.255:99) = 1 sent 10.0.0.1:1024 > 10.0.0.255:99
        [1] connect(4, 10.0.0.255:53) = 0
        [1] sendto(4, "g") = 1 sent 10.0.0.1:1024 > 10.0.0.255:53 received by [1]3
        [1] recvfrom(3) = "a" from 10.0.0.1:1024
        [1] recvfrom(3) = "b" from 10.0.0.1:1024
        [1] recvfrom(3) = "g" from 10.0.0.1:1024
        [1] recvfrom(3) = -1 EAGAIN
        """);

    [Fact]
    public void An_own_address_is_no_broadcast_address() => KernelReplay.Run("""
        if fxp0 10.0.0.1/31
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] setsockopt(3, SO_BROADCAST, 1) = 0
        [wire] udp(192.0.2.7:1, 10.0.0.1:53, "a") = -1 ECONNREFUSED
        [1] connect(3, 10.0.0.1:53) = 0
        [1] sendto(3, "a") = 1 sent 10.0.0.1:1024 > 10.0.0.1:53
        [1] sendto(3, "a") = -1 ECONNREFUSED
        """);
}
