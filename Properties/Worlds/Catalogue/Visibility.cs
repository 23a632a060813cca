namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Who sees, signals, traces and renices whom (J6).</summary>
internal static class Visibility
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "visibility",
        "the host, a user there and two prisons at one address, one of them with a user",
        depth: 7,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxproc=6
            [1] fork()
            [2] jail("/", "a", 10.0.0.2)
            [2] fork()
            [3] setuid(1001)
            [1] fork()
            [4] jail("/", "b", 10.0.0.2)
            [1] fork()
            [5] setuid(1001)
            """,
        alphabet: """
            [2] kill(3, 0)
            [2] kill(3, 15)
            [2] kill(4, 9)
            [2] kill(5, 0)
            [2] kill(1, 0)
            [2] kill(-1, 9)
            [2] kill(9, 0)
            [2] kill(2, 32)
            [2] kill(0, 0)
            [3] kill(2, 0)
            [3] kill(3, 18)
            [3] kill(-1, 0)
            [3] kill(5, 9)
            [4] kill(-1, 0)
            [5] kill(3, 9)
            [5] kill(1, 0)
            [5] kill(-1, 0)
            [1] kill(-1, 1)
            [1] kill(2, 9)
            [2] fork()
            [2] exit(0)
            [2] ptrace(2)
            [2] ptrace(3)
            [2] ptrace(4)
            [3] ptrace(2)
            [5] ptrace(3)
            [2] ktrace(3)
            [2] ktrace(5)
            [3] ktrace(2)
            [2] getpriority(0)
            [2] getpriority(4)
            [2] setpriority(3, 5)
            [2] setpriority(4, 5)
            [2] setpriority(0, -21)
            [3] setpriority(3, 21)
            [3] setpriority(3, -1)
            [3] setpriority(2, 1)
            [5] getpriority(3)
            [1] sysctl("kern.proc.all")
            [2] sysctl("kern.proc.all")
            [3] setuid(0)
            [4] sysctl("kern.proc.all")
            [4] fork()
            [4] exit(0)
            [5] exit(0)
            [5] setpriority(5, 7)
            [1] setpriority(5, -7)
            """);
}
