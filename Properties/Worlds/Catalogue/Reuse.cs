namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Who may share a port with whom (P5).</summary>
internal static class Reuse
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "reuse",
        "two users and the superuser bind one port, with and without the reuse options",
        depth: 5,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            [1] fork()
            [1] fork()
            [2] setuid(100)
            [3] setuid(200)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [3] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [1] setsockopt(3, SO_REUSEADDR, 1)
            [1] setsockopt(3, SO_REUSEPORT, 1)
            [1] bind(3, 0.0.0.0:2000)
            [1] bind(3, 10.0.0.1:2000)
            [1] bind(3, 239.255.255.255:2000)
            [1] close(3)
            [2] setsockopt(3, SO_REUSEADDR, 1)
            [2] setsockopt(3, SO_REUSEPORT, 1)
            [2] bind(3, 0.0.0.0:2000)
            [2] bind(3, 10.0.0.1:2000)
            [2] bind(3, 239.255.255.255:2000)
            [2] close(3)
            [3] setsockopt(3, SO_REUSEADDR, 1)
            [3] setsockopt(3, SO_REUSEPORT, 1)
            [3] bind(3, 0.0.0.0:2000)
            [3] bind(3, 10.0.0.1:2000)
            [3] bind(3, 239.255.255.255:2000)
            [3] close(3)
            [2] setsockopt(3, SO_REUSEPORT, 0)
            [2] bind(3, 10.0.0.2:2000)
            [3] bind(3, 10.0.0.9:2000)
            [2] connect(3, 10.0.0.9:9)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            """);
}
