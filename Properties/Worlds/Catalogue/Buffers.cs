namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Buffers, low-water marks and what else setsockopt(2) keeps (S7, S11).</summary>
internal static class Buffers
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "buffers",
        "how much a socket sends and receives, what it may send to all, and what a connection has of its listener",
        depth: 4,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable net.inet.udp.recvspace=18
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] bind(4, 127.0.0.1:80)
            [1] listen(4, 1)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            """,
        alphabet: string.Join('\n',
        [
            .. "SO_SNDBUF SO_RCVBUF SO_SNDLOWAT SO_RCVLOWAT".Split(' ').SelectMany(option => new[]
            {
                $"[1] setsockopt(3, {option}, 0)", $"[1] setsockopt(3, {option}, 1)",
                $"[1] setsockopt(3, {option}, 246724)", $"[1] setsockopt(4, {option}, 3000)",
                $"[1] getsockopt(3, {option})", $"[1] getsockopt(5, {option})", $"[1] getsockopt(6, {option})",
            }),
            .. "SO_LINGER SO_SNDTIMEO SO_RCVTIMEO SO_ERROR SO_TYPE SO_BROADCAST".Split(' ').SelectMany(option => new[]
            {
                $"[1] setsockopt(3, {option}, 1)", $"[1] getsockopt(3, {option})",
            }),
            "[1] setsockopt(3, SO_SNDBUF, 246723)",
            "[1] setsockopt(3, SO_RCVBUF, 17)",
            "[1] bind(3, 127.0.0.1:53)",
            "[1] connect(3, 127.0.0.1:54)",
            "[1] sendto(3, \"aa\")",
            "[1] sendto(3, \"aa\", 10.0.0.255:53)",
            "[1] sendto(3, \"a\", 10.0.0.0:53, 1)",
            "[1] recvfrom(3)",
            "[wire] udp(192.0.2.7:9, 127.0.0.1:53, \"aa\")",
            "[1] connect(5, 127.0.0.1:80)",
            "[1] close(5)",
            "[1] accept(4)",
            "[1] sendto(4, \"\")",
        ]));
}
