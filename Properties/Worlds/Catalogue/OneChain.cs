namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Ports that fall into one chain, and ones that differ in the order of their bytes (H1, H2).</summary>
internal static class OneChain
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "one-chain",
        "three sockets at ports that a hash, eight bits or a swap of bytes does not tell apart",
        depth: 4,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=16
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:80)
            [1] bind(3, 10.0.0.1:80)
            [1] bind(4, 0.0.0.0:96)
            [1] bind(4, 0.0.0.0:336)
            [1] bind(4, 0.0.0.0:20480)
            [1] bind(5, 0.0.0.0:80)
            [1] bind(6, 10.0.0.1:20480)
            [1] bind(6, 10.0.0.1:336)
            [1] listen(5, 5)
            [1] listen(6, 5)
            [1] connect(3, 10.0.0.9:9)
            [1] connect(3, 10.0.0.9:10)
            [1] connect(3, AF_UNSPEC)
            [1] connect(4, 10.0.0.9:2304)
            [wire] udp(10.0.0.9:9, 10.0.0.1:80, "w")
            [wire] udp(10.0.0.9:2304, 10.0.0.1:80, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.1:336, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.1:20480, "w")
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:25, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:2304, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:9, 10.0.0.1:336)
            [1] accept(5)
            [1] recvfrom(3)
            [1] recvfrom(4)
            [1] close(3)
            [1] close(5)
            """);
}
