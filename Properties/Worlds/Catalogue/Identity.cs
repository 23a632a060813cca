namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Users, groups, names, limits, masks and the machine itself, inside and outside (J4).</summary>
internal static class Identity
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "identity",
        "superuser and user, on the host and in a prison, change who they are and what they may have",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxfilesperproc=6
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [1] fork()
            [3] setuid(1001)
            """,
        alphabet: """
            [1] setgid(1001)
            [1] administer(reboot)
            [1] administer(99)
            [1] umask(022)
            [1] umask(017777)
            [1] open("/", O_RDONLY, 0)
            [1] close(0)
            [2] setgid(1001)
            [2] setgid(-1)
            [2] setgroups(1002)
            [2] setgroups(-1)
            [2] setlogin("root")
            [2] setlogin(NULL)
            [2] setlogin("lllllllllllllllll")
            [2] setlogin("llllllllllllllll")
            [2] getlogin()
            [2] setrlimit(3, 4)
            [2] setrlimit(5, 5)
            [2] setrlimit(-1, -1)
            [2] getrlimit()
            [2] open("/", O_RDONLY, 0)
            [2] administer(settimeofday)
            [2] setuid(1001)
            [3] setgid(0)
            [3] setgid(1001)
            [3] setgroups(0)
            [3] setlogin("u")
            [3] setrlimit(4, 4)
            [3] setrlimit(5, 5)
            [3] administer(swapon)
            [3] fork()
            """);
}
