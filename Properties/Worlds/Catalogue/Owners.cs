namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Whom sockets' signals go to, while processes end, change groups and sessions (J6).</summary>
internal static class Owners
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "owners",
        "two sockets that the host's processes share and one of a prisoner, and whom their signals go to",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxproc=5
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_LOCAL, SOCK_STREAM, 0)
            [1] fork()
            [2] setpgid(0, 0)
            [1] fork()
            [3] close(3)
            [3] jail("/", "a", 10.0.0.2)
            """,
        alphabet: """
            [1] fcntl(3, F_SETOWN, 2)
            [1] fcntl(3, F_SETOWN, -2)
            [1] fcntl(3, F_SETOWN, 3)
            [1] fcntl(3, F_SETOWN, 0)
            [1] fcntl(4, F_SETOWN, 2)
            [1] fcntl(4, F_SETOWN, -1)
            [2] fcntl(3, F_SETOWN, 9)
            [1] fcntl(0, F_SETOWN, 1)
            [1] fcntl(0, F_GETOWN)
            [1] fcntl(3, F_GETOWN)
            [1] fcntl(4, F_GETOWN)
            [3] fcntl(4, F_GETOWN)
            [3] fcntl(4, F_SETOWN, 3)
            [3] fcntl(4, F_SETOWN, 1)
            [3] fcntl(4, F_SETOWN, -2)
            [2] setpgid(0, 1)
            [2] setsid()
            [3] setsid()
            [2] exit(0)
            [3] exit(0)
            [1] fork()
            [1] close(3)
            """);
}
