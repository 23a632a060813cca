namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Quotas on a mount of one's own and on a shared one, and nodes that run out for all (J10).</summary>
internal static class Quotas
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "quotas",
        "a user in each of two prisons, one with a mount of its own, and a machine of few nodes",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxvnodes=8
            dir "/a" 0777 0 0
            dir "/b" 0777 0 0
            [1] mount("mfs", "/b")
            [1] chmod("/b", 0777)
            [1] fork()
            [2] jail("/a", "a", 10.0.0.2)
            [2] chdir("/")
            [2] setuid(1001)
            [1] fork()
            [3] jail("/b", "b", 10.0.0.3)
            [3] chdir("/")
            [3] setuid(1001)
            """,
        alphabet: """
            [1] quotactl("/", Q_SETQUOTA, 1001, 1)
            [1] quotactl("/b", Q_SETQUOTA, 1001, 2)
            [1] quotactl("/b", Q_SETQUOTA, 1001, 0)
            [1] quotactl("/", Q_GETQUOTA, 1001, 0)
            [1] quotactl("/b", Q_SETQUOTA, -1, 1)
            [1] quotactl("/b", Q_SETQUOTA, 1001, -1)
            [1] quotactl("/b", 9, 1001, 1)
            [1] setuid(1001)
            [1] mkdir("/a/r", 0755)
            [1] unlink("/a/x")
            [1] chown("/a/y", 1002, -1)
            [2] quotactl("/", Q_GETQUOTA, 1001, 0)
            [2] mkdir("x", 0755)
            [2] symlink("x", "y")
            [2] rmdir("x")
            [2] link("y", "z")
            [3] mkdir("x", 0755)
            [3] open("y", O_WRONLY|O_CREAT, 0644)
            [3] unlink("y")
            [3] mkdir("z", 0755)
            [3] close(3)
            """);
}
