namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Backlogs of five and more, and whose turn it is in a long queue (S10).</summary>
internal static class LongQueue
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "long-queue",
        "seven connections and three datagrams wait; more come, and some are taken",
        depth: 4,
        start: $"""
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24
            tunable net.inet.tcp.tcbhashsize=1
            tunable net.inet.udp.recvspace=96
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] bind(3, 10.0.0.1:80)
            [1] listen(3, 5)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] bind(4, 10.0.0.1:80)
            [1] fork()
            {string.Join('\n', Enumerable.Range(1, 7).Select(port => $"[wire] tcp(10.0.0.9:{port}, 10.0.0.1:80)"))}
            [wire] udp(10.0.0.9:1, 10.0.0.1:80, "12345678")
            [wire] udp(10.0.0.9:2, 10.0.0.1:80, "1234567")
            [wire] udp(10.0.0.9:3, 10.0.0.1:80, "123456")
            """,
        alphabet: """
            [wire] tcp(10.0.0.9:8, 10.0.0.1:80)
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80)
            [wire] udp(10.0.0.9:4, 10.0.0.1:80, "")
            [wire] udp(10.0.0.9:4, 10.0.0.1:80, "1")
            [wire] udp(10.0.0.9:5, 10.0.0.1:80, "12345")
            [wire] udp(10.0.0.9:5, 10.0.0.1:80, "12345678")
            [1] accept(3)
            [2] accept(3)
            [1] recvfrom(4)
            [1] listen(3, 4)
            [1] listen(3, 6)
            [1] listen(3, 128)
            [1] listen(3, 129)
            [1] listen(3, 16)
            [1] listen(3, 256)
            [1] close(5)
            """);
}
