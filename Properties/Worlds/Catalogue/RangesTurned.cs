namespace Verify.Properties.Worlds.Catalogue;

/// <summary>The high range counting down and the low one counting up (P2, P3).</summary>
internal static class RangesTurned
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "ranges-turned",
        "the high range counts down, the low one up: each its own cursor",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.hifirst=3001
            sysctl net.inet.ip.portrange.hilast=3000
            sysctl net.inet.ip.portrange.lowfirst=1
            sysctl net.inet.ip.portrange.lowlast=2
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] setsockopt(4, IP_PORTRANGE, IP_PORTRANGE_LOW)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:0)
            [1] bind(3, 10.0.0.2:0)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(4, 10.0.0.2:0)
            [1] bind(5, 0.0.0.0:0)
            [1] bind(5, 10.0.0.2:0)
            [1] connect(3, 10.0.0.9:9)
            [1] sendto(4, "a", 10.0.0.9:9)
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW)
            [1] setsockopt(4, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] setsockopt(4, IP_PORTRANGE, IP_PORTRANGE_LOW)
            [1] setsockopt(5, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] setsockopt(5, IP_PORTRANGE, IP_PORTRANGE_LOW)
            [1] close(3)
            [1] close(4)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            """);
}
