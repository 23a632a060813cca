namespace Verify.Properties.Worlds.Catalogue;

/// <summary>A host without a way out, and a prison at its loopback address (J2, S11).</summary>
internal static class LoopbackOnly
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "loopback-only",
        "only the loopback interface: outside hosts cannot be reached, 127.0.0.1 can",
        depth: 5,
        start: """
            if lo0 127.0.0.1/8
            tunable net.inet.tcp.tcbhashsize=2
            tunable net.inet.udp.recvspace=20
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            [1] fork()
            [2] jail("/", "a", 127.0.0.1)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [2] socket(AF_INET, SOCK_STREAM, 0)
            """,
        alphabet: """
            [1] bind(3, 127.0.0.1:53)
            [1] bind(3, 0.0.0.0:53)
            [1] connect(3, 10.0.0.9:9)
            [1] connect(3, 127.0.0.1:2000)
            [1] connect(3, 255.255.255.255:53)
            [1] sendto(3, "a")
            [1] sendto(3, "a", 10.0.0.9:9)
            [1] sendto(3, "a", 127.0.0.2:53)
            [1] recvfrom(3)
            [1] connect(4, 10.0.0.9:9)
            [1] connect(4, 127.0.0.1:80)
            [1] bind(4, 127.0.0.1:80)
            [1] close(4)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [2] bind(3, 0.0.0.0:53)
            [2] connect(3, 127.0.0.1:53)
            [2] sendto(3, "b", 127.0.0.1:53)
            [2] sendto(3, "b", 10.0.0.9:9)
            [2] recvfrom(3)
            [2] bind(4, 0.0.0.0:80)
            [2] listen(4, 1)
            [2] accept(4)
            [wire] udp(10.0.0.9:9, 127.0.0.1:53, "w")
            """);
}
