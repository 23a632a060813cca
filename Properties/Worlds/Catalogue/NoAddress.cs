namespace Verify.Properties.Worlds.Catalogue;

/// <summary>A host without any address (P5).</summary>
internal static class NoAddress
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "no-address",
        "a host whose interface has no address: nothing can be bound or sent",
        depth: 6,
        start: """
            if fxp0
            sysctl net.inet.ip.portrange.first=2000
            sysctl net.inet.ip.portrange.last=2001
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            """,
        alphabet: """
            [1] bind(3, 0.0.0.0:0)
            [1] bind(3, 0.0.0.0:53)
            [1] bind(3, 10.0.0.1:53)
            [1] bind(4, 0.0.0.0:0)
            [1] bind(4, 0.0.0.0:53)
            [1] bind(4, 10.0.0.1:53)
            [1] connect(3, 10.0.0.9:9)
            [1] connect(3, 0.0.0.0:9)
            [1] connect(4, 10.0.0.9:9)
            [1] connect(4, 0.0.0.0:9)
            [1] sendto(3, "a", 10.0.0.9:9)
            [1] listen(4, 1)
            [1] connect(3, 255.255.255.255:9)
            [1] bind(3, 224.0.0.1:53)
            [2] bind(3, 0.0.0.0:53)
            [2] connect(3, 127.0.0.1:53)
            [2] bind(3, 0.0.0.0:0)
            [2] sendto(3, "a", 10.0.0.9:9)
            [1] close(3)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "w")
            [wire] tcp(10.0.0.9:9, 10.0.0.1:53)
            """);
}
