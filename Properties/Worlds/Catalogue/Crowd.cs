namespace Verify.Properties.Worlds.Catalogue;

/// <summary>More processes than the id hash has chains, and ids of two digits (J6, J7).</summary>
internal static class Crowd
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "crowd",
        "twenty processes: some share a hash chain, some a digit; they are looked for, end and come again",
        depth: 4,
        start: $"""
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            dir "/proc" 0755 0 0
            [1] mount("procfs", "/proc")
            {string.Join('\n', Enumerable.Repeat("[1] fork()", 19))}
            [19] jail("/", "a", 10.0.0.2)
            """,
        alphabet: """
            [1] kill(1, 0)
            [1] kill(2, 9)
            [1] kill(3, 9)
            [1] kill(17, 9)
            [1] kill(18, 0)
            [1] kill(18, 9)
            [1] kill(19, 9)
            [1] kill(33, 0)
            [1] kill(-1, 9)
            [19] kill(-1, 9)
            [17] kill(1, 0)
            [19] kill(3, 0)
            [19] kill(19, 0)
            [18] exit(0)
            [2] fork()
            [18] fork()
            [19] fork()
            [1] setpriority(17, 3)
            [1] getpriority(1)
            [1] getpriority(17)
            [1] stat("/proc/1")
            [1] stat("/proc/2")
            [1] stat("/proc/12")
            [1] stat("/proc/17")
            [1] stat("/proc/18/status")
            [1] stat("/proc/21")
            [1] stat("/proc/012")
            [1] stat("/proc/12x")
            [1] stat("/proc/+12")
            [1] stat("/proc/-12")
            [1] stat("/proc/ 12")
            [1] stat("/proc/268")
            [1] stat("/proc/65548")
            [1] stat("/proc/4294967308")
            [1] stat("/proc/0")
            [1] chdir("/proc/18")
            [1] stat("status")
            [1] open("/proc", O_RDONLY, 0)
            [1] readdir(3)
            [1] sysctl("kern.proc.all")
            """);
}
