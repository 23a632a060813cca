namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Who traces whom, what becomes of both, and process 1, without which there is no machine (J6, G7).</summary>
internal static class Traced
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "traced",
        "processes that trace each other and process 1, signals to them, a prison that one enters, and ends",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxproc=5
            [1] fork()
            [1] fork()
            [3] setuid(1001)
            """,
        alphabet: """
            [1] ptrace(2)
            [2] ptrace(1)
            [2] ptrace(3)
            [3] ptrace(2)
            [1] kill(2, 9)
            [1] kill(3, 64)
            [1] kill(-1, 9)
            [1] setpriority(0, 3)
            [2] kill(1, 15)
            [2] kill(1, 64)
            [2] setpgid(3, 0)
            [1] getpriority(0)
            [2] fork()
            [2] jail("/", "a", 10.0.0.1)
            [2] exit(0)
            [3] exit(0)
            [1] exit(0)
            """);
}
