namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Process ids at their end, where they go on at 100 (G7, J6).</summary>
internal static class LastPids
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "last-pids",
        "the last ids are given, then 100 and what is free after it; old and new ones are looked for",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable debug.lastpid=99996
            dir "/proc" 0755 0 0
            [1] mount("procfs", "/proc")
            [1] fork()
            """,
        alphabet: """
            [1] fork()
            [99997] fork()
            [99997] exit(0)
            [99998] fork()
            [99998] exit(0)
            [100] fork()
            [100] exit(0)
            [100] jail("/", "a", 10.0.0.2)
            [1] kill(99997, 9)
            [1] kill(99999, 0)
            [1] kill(100, 9)
            [1] stat("/proc/99997")
            [1] stat("/proc/99998/status")
            [1] stat("/proc/100")
            [1] stat("/proc/99")
            [1] sysctl("kern.proc.all")
            """);
}
