namespace Verify.Properties.Worlds.Catalogue;

/// <summary>One cursor counting down, for TCP (G2, G3, P2, P3, P4).</summary>
internal static class PortsDown
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "ports-down",
        "a range of three ports counting down, first above last: bind, listen and connect choose ports",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2002
            sysctl net.inet.ip.portrange.last=2000
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:0)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(5, 0.0.0.0:0)
            [1] bind(3, 10.0.0.2:0)
            [1] bind(4, 0.0.0.0:2002)
            [1] bind(5, 0.0.0.0:2000)
            [1] listen(3, 1)
            [1] listen(4, 1)
            [1] connect(5, 10.0.0.9:9)
            [1] connect(6, 10.0.0.9:9)
            [1] close(3)
            [1] close(4)
            [1] close(5)
            [1] close(6)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            """);
}
