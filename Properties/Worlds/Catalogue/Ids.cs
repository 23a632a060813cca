namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Users and groups whose ids are equal in their lowest 8 or 16 bits (J4, J8, J10).</summary>
internal static class Ids
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "ids",
        "users 1001 and 66537, and 65536 who is not the superuser, want files, processes and quotas of each other",
        depth: 3,
        start: """
            if fxp0 10.0.0.1/24
            tunable net.inet.tcp.tcbhashsize=2
            dir "/t" 01777 0 0
            file "/t/u" 0600 1001 0
            file "/t/g" 0060 0 1001
            file "/t/o" 0066 1001 1001
            file "/t/r" 0600 0 0
            dir "/t/d" 0755 66537 66537
            [1] fork()
            [1] fork()
            [1] fork()
            [2] setgid(1001)
            [2] setuid(1001)
            [3] setgid(66537)
            [3] setuid(66537)
            """,
        alphabet: """
            [2] open("/t/u", O_RDONLY, 0)
            [3] open("/t/u", O_RDONLY, 0)
            [2] open("/t/g", O_RDONLY, 0)
            [3] open("/t/g", O_RDONLY, 0)
            [2] open("/t/o", O_RDONLY, 0)
            [3] open("/t/o", O_WRONLY, 0)
            [4] open("/t/r", O_RDONLY, 0)
            [2] mkdir("/t/d/x", 0755)
            [3] mkdir("/t/d/x", 0755)
            [2] unlink("/t/u")
            [3] unlink("/t/u")
            [2] rmdir("/t/d/x")
            [3] chmod("/t/u", 0777)
            [2] kill(3, 0)
            [3] kill(2, 9)
            [2] ptrace(3)
            [3] ktrace(2)
            [3] setpriority(2, 5)
            [2] setuid(66537)
            [3] setuid(1001)
            [3] setgid(1001)
            [4] setuid(65536)
            [4] setuid(65537)
            [4] setuid(256)
            [4] setuid(2147483647)
            [4] setuid(-2)
            [4] setuid(-2147483648)
            [4] setgid(65536)
            [4] setgid(-2)
            [4] setgroups(65536)
            [4] setgroups(66537)
            [4] setuid(0)
            [1] chown("/t/u", 65536, 65536)
            [1] chown("/t/u", 256, 257)
            [1] chown("/t/u", 65535, 65535)
            [1] chown("/t/u", 66537, -1)
            [1] chown("/t/g", -1, 66537)
            [1] chown("/t/g", 2147483647, 2147483647)
            [1] chown("/t/g", -2, 0)
            [1] stat("/t/u")
            [1] stat("/t/g")
            [1] quotactl("/", Q_SETQUOTA, 1001, 1)
            [1] quotactl("/", Q_SETQUOTA, 66537, 2)
            [1] quotactl("/", Q_GETQUOTA, 1001, 0)
            [1] quotactl("/", Q_GETQUOTA, 66537, 0)
            [1] quotactl("/", Q_GETQUOTA, 65536, 0)
            """);
}
