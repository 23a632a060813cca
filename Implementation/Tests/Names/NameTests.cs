using Xunit;

namespace Verify.Implementation.Tests.Names;

/// <summary>Calls that make and remove names: mkdir, mknod, symlink, link, unlink, rmdir.</summary>
[Trait("Requirement", "J8")]
public sealed class NameTests
{
    private const string Tree = """
        dir "/d" 0755 0 0
        file "/d/f" 0644 0 0
        dir "/tmp" 01777 0 0
        dir "/mine" 0755 5 5
        symlink "/l" 0777 0 0 "d"
        symlink "/none" 0777 0 0 "new"
        [1] fork() = 2
        [2] setgid(5) = 0
        [2] setuid(5) = 0

        """;

    [Fact]
    public void Making_directories() => KernelReplay.Run(Tree + """
        [1] mkdir("/d/e", 07777) = 0
        [1] stat("/d/e") = "8 40755 2 0 0 0"
        [1] stat("/d") = "2 40755 3 0 0 0"
        [1] mkdir("/d/e/", 0755) = -1 EEXIST
        [1] mkdir("/d/f/", 0755) = -1 ENOTDIR
        [1] mkdir("/d/g/", 0700) = 0
        [1] mkdir("/", 0755) = -1 EISDIR
        [1] mkdir("/.", 0755) = -1 EEXIST
        [1] mkdir("/l", 0755) = -1 EEXIST
        [1] mkdir("/none", 0755) = -1 EEXIST
        [1] mkdir("/none/", 0755) = 0
        [1] stat("/new") = "10 40755 2 0 0 0"
        [1] mkdir("/x/y", 0755) = -1 ENOENT
        [2] mkdir("/d/h", 0755) = -1 EACCES
        [2] mkdir("/d/f", 0755) = -1 EEXIST
        [2] mkdir("/mine/h", 0755) = 0
        """);

    [Fact]
    public void Special_files_need_privileges() => KernelReplay.Run(Tree + """
        [1] mknod("/d/p", 010666, 7) = -1 EINVAL
        [2] mkfifo("/mine/p", 010666) = 0
        [1] stat("/mine/p") = "8 10644 1 5 5 0"
        [1] mkfifo("/mine/p", 0666) = -1 EEXIST
        [1] mknod("/d/c", 020666, 7) = 0
        [1] stat("/d/c") = "9 20644 1 0 0 7"
        [1] mknod("/d/b", 063777, 2) = 0
        [1] stat("/d/b") = "10 63755 1 0 0 2"
        [1] mknod("/d/f", 0100644, 0) = -1 EEXIST
        [1] mknod("/d/r", 0100644, 0) = -1 EINVAL
        [1] mknod("/d/r/", 010644, 0) = -1 ENOENT
        [1] mknod("/d/w", 0160000, 0) = 0
        [1] stat("/d/w") = -1 ENOENT
        [1] mknod("/d/bad", 0170600, 3) = 0
        [1] stat("/d/bad") = -1 EBADF
        [1] open("/d/bad", O_RDONLY, 00) = 3
        [1] close(3) = 0
        [2] mknod("/mine/q", 010666, 0) = -1 EPERM
        [2] mkfifo("/d/q", 0666) = -1 EACCES
        [2] mknod(NULL, 020666, 0) = -1 EPERM
        [1] jail("/", "a", 10.0.0.1) = 0
        [1] mkfifo("/mine/q", 0666) = 0
        [1] mknod("/mine/r", 0170666, 0) = 0
        [1] mknod("/mine/c", 020666, 0) = -1 EPERM
        [1] mknod(NULL, 060666, 0) = -1 EPERM
        [1] mknod("/mine/r", 0100666, 0) = -1 EEXIST
        [1] mknod("/mine/s", 0100666, 0) = -1 EINVAL
        """);

    [Fact]
    public void Links() => KernelReplay.Run(Tree + """
        [1] link("/d/f", "/g") = 0
        [1] stat("/g") = "3 100644 2 0 0 0"
        [1] link("/g", "/d/f") = -1 EEXIST
        [1] link("/d", "/e") = -1 EPERM
        [1] link("/l", "/e") = -1 EPERM
        [1] link("/none", "/e") = -1 ENOENT
        [1] link("/g", "/none") = -1 EEXIST
        [1] link("/g", "/h/") = -1 ENOENT
        [1] link("/g", "/") = -1 EISDIR
        [1] link(NULL, NULL) = -1 EFAULT
        [1] link("/g", NULL) = -1 EFAULT
        [1] symlink("x", "/d/s/") = -1 ENOENT
        [1] symlink("x", "/d/s") = 0
        [1] unlink("/d/f") = 0
        [1] stat("/g") = "3 100644 1 0 0 0"
        [1] unlink("/g") = 0
        """);

    [Fact]
    public void Removing() => KernelReplay.Run(Tree + """
        [1] unlink("/d") = -1 EPERM
        [1] unlink("/") = -1 EISDIR
        [1] unlink(".") = -1 EPERM
        [2] unlink("/d/.") = -1 EPERM
        [2] unlink("/d/..") = -1 EACCES
        [1] rmdir("/d/..") = -1 EBUSY
        [1] rmdir("/d/./") = -1 EINVAL
        [2] rmdir("/d/.") = -1 EINVAL
        [1] rmdir("/..") = -1 EINVAL
        [1] mkdir("/d/e", 0755) = 0
        [1] rmdir("/d/e/..") = -1 ENOTEMPTY
        [1] rmdir("/d/e") = 0
        [1] rmdir("/") = -1 EISDIR
        [1] rmdir("/d") = -1 ENOTEMPTY
        [1] rmdir("/d/f") = -1 ENOTDIR
        [1] rmdir("/l") = -1 ENOTDIR
        [1] rmdir("/nothing") = -1 ENOENT
        [2] unlink("/d/f") = -1 EACCES
        [2] unlink("/d/nothing") = -1 ENOENT
        [1] unlink("/d/f") = 0
        [1] rmdir("/l/") = 0
        [1] stat("/") = "1 40755 4 0 0 0"
        [1] stat("/l") = -1 ENOENT
        [1] unlink("/l") = 0
        """);

    [Fact]
    public void In_a_sticky_directory_only_owners_remove() => KernelReplay.Run(Tree + """
        [1] fork() = 3
        [3] setuid(6) = 0
        [2] open("/tmp/a", O_RDONLY|O_CREAT, 0666) = 3
        [2] mkdir("/tmp/b", 0777) = 0
        [3] unlink("/tmp/a") = -1 EPERM
        [3] rmdir("/tmp/b") = -1 EPERM
        [3] rename("/tmp/a", "/tmp/c") = -1 EPERM
        [3] open("/tmp/c", O_RDONLY|O_CREAT, 0666) = 3
        [3] rename("/tmp/c", "/tmp/a") = -1 EPERM
        [2] unlink("/tmp/a") = 0
        [1] rmdir("/tmp/b") = 0
        [1] chown("/tmp", 6, 0) = 0
        [2] mkdir("/tmp/b", 0777) = 0
        [3] rmdir("/tmp/b") = 0
        """);

    [Fact]
    public void A_removed_directory_is_unusable() => KernelReplay.Run("""
        dir "/d" 0755 0 0
        [1] fork() = 2
        [2] chdir("/d") = 0
        [2] open(".", O_RDONLY, 00) = 3
        [1] rmdir("/d") = 0
        [2] stat(".") = -1 ENOENT
        [2] stat("..") = -1 ENOENT
        [2] mkdir("x", 0755) = -1 ENOENT
        [2] readdir(3) = -1 EPERM
        [2] fchdir(3) = -1 EPERM
        [2] stat("/") = "1 40755 2 0 0 0"
        [2] chdir("/") = 0
        [2] close(3) = 0
        """);

    [Fact]
    public void A_removed_root_still_exists_but_accepts_no_names() => KernelReplay.Run("""
        dir "/d" 0755 0 0
        [1] fork() = 2
        [2] chroot("/d") = 0
        [2] chdir("/") = 0
        [1] rmdir("/d") = 0
        [2] stat("/..") = "2 40755 0 0 0 0"
        [2] stat("..") = "2 40755 0 0 0 0"
        [2] mkdir("/x", 0755) = -1 ENOENT
        [2] open("x", O_RDONLY|O_CREAT, 0755) = -1 ENOENT
        [2] open("/", O_RDONLY, 00) = 3
        [2] readdir(3) = ""
        [2] fchdir(3) = 0
        [2] mount("mfs", "/") = 0
        [2] mkdir("/x", 0755) = 0
        [2] unmount("/") = -1 EBUSY
        """);

    [Fact]
    public void Without_free_nodes_only_links_can_be_created() => KernelReplay.Run("""
        file "/f" 0644 0 0
        tunable kern.maxvnodes=3
        [1] open("/g", O_RDONLY|O_CREAT, 0644) = 3
        [1] mkdir("/d", 0755) = -1 ENOSPC
        [1] symlink("x", "/d") = -1 ENOSPC
        [1] mkfifo("/d", 0644) = -1 ENOSPC
        [1] open("/d", O_RDONLY|O_CREAT, 0644) = -1 ENOSPC
        [1] link("/f", "/d") = 0
        [1] mkdir("/d", 0755) = -1 EEXIST
        [1] unlink("/g") = 0
        [1] mkdir("/e", 0755) = -1 ENOSPC
        [1] close(3) = 0
        [1] mkdir("/e", 0755) = 0
        [1] stat("/e") = "4 40755 2 0 0 0"
        """);
}
