namespace Verify.Properties.Worlds.Catalogue;

/// <summary>The low range and the boundary of the privileged ports (G3, P1, P5).</summary>
internal static class PortsLow
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "ports-low",
        "ports 1022 to 1025: the low range, explicit binds, and a superuser who becomes a user",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=1024
            sysctl net.inet.ip.portrange.last=1025
            sysctl net.inet.ip.portrange.lowfirst=1023
            sysctl net.inet.ip.portrange.lowlast=1022
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_LOW)
            [1] setsockopt(4, IP_PORTRANGE, IP_PORTRANGE_LOW)
            [1] setsockopt(5, IP_PORTRANGE, IP_PORTRANGE_LOW)
            [1] setsockopt(3, IP_PORTRANGE, IP_PORTRANGE_DEFAULT)
            [1] setsockopt(3, IP_PORTRANGE, 3)
            [1] getsockopt(3, IP_PORTRANGE)
            [1] bind(3, 0.0.0.0:0)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(5, 0.0.0.0:0)
            [1] bind(3, 0.0.0.0:1023)
            [1] bind(4, 0.0.0.0:1024)
            [1] bind(4, 10.0.0.1:1023)
            [1] connect(5, 10.0.0.9:9)
            [1] setuid(100)
            [1] close(3)
            [1] close(4)
            [1] close(5)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            """);
}
