namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Whose port it is where connected sockets, users and the superuser meet at one (P5, H2).</summary>
internal static class Strangers
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "strangers",
        "a user with sockets on a port that the superuser and a user of nearly the same id have as well, bound and "
            + "connected; a superuser and a user in a prison",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=1
            [1] fork()
            [1] fork()
            [2] setuid(100)
            [3] setuid(65636)
            [1] fork()
            [4] jail("/", "a", 10.0.0.2)
            [4] fork()
            [5] setuid(100)
            [4] socket(AF_INET, SOCK_DGRAM, 0)
            [4] setsockopt(3, SO_REUSEPORT, 1)
            [5] socket(AF_INET, SOCK_DGRAM, 0)
            [5] setsockopt(3, SO_REUSEPORT, 1)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] setsockopt(3, SO_REUSEPORT, 1)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [2] setsockopt(3, SO_REUSEPORT, 1)
            [2] setsockopt(4, SO_REUSEPORT, 1)
            [3] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [1] bind(3, 10.0.0.1:2000)
            [1] bind(3, 0.0.0.0:2000)
            [1] setsockopt(3, SO_REUSEPORT, 0)
            [2] bind(3, 10.0.0.2:2000)
            [2] bind(3, 0.0.0.0:2000)
            [2] connect(3, 10.0.0.9:9)
            [2] connect(3, AF_UNSPEC)
            [2] bind(4, 10.0.0.1:2000)
            [2] bind(4, 0.0.0.0:2000)
            [2] connect(4, 10.0.0.9:10)
            [3] setsockopt(3, SO_REUSEPORT, 1)
            [3] bind(3, 0.0.0.0:2000)
            [3] bind(3, 10.0.0.1:2000)
            [3] connect(3, 10.0.0.9:9)
            [4] bind(3, 0.0.0.0:2000)
            [5] bind(3, 0.0.0.0:2000)
            [1] close(3)
            [2] close(3)
            """);
}
