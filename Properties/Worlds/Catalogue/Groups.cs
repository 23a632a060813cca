namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Process groups and sessions, on the host and with prisoners among them, and what goes to all of one (J6).</summary>
internal static class Groups
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "groups",
        "two groups of a session and another session, with a user and a prisoner in them",
        depth: 4,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxproc=7
            [1] fork()
            [1] fork()
            [3] setpgid(0, 0)
            [1] fork()
            [4] jail("/", "a", 10.0.0.2)
            [1] setpgid(4, 3)
            [1] fork()
            [5] setuid(1001)
            """,
        alphabet: """
            [1] setpgid(2, 0)
            [1] setpgid(2, 3)
            [1] setpgid(2, 9)
            [1] setpgid(2, -1)
            [1] setpgid(9, 0)
            [1] setpgid(1, 3)
            [2] setpgid(3, 0)
            [4] setpgid(0, 1)
            [4] setpgid(0, 3)
            [2] setsid()
            [3] setsid()
            [4] setsid()
            [3] getpgrp()
            [4] getpgid(3)
            [1] getpgid(4)
            [1] getsid(0)
            [1] getsid(2)
            [2] setlogin("two")
            [4] setlogin("four")
            [4] getlogin()
            [1] getlogin()
            [5] kill(2, 19)
            [5] kill(0, 19)
            [5] kill(-3, 9)
            [4] kill(-3, 9)
            [2] kill(-9, 9)
            [2] kill(0, 9)
            [5] ktrace(-3)
            [5] ktrace(-9)
            [5] ktrace(-1)
            [2] getpriority(PRIO_PGRP, 0)
            [2] setpriority(PRIO_PGRP, 3, 4)
            [4] getpriority(PRIO_PGRP, 1)
            [5] setpriority(PRIO_USER, 0, 2)
            [5] setpriority(PRIO_USER, 0, 1)
            [1] getpriority(PRIO_USER, 1001)
            [1] getpriority(9, 1)
            [1] sysctl("1.14.2.3")
            [4] sysctl("1.14.2.3")
            [3] fork()
            [3] exit(0)
            """);
}
