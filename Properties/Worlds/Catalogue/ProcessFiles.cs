namespace Verify.Properties.Worlds.Catalogue;

/// <summary>The files of a process on a procfs, of one whose ids have changed too, and what a passed one tells (J7).</summary>
internal static class ProcessFiles
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "process-files",
        "superuser, user and prisoner open, read and pass each other's files of a procfs",
        depth: 4,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            dir "/proc" 0755 0 0
            [1] mount("procfs", "/proc")
            [1] fork()
            [1] fork()
            [3] setuid(1001)
            [1] fork()
            [4] jail("/", "a", 10.0.0.2)
            [1] fork()
            [5] chdir("/proc/2")
            [5] jail("/", "b", 10.0.0.2)
            """,
        alphabet: """
            [1] open("/proc/2/ctl", O_RDWR, 0)
            [1] open("/proc/2/note", O_RDWR, 0)
            [1] open("/proc/2/regs", O_RDONLY, 0)
            [1] open("/proc/2/mem", O_RDONLY, 0)
            [1] open("/proc/2", O_RDONLY, 0)
            [1] read(3)
            [1] passfd(3, 3)
            [1] passfd(3, 4)
            [3] read(3)
            [4] read(3)
            [4] readdir(3)
            [4] fchdir(3)
            [5] stat(".")
            [3] open("/proc/3/ctl", O_WRONLY, 0)
            [3] open("/proc/3/note", O_WRONLY, 0)
            [3] open("/proc/3/mem", O_RDONLY, 0)
            [3] open("/proc/3/status", O_WRONLY, 0)
            [1] stat("/proc/3/mem")
            [1] stat("/proc/003/regs")
            [1] stat("/proc/1/regs")
            [1] stat("/proc/3/file")
            [1] chdir("/proc/2")
            [1] stat("status/.")
            [1] unlink("/proc/x")
            [1] rename("/proc/..", "/")
            [3] unmount("/proc")
            [2] exit(0)
            [1] unmount("/proc")
            [1] quotactl("/", Q_SYNC, 0, 0)
            """);
}
