namespace Verify.Properties.Worlds.Catalogue;

/// <summary>How prisons begin and end, and what a prison's address must be (J1, J3).</summary>
internal static class PrisonLife
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "prison-life",
        "a process that forks, is jailed at a good, a foreign or a multicast address, and drops privilege",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxproc=4
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            """,
        alphabet: """
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [2] jail("/", "a", 10.0.9.9)
            [2] jail("/", "a", 224.0.0.1)
            [2] jail("", "a", 10.0.0.2)
            [2] setuid(100)
            [2] fork()
            [2] exit(0)
            [3] exit(0)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [2] bind(3, 0.0.0.0:53)
            [2] bind(3, 0.0.0.0:0)
            [2] sendto(3, "a", 10.0.0.9:9)
            [2] connect(3, 10.0.0.9:9)
            [2] close(3)
            [3] socket(AF_INET, SOCK_STREAM, 0)
            [3] listen(3, 1)
            [3] bind(3, 0.0.0.0:80)
            [3] connect(3, 127.0.0.1:80)
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "w")
            """);
}
