namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Mounts over, in and above a prison, and who is in the way (J4, J8).</summary>
internal static class Mounts
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "mounts",
        "file systems that come and go over the root of a prison, inside it, and where somebody is",
        depth: 4,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxvnodes=8
            dir "/j" 0755 0 0
            dir "/j/m" 0755 0 0
            dir "/j/m/in" 0755 0 0
            file "/j/f" 0644 0 0
            [1] fork()
            [2] chdir("/j")
            [2] jail("/j", "a", 10.0.0.2)
            [2] open("m", O_RDONLY, 0)
            [1] fork()
            [3] chroot("/j/m/in")
            """,
        alphabet: """
            [1] mount("mfs", "/j/m")
            [1] mount("mfs", "/j")
            [1] mount("procfs", "/j/m")
            [1] mount("nullfs", "/j/m")
            [1] mount("mfs", "/")
            [1] mount("mfs", "/j/f")
            [1] mount("mfs", "/j/m/d")
            [1] quotactl("/j/m", Q_SETQUOTA, 0, 1)
            [1] unmount("/j/m")
            [1] unmount("/j")
            [1] unmount("/")
            [2] unmount("/")
            [2] stat("/j")
            [1] unmount("/j/f")
            [1] unmount("/j/m/d")
            [1] open("/j/m/x", O_RDONLY|O_CREAT, 0644)
            [1] close(3)
            [1] rmdir("/j/m")
            [1] chroot("/j/m")
            [1] rmdir("/j/m/in")
            [3] mount("mfs", "/")
            [3] mkdir("/x", 0755)
            [2] mount("mfs", "/m")
            [2] unmount("/m")
            [2] quotactl("/", Q_SETQUOTA, 1001, 1)
            [2] quotactl("/", Q_GETQUOTA, 0, 0)
            [2] chdir("/m")
            [2] chdir("..")
            [2] fchdir(3)
            [2] stat("..")
            [2] stat("/..")
            [2] stat("/m")
            [2] mkdir("/m/d", 0755)
            [2] rmdir("/m/d")
            [2] chroot("/m")
            [2] link("/f", "/m/l")
            [2] rename("/f", "/m/f")
            [2] close(3)
            [2] exit(0)
            """);
}
