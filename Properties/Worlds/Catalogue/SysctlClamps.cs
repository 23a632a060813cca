namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Every write of a port range variable clamps all six (P2).</summary>
internal static class SysctlClamps
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "sysctl-clamps",
        "writes at and beyond the bounds of the six port range variables, by who may and who may not",
        depth: 7,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [1] fork()
            [3] setuid(100)
            """,
        alphabet: """
            [1] sysctl("net.inet.ip.portrange.lowfirst", 0)
            [1] sysctl("net.inet.ip.portrange.lowfirst", 1)
            [1] sysctl("net.inet.ip.portrange.lowfirst", 1023)
            [1] sysctl("net.inet.ip.portrange.lowfirst", 1024)
            [1] sysctl("net.inet.ip.portrange.lowlast", 0)
            [1] sysctl("net.inet.ip.portrange.lowlast", 1)
            [1] sysctl("net.inet.ip.portrange.lowlast", 1023)
            [1] sysctl("net.inet.ip.portrange.lowlast", 1024)
            [1] sysctl("net.inet.ip.portrange.first", 1023)
            [1] sysctl("net.inet.ip.portrange.first", 1024)
            [1] sysctl("net.inet.ip.portrange.first", 65535)
            [1] sysctl("net.inet.ip.portrange.first", 65536)
            [1] sysctl("net.inet.ip.portrange.last", 1023)
            [1] sysctl("net.inet.ip.portrange.last", 1024)
            [1] sysctl("net.inet.ip.portrange.last", 65535)
            [1] sysctl("net.inet.ip.portrange.last", 65536)
            [1] sysctl("net.inet.ip.portrange.hifirst", 1023)
            [1] sysctl("net.inet.ip.portrange.hifirst", 1024)
            [1] sysctl("net.inet.ip.portrange.hifirst", 65535)
            [1] sysctl("net.inet.ip.portrange.hifirst", 65536)
            [1] sysctl("net.inet.ip.portrange.hilast", 1023)
            [1] sysctl("net.inet.ip.portrange.hilast", 1024)
            [1] sysctl("net.inet.ip.portrange.hilast", 65535)
            [1] sysctl("net.inet.ip.portrange.hilast", 65536)
            [1] sysctl("net.inet.ip.portrange.lowfirst")
            [1] sysctl("net.inet.ip.portrange.lowlast")
            [1] sysctl("net.inet.ip.portrange.first")
            [1] sysctl("net.inet.ip.portrange.last")
            [1] sysctl("net.inet.ip.portrange.hifirst")
            [1] sysctl("net.inet.ip.portrange.hilast")
            [2] sysctl("net.inet.ip.portrange.first", 2000)
            [3] sysctl("net.inet.ip.portrange.first", 2000)
            [1] sysctl("net.inet.ip.portrange.middle", 2000)
            [1] sysctl("net.inet.ip.portrange.middle")
            """);
}
