namespace Verify.Properties.Worlds.Catalogue;

/// <summary>The three ranges and their cursors, side by side (P1, P3).</summary>
internal static class ThreeRanges
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "three-ranges",
        "three ranges of two ports each, for both protocols: using one never moves another's cursor",
        depth: 5,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            sysctl net.inet.ip.portrange.hifirst=3000
            sysctl net.inet.ip.portrange.hilast=3001
            sysctl net.inet.ip.portrange.lowfirst=901
            sysctl net.inet.ip.portrange.lowlast=900
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] setsockopt(5, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] setsockopt(6, IP_PORTRANGE, IP_PORTRANGE_LOW)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:0)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(5, 0.0.0.0:0)
            [1] bind(6, 0.0.0.0:0)
            [1] bind(7, 0.0.0.0:0)
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW)
            [1] setsockopt(5, IP_PORTRANGE, IP_PORTRANGE_DEFAULT)
            [1] setsockopt(7, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] close(3)
            [1] close(4)
            [1] close(5)
            [1] close(6)
            [1] close(7)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            """);
}
