using Shouldly;
using Verify.Implementation.Names;
using Xunit;

namespace Verify.Implementation.Tests.Names;

/// <summary>J8, G4: known ways to escape from a root directory.</summary>
[Trait("Requirement", "J8")]
[Trait("Requirement", "G4")]
public sealed class ConfinementTests
{
    private const string Host = """
        dir "/jail" 0755 0 0
        dir "/jail/sub" 0755 0 0
        dir "/out" 0755 0 0
        file "/secret" 0644 0 0
        symlink "/jail/up" 0777 0 0 "../secret"
        symlink "/jail/abs" 0777 0 0 "/sub"
        symlink "/jail/root" 0777 0 0 "/"
        [1] sysctl("kern.chroot_allow_open_directories", 2) = 0
        [1] fork() = 2
        [2] open("/out", O_RDONLY, 00) = 3
        [2] open("/jail", O_RDONLY, 00) = 4
        [2] jail("/jail", "a", 10.0.0.2) = 0

        """;

    [Fact]
    public void Dot_dot_absolute_paths_and_symbolic_links() => KernelReplay.Run(Host + """
        [2] stat("/secret") = -1 ENOENT
        [2] stat("/..") = "2 40755 3 0 0 0"
        [2] stat("/sub/../../..") = "2 40755 3 0 0 0"
        [2] stat("/../secret") = -1 ENOENT
        [2] stat("/up") = -1 ENOENT
        [2] stat("/abs") = "3 40755 2 0 0 0"
        [2] stat("/root/../secret") = -1 ENOENT
        [1] stat("/jail/up") = "5 100644 1 0 0 0"
        [1] stat("/jail/abs") = -1 ENOENT
        """);

    [Fact]
    public void A_current_directory_outside_the_new_root() => KernelReplay.Run(Host + """
        [2] stat(".") = -1 ENOENT
        [2] stat("secret") = -1 ENOENT
        [2] chdir("..") = -1 ENOENT
        [2] open("secret", O_RDONLY, 00) = -1 ENOENT
        [2] mkdir("x", 0755) = -1 ENOENT
        [2] chroot(".") = -1 ENOENT
        [2] chdir("/") = 0
        [2] stat("../secret") = -1 ENOENT
        """);

    [Fact]
    public void A_descriptor_opened_before_or_passed_by_another_process() => KernelReplay.Run(Host + """
        [2] fchdir(3) = -1 EPERM
        [2] readdir(3) = -1 EPERM
        [2] fchdir(4) = 0
        [2] readdir(4) = "abs/root/sub/up"
        [2] stat("..") = "2 40755 3 0 0 0"
        [2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 5
        [2] bind(5, "/s") = 0
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
        [1] open("/", O_RDONLY, 00) = 4
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 4], "/jail/s") = 1
        [2] recvmsg(5, [1], 16) = "x" control [SCM_RIGHTS 6]
        [2] fchdir(6) = -1 EPERM
        [2] readdir(6) = -1 EPERM
        """);

    [Fact]
    public void Chroot_within_chroot() => KernelReplay.Run(Host + """
        [2] chdir("/") = 0
        [2] chroot("/sub") = 0
        [2] stat(".") = -1 ENOENT
        [2] chdir("..") = -1 ENOENT
        [2] chroot("..") = -1 ENOENT
        [2] fchdir(4) = -1 EPERM
        [2] fork() = 3
        [3] stat("/..") = "3 40755 2 0 0 0"
        """);

    [Fact]
    public void A_root_moved_out_of_the_prison_is_unusable() => KernelReplay.Run(Host + """
        [2] chroot("/sub") = 0
        [2] chdir("/") = 0
        [1] rename("/jail/sub", "/moved") = 0
        [2] stat("/") = -1 ENOENT
        [2] stat(".") = -1 ENOENT
        [2] stat("../secret") = -1 ENOENT
        [2] fchdir(4) = -1 EPERM
        [1] rename("/moved", "/jail/sub") = 0
        [2] stat("/") = "3 40755 2 0 0 0"
        """);

    [Fact]
    public void A_current_directory_moved_out_of_the_root_is_unusable() => KernelReplay.Run(Host + """
        [2] chdir("/sub") = 0
        [1] rename("/jail/sub", "/moved") = 0
        [2] stat(".") = -1 ENOENT
        [2] stat("../secret") = -1 ENOENT
        """);

    [Fact]
    public void Chroot_needs_privilege_and_a_searchable_directory() => KernelReplay.Run("""
        dir "/d" 0700 0 0
        file "/f" 0644 0 0
        [1] chroot("/f") = -1 ENOTDIR
        [1] chroot(NULL) = -1 EFAULT
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] chroot("/d") = -1 EPERM
        [2] chroot(NULL) = -1 EPERM
        [2] chdir("/d") = -1 EACCES
        [1] chdir("/f") = -1 ENOTDIR
        [1] fchdir(0) = -1 ENOTDIR
        [1] open("/f", O_RDONLY, 00) = 3
        [1] fchdir(3) = -1 ENOTDIR
        [1] open("/d", O_RDONLY, 00) = 4
        [1] setuid(5) = 0
        [1] fchdir(4) = -1 EACCES
        """);

    [Fact]
    public void A_chrooted_process_with_an_open_directory_cannot_chroot_again() => KernelReplay.Run("""
        dir "/a" 0755 0 0
        file "/a/f" 0644 0 0
        [1] open("/a", O_RDONLY, 00) = 3
        [1] sysctl("kern.chroot_allow_open_directories") = 1
        [1] fork() = 2
        [2] chroot("/a") = 0
        [2] chroot("/nothing") = -1 EPERM
        [2] jail("/", "b", 10.0.0.1) = -1 EPERM
        [2] jail("/", NULL, 10.0.0.1) = -1 EFAULT
        [2] close(3) = 0
        [2] open("/f", O_RDONLY, 00) = 3
        [2] chroot("/nothing") = -1 ENOENT
        [1] sysctl("kern.chroot_allow_open_directories", 0) = 0
        [1] chroot("/") = -1 EPERM
        [1] jail("/", "b", 10.0.0.1) = -1 EPERM
        [1] sysctl("kern.chroot_allow_open_directories", 2) = 0
        [1] chroot("/") = 0
        [2] jail("/", "b", 10.0.0.1) = 0
        [2] sysctl("kern.chroot_allow_open_directories", 0) = -1 EPERM
        """);

    [Theory]
    [InlineData(true, true, DotDotStep.StaysAtRoot)]
    [InlineData(true, false, DotDotStep.StaysAtRoot)]
    [InlineData(false, true, DotDotStep.CrossesMount)]
    [InlineData(false, false, DotDotStep.GoesToParent)]
    public void The_root_of_the_process_takes_precedence_over_a_mount_point(
        bool isRoot, bool covers, DotDotStep step) =>
        DotDot.Step(isRoot, covers).ShouldBe(step);
}
