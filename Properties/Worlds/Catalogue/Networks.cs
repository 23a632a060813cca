namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Five interfaces with networks of 0 to 32 bits, and an address that two of them have (J2, J3).</summary>
internal static class Networks
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "networks",
        "which source address goes with which destination, what can be bound, and what is a broadcast address",
        depth: 4,
        start: """
            if de0 10.0.0.1/0
            if lo0 127.0.0.1/8
            if de1 10.0.0.2/24
            if de2 10.0.0.2/12 172.16.0.1/32
            if de3 1.0.0.10/9 10.0.0.130/31 10.0.3.1/16
            tunable net.inet.tcp.tcbhashsize=2
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] fork()
            [2] close(3)
            """,
        alphabet: string.Join('\n',
        [
            .. "10.0.0.9 10.0.1.9 10.1.0.9 11.0.0.9 1.127.255.254 1.128.0.0 172.16.0.1 172.16.0.2 10.0.0.131 10.0.0.132"
                .Split(' ').Select(address => $"[1] connect(3, {address}:9)"),
            .. "10.0.0.1 10.0.0.2 1.0.0.10 10.0.0.255 10.0.255.255 10.15.255.255 1.127.255.255 255.255.255.255"
                .Split(' ').Select(address => $"[1] bind(3, {address}:53)"),
            .. "223.255.255.255 224.0.0.0 231.255.255.255 239.255.255.255 240.0.0.0 127.0.0.0 127.255.255.255 128.0.0.0"
                .Split(' ').SelectMany(address => new[]
                {
                    $"[1] bind(3, {address}:53)", $"[wire] udp({address}:9, 10.0.0.2:53, \"w\")",
                    $"[wire] udp(192.0.2.7:9, {address}:53, \"w\")",
                }),
            "[1] connect(3, AF_UNSPEC)",
            "[1] getsockname(3)",
            "[1] sendto(3, \"a\", 255.255.255.255:53)",
            "[1] sendto(3, \"a\", 10.0.255.255:53)",
            "[1] sendto(3, \"a\", 0.0.0.0:53)",
            "[1] recvfrom(3)",
            "[2] jail(\"/\", \"a\", 10.0.0.2)",
            "[2] sysctl(\"net.route.iflist\")",
            "[2] socket(AF_INET, SOCK_DGRAM, 0)",
            "[2] bind(3, 0.0.0.0:53)",
        ]));
}
