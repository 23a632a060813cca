namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Stream sockets of the host and two prisons (G1, J2).</summary>
internal static class PrisonTcp
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "prison-tcp",
        "listeners and connections of the host and two prisons, while the wire tries every address",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [1] fork()
            [3] jail("/", "b", 10.0.0.3)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [2] socket(AF_INET, SOCK_STREAM, 0)
            [2] socket(AF_INET, SOCK_STREAM, 0)
            [3] socket(AF_INET, SOCK_STREAM, 0)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:80)
            [1] listen(3, 1)
            [1] accept(3)
            [2] bind(3, 0.0.0.0:80)
            [2] bind(3, 10.0.0.1:80)
            [2] listen(3, 0)
            [2] accept(3)
            [2] close(3)
            [2] connect(4, 127.0.0.1:80)
            [2] connect(4, 10.0.0.1:80)
            [2] connect(4, 10.0.0.9:80)
            [2] close(4)
            [2] socket(AF_INET, SOCK_STREAM, 0)
            [2] getpeername(4)
            [2] getsockname(4)
            [3] connect(3, 10.0.0.2:80)
            [3] connect(3, 127.0.0.1:80)
            [3] listen(3, 0)
            [3] close(3)
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80)
            [wire] tcp(10.0.0.9:9, 10.0.0.3:80)
            """);
}
