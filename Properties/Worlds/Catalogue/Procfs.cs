namespace Verify.Properties.Worlds.Catalogue;

/// <summary>What /proc shows to whom, and what is left of it when a process ends (J7).</summary>
internal static class Procfs
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "procfs",
        "the host and a prison, each with a procfs of its own, look at each other and at processes that end",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            dir "/j" 0755 0 0
            dir "/j/proc" 0755 0 0
            dir "/proc" 0755 0 0
            [1] mount("procfs", "/proc")
            [1] mount("procfs", "/j/proc")
            [1] fork()
            [2] jail("/j", "a.example", 10.0.0.2)
            [2] chdir("/")
            [2] fork()
            [3] setuid(1001)
            [1] fork()
            """,
        alphabet: """
            [1] open("/proc/3/status", O_RDONLY, 0)
            [1] open("/j/proc/curproc/status", O_RDONLY, 0)
            [1] open("/proc/3", O_RDONLY, 0)
            [1] open("/proc", O_RDONLY, 0)
            [1] open("/proc/3/regs", O_RDONLY, 0)
            [1] open("/proc/3/ctl", O_RDWR, 0)
            [1] unmount("/proc")
            [3] open("/proc/2/mem", O_RDONLY, 0)
            [3] open("/proc/3/note", O_RDWR, 0)
            [3] stat("/proc/2/status/.")
            [3] rmdir("/proc/3/x")
            [3] read(3)
            [2] passfd(3, 3)
            [1] read(3)
            [1] readdir(3)
            [1] fchdir(3)
            [1] chdir("/proc/3")
            [1] chdir("/")
            [1] stat(".")
            [1] stat("status")
            [1] close(3)
            [1] passfd(3, 2)
            [2] open("/proc/curproc/status", O_RDONLY, 0)
            [2] open("/proc/3/status", O_WRONLY, 0)
            [2] open("/proc/4/status", O_RDONLY, 0)
            [2] open("/proc", O_RDONLY, 0)
            [2] read(3)
            [2] readdir(3)
            [2] fchdir(3)
            [2] stat("/proc/3")
            [2] stat("/proc/4")
            [2] stat("/proc/3/status")
            [2] stat("/proc/curproc")
            [2] stat("/proc/03")
            [2] stat("..")
            [2] chroot("/proc/3")
            [2] mkdir("/proc/x", 0755)
            [2] unlink("/proc/3/status")
            [2] chmod("/proc", 0777)
            [2] chown("/proc/3", 0, 0)
            [2] sysctl("kern.hostname", "b")
            [3] exit(0)
            [2] exit(0)
            [1] mount("mfs", "/proc/3")
            [1] unmount("/j/proc")
            [1] quotactl("/proc", Q_GETQUOTA, 0, 0)
            """);
}
