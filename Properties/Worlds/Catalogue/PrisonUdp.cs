namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Datagram sockets of two prisons (G1, J2).</summary>
internal static class PrisonUdp
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "prison-udp",
        "two prisons that send to each other, to themselves and outside, while the wire tries every address",
        depth: 7,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            tunable net.inet.udp.recvspace=20
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [1] fork()
            [3] jail("/", "b", 10.0.0.3)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [3] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [2] bind(3, 0.0.0.0:53)
            [2] bind(3, 10.0.0.2:53)
            [2] bind(3, 10.0.0.3:53)
            [2] bind(3, 0.0.0.0:0)
            [2] connect(3, 10.0.0.1:53)
            [2] connect(3, 10.0.0.3:53)
            [2] connect(3, 127.0.0.1:53)
            [2] connect(3, AF_UNSPEC)
            [2] sendto(3, "a")
            [2] sendto(3, "a", 10.0.0.3:53)
            [2] sendto(3, "a", 127.0.0.1:2000)
            [2] sendto(3, "a", 10.0.0.9:9)
            [2] recvfrom(3)
            [2] close(3)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [3] bind(3, 0.0.0.0:53)
            [3] connect(3, 10.0.0.2:2000)
            [3] connect(3, AF_UNSPEC)
            [3] sendto(3, "b")
            [3] recvfrom(3)
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.1:2000, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.2:2000, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.3:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.3:2000, "w")
            """);
}
