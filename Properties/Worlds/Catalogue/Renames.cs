namespace Verify.Properties.Worlds.Catalogue;

/// <summary>rename over, into and between what there is, and sticky directories (J4, J8).</summary>
internal static class Renames
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "renames",
        "two users and a prison's superuser who move and remove each other's files, in sticky directories too",
        depth: 6,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            dir "/t" 01777 0 0
            dir "/t/a" 0755 1001 1001
            dir "/t/a/b" 0755 1001 1001
            dir "/t/a/locked" 0555 1001 1001
            file "/t/f" 0644 1001 1001
            file "/t/g" 0644 1002 1002
            dir "/m" 0755 0 0
            [1] mount("mfs", "/m")
            [1] fork()
            [2] setuid(1001)
            [1] fork()
            [3] setuid(1002)
            [1] fork()
            [4] jail("/t", "a", 10.0.0.2)
            """,
        alphabet: """
            [2] rename("/t/f", "/t/h")
            [2] rename("/t/f", "/t/g")
            [2] rename("/t/g", "/t/h")
            [2] rename("/t/a", "/t/a/b/c")
            [2] rename("/t/a", "/t/a/a")
            [2] rename("/t/a/b", "/t/a")
            [2] rename("/t/a/b", "/t/c")
            [2] rename("/t/a/b", "/t/f")
            [2] rename("/t/f", "/t/a/b")
            [2] rename("/t/f", "/t/a/b/")
            [2] rename("/t/a/locked", "/t/locked")
            [2] rename("/t/a/locked", "/t/a/b")
            [2] rename("/t/f", "/m/f")
            [2] rename("/t/a/b", "/t/a/..")
            [2] rename("/t/.", "/t/h")
            [2] rename("/", "/t/h")
            [2] rename("/t/f", "/t/f")
            [2] link("/t/f", "/t/h")
            [2] rename("/t/h", "/t/f")
            [2] rename("/t/a/b", "/t/a/locked/.")
            [2] rename("/t/a/.", "/t/a")
            [1] rename("/t/a/b", "/m/.")
            [2] rename("/t/f", "/t/h/")
            [3] unlink("/t/f")
            [3] unlink("/t/g")
            [3] unlink("/t/h")
            [3] rename("/t/g", "/t/f")
            [3] rmdir("/t/a/b")
            [3] mkdir("/x", 0755)
            [4] rename("/f", "/../f2")
            [4] rename("/a/b", "/b")
            [4] unlink("/g")
            [4] rename("/a", "/../a2")
            [1] rename("/t/f", "/m/f")
            [1] rename("/m", "/n")
            """);
}
