namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Real, effective and saved ids, several groups, and what is told of them (J4).</summary>
internal static class ThreeIds
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "three-ids",
        "a process that lays rights down and takes them again, as a user and as a group, and one that never had any",
        depth: 4,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            file "/f" 0640 0 7
            [1] fork()
            [2] setreuid(1001, -1)
            [1] fork()
            [3] setuid(1001)
            """,
        alphabet: """
            [2] seteuid(1001)
            [2] seteuid(0)
            [2] seteuid(1002)
            [2] setreuid(1001, 1002)
            [2] setreuid(-1, 1001)
            [2] setreuid(-1, -1)
            [2] setreuid(0, 1001)
            [2] setuid(1001)
            [2] setuid(0)
            [2] setegid(7)
            [2] setregid(7, 8)
            [2] setregid(-1, 7)
            [2] setgid(7)
            [2] setgroups()
            [2] setgroups(8, 7)
            [2] setgroups(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
            [2] setgroups(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
            [2] open("/f", O_RDONLY, 0)
            [2] getuid()
            [2] geteuid()
            [2] getgid()
            [2] getegid()
            [2] getgroups()
            [2] issetugid()
            [1] issetugid()
            [3] seteuid(0)
            [3] setegid(7)
            [3] setregid(7, -1)
            [3] setreuid(-1, 0)
            [3] ktrace(2)
            [3] kill(2, 18)
            [3] setpriority(2, 3)
            """);
}
