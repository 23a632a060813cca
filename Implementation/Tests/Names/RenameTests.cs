using Xunit;

namespace Verify.Implementation.Tests.Names;

/// <summary>rename: what may replace what, and where a directory cannot be moved.</summary>
[Trait("Requirement", "J8")]
public sealed class RenameTests
{
    private const string Tree = """
        dir "/a" 0755 0 0
        dir "/a/b" 0755 0 0
        dir "/a/b/c" 0755 0 0
        dir "/e" 0755 0 0
        file "/f" 0644 0 0
        file "/g" 0644 0 0

        """;

    [Fact]
    public void Files() => KernelReplay.Run(Tree + """
        [1] rename("/f", "/h") = 0
        [1] stat("/f") = -1 ENOENT
        [1] rename("/h", "/g") = 0
        [1] stat("/g") = "6 100644 1 0 0 0"
        [1] link("/g", "/h") = 0
        [1] rename("/g", "/h") = 0
        [1] stat("/g") = -1 ENOENT
        [1] stat("/h") = "6 100644 1 0 0 0"
        [1] rename("/h", "/h") = 0
        [1] rename("/h", "/e") = -1 EISDIR
        [1] rename("/h", "/k/") = -1 ENOENT
        [1] link("/h", "/e/k") = 0
        [1] rename("/e/k", "/h") = 0
        [1] stat("/h") = "6 100644 1 0 0 0"
        [1] rename("/h", "/e/k") = 0
        [1] open("/e", O_RDONLY, 00) = 3
        [1] readdir(3) = "k"
        [1] rename("/e/k", "/h") = 0
        [1] rename("/h", "/") = -1 EISDIR
        [1] rename("/", "/h") = -1 EISDIR
        [1] rename("/nothing", NULL) = -1 ENOENT
        [1] rename("/h", NULL) = -1 EFAULT
        """);

    [Fact]
    public void Directories() => KernelReplay.Run(Tree + """
        [1] rename("/a/b", "/e") = 0
        [1] stat("/a") = "2 40755 2 0 0 0"
        [1] stat("/") = "1 40755 4 0 0 0"
        [1] stat("/e/c/../..") = "1 40755 4 0 0 0"
        [1] rename("/e", "/a/x/") = 0
        [1] stat("/a/x") = "3 40755 3 0 0 0"
        [1] rename("/a/x", "/f") = -1 ENOTDIR
        [1] rename("/a/x/c", "/a") = -1 ENOTEMPTY
        [1] rename("/a/x", "/a/y") = 0
        [1] stat("/a") = "2 40755 3 0 0 0"
        """);

    [Fact]
    public void A_directory_cannot_move_into_itself() => KernelReplay.Run(Tree + """
        [1] rename("/a", "/a/x") = -1 EINVAL
        [1] rename("/a", "/a/b/x") = -1 EINVAL
        [1] rename("/a/b", "/a/b/c/x") = -1 EINVAL
        [1] rename("/a", "/a/b/c") = -1 EINVAL
        [1] rename("/a", "/a") = 0
        [1] rename("/a/.", "/e") = -1 EINVAL
        [1] rename("/a", "/e/..") = -1 EINVAL
        [1] rename("/a/..", "/e/x") = -1 EINVAL
        [1] rename("/a/.", "/a") = -1 ENOENT
        [1] rename("/a/.", "/a/.") = 0
        [1] rename("/a", "/a/.") = -1 EINVAL
        [1] rename("/a", "/") = -1 EINVAL
        [1] rename("/f", "/a/.") = -1 EISDIR
        [1] rename("/a/b/..", "/a") = -1 ENOENT
        """);

    [Fact]
    public void A_directory_that_changes_its_parent_must_be_writable() => KernelReplay.Run("""
        dir "/a" 0777 0 0
        dir "/a/b" 0755 0 0
        dir "/c" 0777 0 0
        [1] setuid(5) = 0
        [1] rename("/a/b", "/a/d") = 0
        [1] rename("/a/d", "/c/d") = -1 EACCES
        [1] rename("/a/d", "/d") = -1 EACCES
        """);

    [Fact]
    public void A_mount_point_cannot_be_renamed() => KernelReplay.Run(Tree + """
        [1] mount("mfs", "/e") = 0
        [1] rename("/e", "/k") = -1 EXDEV
        [1] rename("/e", "/e") = 0
        [1] rename("/e", "/e/k") = -1 EINVAL
        [1] mkdir("/e/d", 0755) = 0
        [1] rename("/e", "/e/d/k") = -1 EINVAL
        [1] rename("/a", "/e") = -1 EXDEV
        [1] rename("/f", "/e/k") = -1 EXDEV
        [1] rename("/f", "/e") = -1 EISDIR
        [1] link("/f", "/e/k") = -1 EXDEV
        [1] rmdir("/e") = -1 EBUSY
        [1] rename("/a", "/z") = 0
        """);
}
