using Xunit;

namespace Verify.Implementation.Tests.Names;

/// <summary>Path look-up: components, slashes, symbolic links, search permission, lengths.</summary>
[Trait("Requirement", "J8")]
public sealed class PathTests
{
    private const string Tree = """
        dir "/a" 0755 0 0
        dir "/a/b" 0700 5 5
        file "/a/b/f" 0644 5 5
        file "/f" 0644 0 0
        symlink "/l" 0777 0 0 "a/b"
        symlink "/up" 0777 0 0 "/a/../l"
        symlink "/root" 0777 0 0 "/"
        symlink "/none" 0777 0 0 "nothing"
        symlink "/empty" 0777 0 0 ""
        symlink "/loop" 0777 0 0 "loop"
        symlink "/tofile" 0777 0 0 "/f"

        """;

    private static string Text(int length) => new('x', length);

    [Fact]
    public void Invalid_paths() => KernelReplay.Run($"""
        [1] stat(NULL) = -1 EFAULT
        [1] stat("") = -1 ENOENT
        [1] stat("{new string('/', 1023)}") = "1 40755 2 0 0 0"
        [1] stat("{new string('/', 1024)}") = -1 ENAMETOOLONG
        [1] stat("/{Text(255)}") = -1 ENOENT
        [1] stat("/{Text(256)}") = -1 ENAMETOOLONG
        [1] mkdir("/{Text(255)}", 0755) = 0
        [1] mkdir("/{Text(256)}", 0755) = -1 ENAMETOOLONG
        """);

    [Fact]
    public void Slashes_and_dots() => KernelReplay.Run(Tree + """
        [1] stat("/") = "1 40755 3 0 0 0"
        [1] stat("//a///b//") = "3 40700 2 5 5 0"
        [1] stat("a/./b/../../f") = "5 100644 1 0 0 0"
        [1] stat("/../../a") = "2 40755 3 0 0 0"
        [1] stat("/f/") = -1 ENOTDIR
        [1] stat("/f/.") = -1 ENOTDIR
        [1] stat("/f/x") = -1 ENOTDIR
        [1] stat("/none") = -1 ENOENT
        [1] stat("/nothing/x") = -1 ENOENT
        [1] chdir("/a/b") = 0
        [1] stat("..") = "2 40755 3 0 0 0"
        [1] stat("f") = "4 100644 1 5 5 0"
        """);

    [Fact]
    public void Symbolic_links() => KernelReplay.Run(Tree + """
        [1] stat("/l") = "3 40700 2 5 5 0"
        [1] stat("/l/f") = "4 100644 1 5 5 0"
        [1] stat("/up/f") = "4 100644 1 5 5 0"
        [1] stat("/root") = "1 40755 3 0 0 0"
        [1] stat("/root//a") = "2 40755 3 0 0 0"
        [1] stat("/empty") = "1 40755 3 0 0 0"
        [1] stat("/empty/") = "1 40755 3 0 0 0"
        [1] stat("/empty/f") = "5 100644 1 0 0 0"
        [1] stat("/loop") = -1 ELOOP
        [1] stat("/tofile") = "5 100644 1 0 0 0"
        [1] stat("/tofile/") = "5 100644 1 0 0 0"
        [1] stat("/tofile/.") = -1 ENOTDIR
        [1] unlink("/tofile/") = 0
        [1] stat("/tofile") = -1 ENOENT
        [1] unlink("/root/") = -1 EISDIR
        [1] unlink("/root") = 0
        """);

    [Fact]
    public void A_look_up_follows_32_links() => KernelReplay.Run(string.Join('\n', Enumerable.Range(0, 33).Select(
        i => $"[1] symlink(\"{(i == 0 ? "/" : $"l{i - 1}")}\", \"/l{i}\") = 0")) + """

        [1] stat("/l31") = "1 40755 2 0 0 0"
        [1] stat("/l32") = -1 ELOOP
        """);

    /// <summary>
    /// The target and the rest of the path after the link must be shorter than 1023 characters together.
    /// </summary>
    [Fact]
    public void Links_cannot_make_a_path_too_long() => KernelReplay.Run($"""
        [1] symlink("/{new string('/', 1019)}", "/l") = 0
        [1] stat("/l/") = "1 40755 2 0 0 0"
        [1] stat("/l/.") = "1 40755 2 0 0 0"
        [1] stat("/l///.") = "1 40755 2 0 0 0"
        [1] stat("/l/..") = -1 ENAMETOOLONG
        [1] symlink("{Text(1024)}", "/m") = -1 ENAMETOOLONG
        [1] symlink(NULL, "/m") = -1 EFAULT
        [1] symlink("{Text(1023)}", "/m") = 0
        [1] stat("/m") = -1 ENAMETOOLONG
        [1] symlink("", "/n") = 0
        [1] stat("/n") = "1 40755 2 0 0 0"
        """);

    [Fact]
    public void Dot_and_dot_dot_need_search_permission() => KernelReplay.Run(Tree + """
        [1] fork() = 2
        [2] chdir("/a/b") = 0
        [2] setuid(6) = 0
        [2] stat(".") = -1 EACCES
        [2] stat("..") = -1 EACCES
        [2] stat("/a/b") = "3 40700 2 5 5 0"
        [2] stat("/a/b/f") = -1 EACCES
        [2] stat("/a/b/nothing") = -1 EACCES
        [2] chdir("/a/b") = -1 EACCES
        [2] chdir("/f") = -1 ENOTDIR
        [1] chmod("/a/b", 0711) = 0
        [2] stat("..") = "2 40755 3 0 0 0"
        [2] open("/a/b", O_RDONLY, 00) = -1 EACCES
        [2] chdir("/a/b") = 0
        """);

    [Fact]
    public void Exactly_one_digit_of_the_mode_applies() => KernelReplay.Run("""
        file "/u" 0077 5 5
        file "/g" 0707 0 5
        file "/o" 0770 0 0
        [1] fork() = 2
        [2] setgid(5) = 0
        [2] setuid(5) = 0
        [2] open("/u", O_RDONLY, 00) = -1 EACCES
        [2] open("/g", O_RDONLY, 00) = -1 EACCES
        [2] open("/o", O_RDONLY, 00) = -1 EACCES
        [2] chmod("/u", 0200) = 0
        [2] open("/u", O_WRONLY, 00) = 3
        [2] open("/u", O_RDWR, 00) = -1 EACCES
        [2] chmod("/u", 0400) = 0
        [2] open("/u", O_RDONLY, 00) = 4
        [1] open("/u", O_RDWR, 00) = 3
        """);

    [Fact]
    public void An_empty_link_means_its_directory_and_is_invalid_before_a_slash() => KernelReplay.Run("""
        dir "/d" 0755 0 0
        file "/f" 0644 0 0
        symlink "/d/l" 0777 0 0 ""
        [1] stat("/d/l") = "2 40755 2 0 0 0"
        [1] stat("/d/l//") = "2 40755 2 0 0 0"
        [1] stat("/d/l/f") = "3 100644 1 0 0 0"
        [1] mkdir("/d/l/", 0755) = -1 EISDIR
        [1] rmdir("/d/l/") = -1 EISDIR
        [1] chdir("/d/l") = 0
        [1] stat(".") = "2 40755 2 0 0 0"
        """);

    [Fact]
    public void A_component_that_is_too_long_precedes_errors_of_its_directory() => KernelReplay.Run($"""
        file "/f" 0644 0 0
        dir "/d" 0700 0 0
        [1] stat("/f/{Text(256)}") = -1 ENAMETOOLONG
        [1] stat("/f/{Text(255)}") = -1 ENOTDIR
        [1] stat("/nothing/{Text(256)}") = -1 ENOENT
        [1] setuid(5) = 0
        [1] stat("/d/{Text(256)}") = -1 ENAMETOOLONG
        [1] mkdir("/d/{Text(255)}", 0755) = -1 EACCES
        [1] mount("mfs", "/d/{Text(256)}") = -1 EPERM
        [1] unmount("/d/{Text(256)}") = -1 ENAMETOOLONG
        """);

    [Fact]
    public void Dot_dot_at_a_root_needs_no_permission() => KernelReplay.Run("""
        dir "/d" 0755 0 0
        dir "/d/e" 0755 0 0
        [1] chmod("/", 0700) = 0
        [1] chmod("/d", 0700) = 0
        [1] fork() = 2
        [2] chroot("/d") = 0
        [2] chdir("/") = 0
        [2] setuid(5) = 0
        [2] stat("/..") = "2 40700 3 0 0 0"
        [2] stat("../..") = "2 40700 3 0 0 0"
        [2] stat("/.") = -1 EACCES
        [2] stat("/../.") = -1 EACCES
        [2] mkdir("/..", 0755) = -1 EEXIST
        [2] rmdir("/..") = -1 EINVAL
        [2] unlink("/..") = -1 EPERM
        [2] rename("/..", "/../..") = 0
        """);
}
