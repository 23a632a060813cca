namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Listeners, their queues and lost connections (P5, S1).</summary>
internal static class ListenQueue
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "listen-queue",
        "a listener with room for one or two, connections from this host and outside, and closing either end",
        depth: 6,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxfilesperproc=7
            tunable kern.ipc.somaxconn=1
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] bind(3, 0.0.0.0:80)
            """,
        alphabet: """
            [1] listen(3, 0)
            [1] listen(3, 1)
            [1] listen(3, -1)
            [1] listen(3, 2)
            [1] accept(3)
            [1] connect(4, 127.0.0.1:80)
            [1] connect(5, 10.0.0.2:80)
            [1] connect(4, 10.0.0.9:9)
            [1] connect(5, 127.0.0.1:81)
            [1] bind(4, 0.0.0.0:80)
            [1] listen(4, 1)
            [1] connect(3, 10.0.0.9:9)
            [1] getpeername(4)
            [1] getsockname(4)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:9, 10.0.0.2:80)
            [wire] tcp(10.0.0.9:10, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:9, 10.0.0.1:81)
            [1] close(3)
            [1] close(4)
            [1] close(5)
            [1] close(6)
            """);
}
