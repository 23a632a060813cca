namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Families of sockets in and outside prisons, passing them, and what a prison can list (J9, G1).</summary>
internal static class Families
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "families",
        "sockets of every family, jail.socket_unixiproute_only, descriptors passed in and out, listings",
        depth: 5,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxfilesperproc=5
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            """,
        alphabet: """
            [1] sysctl("jail.socket_unixiproute_only", 0)
            [1] sysctl("jail.socket_unixiproute_only", 1)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_RAW, 0)
            [1] socket(AF_LOCAL, SOCK_STREAM, 0)
            [1] socket(AF_IPX, SOCK_DGRAM, 0)
            [1] bind(3, 0.0.0.0:53)
            [1] passfd(3, 2)
            [1] passfd(0, 2)
            [1] passfd(3, 1)
            [1] passfd(3, 9)
            [1] close(3)
            [1] jail("/", "b", 10.0.0.2)
            [1] sysctl("net.inet.udp.pcblist")
            [1] sysctl("net.inet.tcp.pcblist")
            [1] sysctl("net.route.iflist")
            [2] socket(AF_IPX, SOCK_DGRAM, 0)
            [2] socket(AF_LOCAL, SOCK_DGRAM, 0)
            [2] socket(AF_ROUTE, SOCK_RAW, 0)
            [2] socket(AF_INET, SOCK_RAW, 0)
            [2] socket(AF_INET, SOCK_STREAM, 0)
            [2] listen(3, 1)
            [2] bind(3, 0.0.0.0:53)
            [2] passfd(3, 1)
            [2] close(3)
            [2] read(3)
            [2] readdir(3)
            [2] fchdir(3)
            [2] sysctl("net.inet.udp.pcblist")
            [2] sysctl("net.inet.tcp.pcblist")
            [2] sysctl("net.route.iflist")
            """);
}
