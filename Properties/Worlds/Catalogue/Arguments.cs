namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Arguments that are wrong in themselves (P5, J1, S1, S7).</summary>
internal static class Arguments
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "arguments",
        "addresses of a wrong length or family, options, protocols, descriptors and names that do not exist",
        depth: 4,
        start: """
            if lo0 127.0.0.1/8
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] fork()
            [2] setuid(100)
            """,
        alphabet: """
            [1] bind(3, 10.0.0.1:53, 1)
            [1] bind(3, 10.0.0.1:53, 8)
            [1] bind(3, 10.0.0.1:53, 256)
            [1] bind(3, 10.0.0.1:53, -1)
            [1] bind(4, 10.0.0.1:53, 1)
            [1] bind(4, 10.0.0.1:53, 8)
            [1] bind(4, 10.0.0.1:53, 256)
            [1] connect(3, 10.0.0.2:53, 1)
            [1] connect(3, 10.0.0.2:53, 8)
            [1] connect(3, 10.0.0.2:53, 256)
            [1] connect(4, 10.0.0.2:53, 1)
            [1] connect(4, 10.0.0.2:53, 8)
            [1] connect(4, 10.0.0.2:53, 256)
            [1] sendto(3, "a", 10.0.0.2:53, 1)
            [1] sendto(3, "a", 10.0.0.2:53, 8)
            [1] sendto(3, "a", AF_UNSPEC)
            [1] sendto(4, "a", 10.0.0.2:53)
            [1] bind(3, AF_UNSPEC)
            [1] bind(3, AF_UNSPEC 10.0.0.1:53)
            [1] bind(3, 10.0.0.255:53)
            [1] bind(4, 10.0.0.1:53)
            [1] bind(4, 224.0.0.1:53)
            [1] bind(3, 10.0.0.9:53)
            [1] bind(3, AF_INET6 10.0.0.1:53)
            [1] connect(4, AF_UNSPEC)
            [1] connect(4, 224.0.0.1:53)
            [1] connect(4, 224.0.0.1:53, 7)
            [1] connect(4, 224.0.0.1:53, 8)
            [1] connect(4, 10.0.0.2:53)
            [1] connect(3, AF_INET6 10.0.0.2:53)
            [1] connect(3, 10.0.0.2:53)
            [1] setsockopt(3, SO_REUSEADDR, -1)
            [1] getsockopt(3, SO_REUSEADDR)
            [1] getsockopt(3, SO_REUSEPORT)
            [1] setsockopt(3, 99, 1)
            [1] getsockopt(3, 99)
            [1] setsockopt(4, IP_PORTRANGE, -1)
            [1] getsockopt(4, IP_PORTRANGE)
            [1] socket(AF_INET6, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, IPPROTO_UDP)
            [1] socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP)
            [1] getsockname(0)
            [1] listen(3, 1)
            [1] accept(4)
            [1] recvfrom(4)
            [1] close(9)
            [9] getsockname(3)
            [1] jail(1, "/", "a", 10.0.0.2)
            [2] jail("/", "a", 10.0.0.2)
            [1] jail("/", "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh", 10.0.0.2)
            [1] jail("/pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp", "a", 10.0.0.2)
            [2] setuid(-1)
            [2] setuid(0)
            [2] setuid(100)
            [wire] udp(127.0.0.1:9, 10.0.0.1:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "w")
            [wire] udp(10.0.0.9:9, 10.0.0.77:53, "w")
            [wire] tcp(224.0.0.1:9, 10.0.0.1:53)
            [wire] tcp(10.0.0.9:9, 224.0.0.1:53)
            [wire] tcp(10.0.0.9:9, 127.0.0.1:53)
            [wire] udp(10.0.0.9:9, 127.0.0.1:53, "w")
            """);
}
