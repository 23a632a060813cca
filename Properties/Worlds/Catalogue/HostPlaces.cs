namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Directories, roots and file systems outside prisons: fchdir, and rename from one to another (J8).</summary>
internal static class HostPlaces
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "host-places",
        "a superuser with another root and a user go back to open directories; nodes moved across file systems",
        depth: 6,
        start: """
            if fxp0 10.0.0.1/24
            tunable net.inet.tcp.tcbhashsize=2
            dir "/t" 0777 0 0
            dir "/t/d" 0700 0 0
            file "/t/f" 0644 0 0
            dir "/m" 0755 0 0
            [1] mount("mfs", "/m")
            [1] mkdir("/m/d", 0755)
            [1] open("/", O_RDONLY, 0)
            [1] open("/t/d", O_RDONLY, 0)
            [1] open("/m/d", O_RDONLY, 0)
            [1] fork()
            [2] setuid(1001)
            """,
        alphabet: """
            [1] fchdir(3)
            [1] fchdir(4)
            [1] fchdir(5)
            [1] fchdir(0)
            [1] stat(".")
            [1] stat("..")
            [1] chdir("..")
            [1] chroot("/t")
            [1] chroot("/m/d")
            [1] chroot("/t/d")
            [1] rmdir("/t/d")
            [1] rmdir("/d")
            [1] mkdir("x", 0755)
            [1] readdir(3)
            [1] rename("/t/f", "/m/f")
            [1] rename("/t/f", "/m/d")
            [1] rename("/t/d", "/m")
            [1] rename("/t/d", "/m/e")
            [1] rename("/t/d", "/m/d")
            [1] rename("/m/d", "/t/d")
            [1] rename("/m/d", "/m/e")
            [1] link("/t/f", "/m/f")
            [1] unmount("/m")
            [2] fchdir(3)
            [2] fchdir(4)
            [2] fchdir(5)
            [2] stat("..")
            [2] rename("/t/f", "/t/g")
            """);
}
