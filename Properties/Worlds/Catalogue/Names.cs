namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Names that are nearly the same, and texts at their limits (J5, J7, J8).</summary>
internal static class Names
{
    private static readonly string[] All =
        ["a", "aa", "A", "a0", "a00", "a1", new string('n', 254) + "a", new string('n', 254) + "b", new('n', 254)];

    public static readonly SmallWorld World = SmallWorld.Of(
        "names",
        "files whose names differ in the last character, in zeros or in case; a prison without a hostname",
        depth: 3,
        start: """
            if fxp0 10.0.0.1/24
            tunable net.inet.tcp.tcbhashsize=2
            dir "/proc" 0755 0 0
            [1] mount("procfs", "/proc")
            [1] fork()
            [1] open("/", O_RDONLY, 0)
            """,
        alphabet: string.Join('\n',
        [
            .. All.SelectMany(name => new[]
            {
                $"[1] mkdir(\"/{name}\", 0755)", $"[1] stat(\"/{name}\")", $"[1] rmdir(\"/{name}\")",
            }),
            "[1] rename(\"/a\", \"/aa\")",
            "[1] readdir(3)",
            "[1] mkdir(\"/" + new string('n', 256) + "\", 0755)",
            "[1] setlogin(\"" + new string('l', 15) + "m\")",
            "[1] setlogin(\"" + new string('l', 16) + "\")",
            "[1] getlogin()",
            "[1] sysctl(\"kern.hostname\", \"host\")",
            "[2] jail(\"/\", \"\", 10.0.0.1)",
            "[2] jail(\"/\", \"" + new string('h', 255) + "\", 10.0.0.1)",
            "[2] sysctl(\"kern.hostname\", \"\")",
            "[2] sysctl(\"kern.hostname\")",
            "[2] open(\"/proc/2/status\", O_RDONLY, 0)",
            "[2] read(3)",
        ]));
}
