namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Making, naming, removing and opening files, in and above a prison (J8).</summary>
internal static class JailFiles
{
    public static readonly SmallWorld World = SmallWorld.Of(
        "jail-files",
        "files and directories that come and go while they are open or somebody's directory",
        depth: 4,
        start: """
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxfilesperproc=5
            dir "/j" 0755 0 0
            dir "/j/d" 0755 0 0
            file "/j/f" 0644 0 0
            fifo "/j/p" 0644 0 0
            device "/j/null" 0666 0 0 2
            device "/j/kmem" 0600 0 0 3
            [1] fork()
            [2] chdir("/j")
            [2] jail("/j", "a", 10.0.0.2)
            """,
        alphabet: """
            [2] open("f", O_RDONLY, 0)
            [2] open("d", O_RDONLY, 0)
            [2] open("d", O_WRONLY, 0)
            [2] open("p", O_RDONLY, 0)
            [2] open("null", O_RDWR, 0)
            [2] open("kmem", O_RDONLY, 0)
            [2] open("new", O_WRONLY|O_CREAT, 0644)
            [2] open("f", O_RDONLY|O_CREAT|O_EXCL, 0644)
            [2] open("f", O_ACCMODE, 0)
            [2] read(3)
            [2] readdir(3)
            [2] fchdir(3)
            [2] close(3)
            [2] read(0)
            [2] mkdir("d/e", 0755)
            [2] mkdir("new/", 0755)
            [2] mkfifo("new", 0644)
            [2] mknod("d/c", 020644, 2)
            [2] symlink("f", "d/s")
            [2] open("d/s", O_RDONLY|O_CREAT, 0600)
            [2] link("f", "d/l")
            [2] link("d", "l")
            [2] unlink("f")
            [2] unlink("d")
            [2] unlink("new")
            [2] rmdir("d")
            [2] rmdir("f")
            [2] rmdir("d/e")
            [2] chdir("d")
            [2] mkdir("/d/../new", 0755)
            [2] stat("f")
            [2] stat("d/s")
            [2] stat("new")
            [1] mknod("/j/dev", 060644, 2)
            [1] open("/j/d/s", O_RDONLY, 0)
            """);
}
