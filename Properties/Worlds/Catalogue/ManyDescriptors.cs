namespace Verify.Properties.Worlds.Catalogue;

/// <summary>A descriptor table that has grown twice and grows again; many descriptors of one file (S2).</summary>
internal static class ManyDescriptors
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "many-descriptors",
        "a process with thirty descriptors, most of one file, opens, passes and closes more, and has children",
        depth: 4,
        start: $"""
            if fxp0 10.0.0.1/24
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxfilesperproc=35
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] open("/", O_RDONLY, 0)
            {string.Join('\n', Enumerable.Repeat("[1] passfd(4, 1)", 26))}
            [1] socket(AF_INET, SOCK_STREAM, 0)
            """,
        alphabet: """
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] open("/", O_RDONLY, 0)
            [1] passfd(4, 1)
            [1] passfd(3, 1)
            [1] close(3)
            [1] close(5)
            [1] close(17)
            [1] close(31)
            [1] close(32)
            [1] close(33)
            [1] getsockname(31)
            [1] getsockname(32)
            [1] readdir(30)
            [1] fork()
            [2] passfd(31, 1)
            [2] close(31)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [2] exit(0)
            """);
}
