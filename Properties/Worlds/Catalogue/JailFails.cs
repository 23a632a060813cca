namespace Verify.Properties.Worlds.Catalogue;

/// <summary>jail(2) that fails at each of its steps: nothing changes and nothing leaks (J1, G7).</summary>
internal static class JailFails
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "jail-fails",
        "jail(2) with every argument wrong, sockets in the way and no memory, then right after all",
        depth: 5,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable debug.maxprisons=1
            dir "/j" 0755 0 0
            dir "/j/locked" 0600 0 0
            file "/f" 0644 0 0
            [1] fork()
            """,
        alphabet: $"""
            [2] jail("/j", "a", 10.0.0.2)
            [2] jail(1, "/j", "a", 10.0.0.2)
            [2] jail(NULL, "a", 10.0.0.2)
            [2] jail("/none", "a", 10.0.0.2)
            [2] jail("/f", "a", 10.0.0.2)
            [2] jail("/j/../none/", "a", 10.0.0.2)
            [2] jail("/j", NULL, 10.0.0.2)
            [2] jail("/j", "{new string('h', 256)}", 10.0.0.2)
            [2] jail("/j", "{new string('h', 255)}", 10.0.0.9)
            [1] jail("/", "b", 10.0.0.1)
            [2] socket(AF_INET, SOCK_DGRAM, 0)
            [2] socket(AF_LOCAL, SOCK_STREAM, 0)
            [2] close(3)
            [2] setuid(1001)
            [2] chdir("/j")
            [2] chdir("..")
            [2] stat("/")
            [2] fork()
            [2] exit(0)
            [3] exit(0)
            [1] rmdir("/j/locked")
            [1] rmdir("/j")
            """);
}
