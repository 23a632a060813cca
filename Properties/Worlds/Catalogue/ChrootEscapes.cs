namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Every way out of a root in a few steps, alone and with the host's help (G4, J8).</summary>
internal static class ChrootEscapes
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "chroot-escapes",
        "a prisoner that moves its root and directory, holds directories open, and is moved or handed one by the host",
        depth: 7,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            dir "/j" 0755 0 0
            dir "/j/x" 0755 0 0
            dir "/j/x/y" 0755 0 0
            symlink "/j/up" 0755 0 0 "../.."
            symlink "/j/x/top" 0755 0 0 "/"
            [1] fork()
            [2] chdir("/j")
            [2] jail("/j", "a", 10.0.0.2)
            """,
        alphabet: """
            [2] chroot("x")
            [2] chroot("/x/y")
            [2] chroot("/")
            [2] chroot("..")
            [2] chdir("/")
            [2] chdir("..")
            [2] chdir("x")
            [2] chdir("up")
            [2] chdir("x/top/up")
            [2] open(".", O_RDONLY, 0)
            [2] open("/", O_RDONLY, 0)
            [2] fchdir(3)
            [2] readdir(3)
            [2] close(3)
            [2] stat(".")
            [2] stat("/..")
            [2] stat("../..")
            [2] rmdir("x/y")
            [1] rename("/j/x", "/out")
            [1] rename("/out", "/j/x")
            [1] open("/", O_RDONLY, 0)
            [1] passfd(3, 2)
            [1] close(3)
            """);
}
