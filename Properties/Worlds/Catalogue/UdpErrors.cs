namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Pending errors and sends that fail (G7, J2).</summary>
internal static class UdpErrors
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "udp-errors",
        "connected datagram sockets whose packets are refused, broadcast, or have no route back",
        depth: 7,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            if fxp1 10.0.0.4/24
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            tunable net.inet.udp.recvspace=20
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [1] connect(3, 10.0.0.1:53)
            [1] connect(3, 10.0.0.2:2001)
            [1] connect(3, 10.0.0.255:53)
            [1] connect(3, 10.0.0.9:9)
            [1] connect(3, 0.0.0.0:53)
            [1] connect(3, 10.0.0.1:0)
            [1] connect(3, 255.255.255.255:53)
            [1] connect(3, AF_UNSPEC)
            [1] sendto(3, "a")
            [1] sendto(3, "a", 10.0.0.1:53)
            [1] sendto(3, "a", 10.0.0.255:53)
            [1] sendto(3, "a", 224.0.0.1:53)
            [1] recvfrom(3)
            [1] getpeername(3)
            [1] close(3)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] bind(4, 10.0.0.1:53)
            [1] connect(4, 10.0.0.1:2000)
            [1] sendto(4, "b")
            [1] recvfrom(4)
            [1] close(4)
            """);
}
