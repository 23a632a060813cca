namespace Verify.Properties.Worlds.Catalogue;

/// <summary>One cursor counting up, with more sockets than ports (G2, G3, P3, P4).</summary>
internal static class PortsUp
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "ports-up",
        "a range of three ports counting up: one cursor, exhaustion, ports that free again",
        depth: 5,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2002
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:0)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(5, 0.0.0.0:0)
            [1] bind(6, 0.0.0.0:0)
            [1] bind(3, 10.0.0.2:0)
            [1] bind(4, 10.0.0.2:0)
            [1] bind(3, 0.0.0.0:2000)
            [1] bind(4, 0.0.0.0:2002)
            [1] bind(5, 10.0.0.2:2001)
            [1] setsockopt(3, SO_REUSEPORT, 1)
            [1] setsockopt(4, SO_REUSEADDR, 1)
            [1] sendto(5, "a", 10.0.0.9:9)
            [1] connect(6, 10.0.0.9:9)
            [1] close(3)
            [1] close(4)
            [1] close(5)
            [1] close(6)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] getsockname(3)
            """);
}
