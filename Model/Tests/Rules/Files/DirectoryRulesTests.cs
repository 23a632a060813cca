using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>chdir, fchdir and chroot.</summary>
public sealed class DirectoryRulesTests
{
    [Theory]
    [InlineData("chdir")]
    [InlineData("chroot")]
    public void Only_a_searchable_directory_is_entered(string call) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] {call}("/secret") = -1 ENOTDIR
            """).By("J8.directory-wanted").Allows($"""
            [1] {call}("/jail/out") = -1 ENOTDIR
            [1] {call}("/nothing") = -1 ENOENT
            [1] chmod("/jail", 0600) = 0
            [1] {call}("/jail") = 0
            """);

    [Fact]
    public void A_user_enters_searchable_directories() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] open("/jail/tmp", O_RDONLY, 0) = 3
            [1] chmod("/jail/tmp", 0666) = 0
            [1] setuid(5) = 0
            [1] chdir("/jail/tmp") = -1 EACCES
            [1] fchdir(3) = -1 EACCES
            """).By("J8.directory-denied").Allows("""
            [1] chdir("/jail") = 0
            """).By("J8.chdir").Allows("""
            [1] chroot(NULL) = -1 EPERM
            """).By("J4.chroot-denied");

    [Fact]
    public void A_child_inherits_its_parents_directories() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chdir("/jail") = 0
            [1] chroot("/jail") = 0
            """).By("J8.chroot").Allows("""
            [1] fork() = 2
            [1] chdir("tmp") = 0
            [2] stat(".") = "2 40755 3 0 0 0"
            [2] chroot("tmp") = 0
            [1] stat("/") = "2 40755 3 0 0 0"
            """).State.Processes.Select(process => (process.Root.Number, process.Directory.Number))
                .ShouldBe([(2, 3), (3, 2)]);

    [Fact]
    public void Chroot_inside_a_chroot_only_goes_deeper() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/a", 0755) = 0
            [1] mkdir("/jail/a/b", 0755) = 0
            [1] open("/", O_RDONLY, 0) = 3
            [1] chroot("/jail") = 0
            [1] chdir("/") = 0
            [1] chroot("a/b") = -1 EPERM
            """).By("J8.chroot-holds-directory").Allows("""
            [1] sysctl("kern.chroot_allow_open_directories", 2) = 0
            [1] chroot("a/b") = 0
            [1] stat("..") = -1 ENOENT
            [1] fchdir(3) = -1 EPERM
            [1] chroot("..") = -1 ENOENT
            [1] chroot("/..") = 0
            """).State.FindProcess(1)!.Root.Number.ShouldBe(10);

    [Fact]
    public void Fchdir_enters_open_directories_beneath_the_root() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] open("/jail/tmp", O_RDONLY, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] open("/secret", O_WRONLY, 0) = 5
            [1] fchdir(9) = -1 EBADF
            [1] fchdir(4) = -1 EINVAL
            """).By("J8.fchdir-socket").Allows("""
            [1] fchdir(0) = -1 ENOTDIR
            [1] fchdir(5) = -1 ENOTDIR
            """).By("J8.fchdir-not-directory").Allows("""
            [1] fchdir(3) = 0
            [1] stat(".") = "3 41777 2 0 0 0"
            """);

    [Fact]
    public void Fchdir_to_a_covered_directory_enters_the_mount() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/tmp/x", 0755) = 0
            [1] open("/jail/tmp", O_RDONLY, 0) = 3
            [1] mount("mfs", "/jail/tmp") = 0
            [1] readdir(3) = "x"
            [1] fchdir(3) = 0
            """).By("J8.fchdir-enters-mount").By("J8.fchdir").Allows("""[1] stat(".") = "10 40755 2 0 0 0" """);
}
