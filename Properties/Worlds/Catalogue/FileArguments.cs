namespace Verify.Properties.Worlds.Catalogue;

/// <summary>Paths and modes at their bounds: lengths, links, slashes, special bits (J8, J4).</summary>
internal static class FileArguments
{
    private static readonly string Far = string.Concat(Enumerable.Repeat("./", 505));
    private static readonly string Long = new('p', 256);
    private static readonly string Whole = string.Concat(Enumerable.Repeat("/" + Long[1..], 4))[..1023];

    public static readonly SmallWorld World = SmallWorld.Of(
        "file-arguments",
        "paths of 1023 and 1024 characters, parts of 255 and 256, 32 and 33 links, slashes at the end, misfits",
        depth: 3,
        start: $"""
            if fxp0 10.0.0.1/24 10.0.0.2
            tunable net.inet.tcp.tcbhashsize=2
            tunable kern.maxfilesperproc=5
            dir "/d" 0700 0 0
            dir "/g" 0070 0 1001
            dir "/s" 02777 0 1001
            file "/f" 0644 0 0
            file "/own" 0644 1001 1001
            file "/set" 06755 1001 1001
            symlink "/dot" 0755 0 0 "."
            symlink "/loop" 0755 0 0 "loop"
            symlink "/far" 0755 0 0 "{Far}"
            symlink "/root" 0755 0 0 "/"
            symlink "/none" 0755 0 0 ""
            [1] fork()
            [2] setuid(1001)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] open("/f", O_WRONLY, 0)
            """,
        alphabet: $"""
            [1] stat(NULL)
            [1] stat("")
            [1] stat("//")
            [1] stat("{Whole}")
            [1] stat("{Whole}p")
            [1] stat("/{Long}")
            [1] stat("/{Long[1..]}")
            [1] mkdir("/{Long[1..]}", 0777)
            [1] stat("{Repeat(32)}")
            [1] stat("{Repeat(33)}")
            [1] stat("/loop")
            [1] stat("/far{new string('/', 12)}")
            [1] stat("/far{new string('/', 13)}")
            [1] stat("/none")
            [1] stat("/none/")
            [1] stat("/none/f")
            [1] mkdir("/none/", 0755)
            [1] unlink("/dot/f/")
            [1] stat("/root/f")
            [1] stat("/f/")
            [1] stat("/f/..")
            [1] mkdir("/", 0755)
            [1] mkdir("/f", 0755)
            [1] mkdir("/new/", 0755)
            [1] symlink("f", "/new/")
            [1] symlink(NULL, "/new")
            [1] symlink("{Whole}", "/new")
            [1] symlink("{Whole}p", "/new")
            [1] mknod("/new", 0100644, 0)
            [1] rmdir("/d/.")
            [1] unlink("/..")
            [1] rmdir("/d/..")
            [1] rmdir("/..")
            [2] stat("/d/..")
            [1] open("/f", O_RDONLY|O_CREAT|O_EXCL, 0)
            [1] open("/f", O_ACCMODE, 0)
            [1] open("/f", O_RDWR, 0)
            [1] read(3)
            [1] read(4)
            [1] readdir(3)
            [1] readdir(4)
            [1] readdir(0)
            [1] fchdir(3)
            [1] fchdir(4)
            [1] chdir("/f")
            [1] chmod("/f", 01644)
            [1] chmod("/d", 07777)
            [1] chown("/f", -2, 0)
            [1] chown("/f", 1001, 1001)
            [2] stat("/d/x")
            [2] chdir("/d")
            [2] chdir("/g")
            [2] setgid(1001)
            [1] setgid(1001)
            [1] setuid(1001)
            [2] open("/d", O_RDONLY, 0)
            [2] open("/f", O_WRONLY, 0)
            [2] open("/s/new", O_RDONLY|O_CREAT, 02755)
            [2] mkdir("/new", 0755)
            [2] chmod("/f", 0600)
            [2] chmod("/own", 01600)
            [2] chmod("/own", 02600)
            [2] chmod("/own", 0600)
            [2] chown("/f", -1, -1)
            [2] chown("/own", 1002, -1)
            [2] chown("/set", -1, 0)
            [1] stat("/own")
            [2] stat("/set")
            [2] stat("/s/new")
            [2] chroot("/")
            [2] mkfifo("/s/p", 0644)
            [1] mknod("/bad", 0170644, 3)
            [1] stat("/bad")
            [1] open("/bad", O_RDONLY, 0)
            [1] mknod("/white", 0160644, 0)
            [2] mknod("/s/c", 020644, 0)
            """);

    private static string Repeat(int links) => string.Concat(Enumerable.Repeat("/dot", links));
}
