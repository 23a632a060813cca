namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Directories eight deep, moved up and down, and roots in them (J8).</summary>
internal static class DeepTree
{
    private const string Path = "/a/b/c/d/e/f/g/h";

    public static readonly SmallWorld World = SmallWorld.Of(
        "deep-tree",
        "a directory moved one to seven levels down into itself; a prison eight levels deep and what is beneath it",
        depth: 4,
        start: $"""
            if fxp0 10.0.0.1/24
            tunable net.inet.tcp.tcbhashsize=2
            {string.Join('\n', Enumerable.Range(1, 8).Select(levels => $"dir \"{Level(levels)}\" 0755 0 0"))}
            dir "/z" 0755 0 0
            [1] fork()
            [2] open("/", O_RDONLY, 0)
            [2] open("{Path}", O_RDONLY, 0)
            [1] fork()
            """,
        alphabet: string.Join('\n',
        [
            .. Enumerable.Range(2, 7).Select(levels => $"[1] rename(\"/a\", \"{Level(levels)}/x\")"),
            .. Enumerable.Range(4, 5).Select(levels => $"[1] rename(\"/a/b/c\", \"{Level(levels)}\")"),
            "[1] rename(\"/a/b/c/d\", \"/z/d\")",
            "[1] rename(\"/z\", \"" + Path + "/z\")",
            "[1] rename(\"/z/d/e\", \"/a/e\")",
            "[1] rmdir(\"" + Path + "\")",
            .. Enumerable.Range(1, 8).Select(levels => $"[2] chroot(\"{Level(levels)}\")"),
            "[2] fchdir(3)",
            "[2] fchdir(4)",
            "[2] readdir(3)",
            "[2] readdir(4)",
            "[2] chdir(\"../../../../../../..\")",
            "[2] stat(\"../../../../../../../..\")",
            "[2] chdir(\"" + Path + "\")",
            "[2] stat(\".\")",
            "[3] jail(\"/a/b/c\", \"a\", 10.0.0.1)",
            "[3] chdir(\"/d/e/f/g/h\")",
            "[3] stat(\"../../../../../../..\")",
        ]));

    private static string Level(int levels) => Path[..(2 * levels)];
}
