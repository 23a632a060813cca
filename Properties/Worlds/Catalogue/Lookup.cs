namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Which socket a datagram reaches (H1, H2, G5).</summary>
internal static class Lookup
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "lookup",
        "connected, specific and wildcard sockets on one port, and datagrams from two hosts to two addresses",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            tunable net.inet.udp.recvspace=17
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] setsockopt(3, SO_REUSEPORT, 1)
            [1] setsockopt(4, SO_REUSEPORT, 1)
            [1] setsockopt(5, SO_REUSEPORT, 1)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:53)
            [1] bind(4, 0.0.0.0:53)
            [1] bind(5, 0.0.0.0:53)
            [1] bind(3, 10.0.0.1:53)
            [1] bind(4, 10.0.0.1:53)
            [1] bind(5, 10.0.0.2:53)
            [1] connect(3, 10.0.0.9:9)
            [1] connect(4, 10.0.0.8:8)
            [1] connect(5, 10.0.0.9:9)
            [1] connect(3, AF_UNSPEC)
            [1] connect(5, AF_UNSPEC)
            [1] recvfrom(3)
            [1] recvfrom(4)
            [1] recvfrom(5)
            [1] close(3)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "w")
            [wire] udp(10.0.0.8:8, 10.0.0.1:53, "w")
            [wire] udp(10.0.0.8:8, 10.0.0.2:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.1:54, "w")
            """);
}
