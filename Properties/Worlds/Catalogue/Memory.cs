namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Zones that run full (H3, S1, G7).</summary>
internal static class Memory
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "memory",
        "two port heads, four sockets, five descriptors: every way to run out of something",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            tunable debug.maxportheads=2
            tunable kern.ipc.maxsockets=4
            tunable kern.maxfilesperproc=6
            tunable kern.maxproc=3
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            """,
        alphabet: """
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] fork()
            [2] socket(AF_INET, SOCK_STREAM, 0)
            [2] exit(0)
            [1] bind(3, 0.0.0.0:80)
            [1] bind(4, 0.0.0.0:81)
            [1] bind(5, 0.0.0.0:82)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(5, 10.0.0.2:80)
            [1] listen(3, 0)
            [1] listen(4, 1)
            [1] accept(3)
            [1] connect(4, 10.0.0.2:80)
            [1] connect(5, 10.0.0.9:9)
            [1] sendto(4, "a", 10.0.0.9:9)
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:10, 10.0.0.1:80)
            [1] close(3)
            [1] close(4)
            [1] close(5)
            """);
}
