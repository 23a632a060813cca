namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Range bounds that change under their cursor (P2, P4).</summary>
internal static class SysctlShrinksRange
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "sysctl-shrinks-range",
        "the default range moves, shrinks and turns round while its ports are in use",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2003
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [1] sysctl("net.inet.ip.portrange.first", 2000)
            [1] sysctl("net.inet.ip.portrange.first", 2002)
            [1] sysctl("net.inet.ip.portrange.first", 1023)
            [1] sysctl("net.inet.ip.portrange.last", 2001)
            [1] sysctl("net.inet.ip.portrange.last", 2003)
            [1] sysctl("net.inet.ip.portrange.last", 1025)
            [1] sysctl("net.inet.ip.portrange.last", 65536)
            [1] sysctl("net.inet.ip.portrange.first")
            [1] sysctl("net.inet.ip.portrange.last")
            [1] bind(3, 0.0.0.0:0)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(5, 0.0.0.0:0)
            [1] close(3)
            [1] close(4)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            """);
}
