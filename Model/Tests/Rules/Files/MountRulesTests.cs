using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Files;

[Trait("Requirement", "J8")]
[Trait("Requirement", "J10")]
public sealed class MountRulesTests
{
    [Theory]
    [InlineData("mfs", "/secret", "ENOTDIR", "J4.mount-not-directory")]
    [InlineData("nfs", "/", "ENODEV", "J4.mount-no-type")]
    [InlineData("nfs", "/secret", "ENOTDIR", "J4.mount-not-directory")]
    [InlineData("nfs", "/jail/tmp/1", "ENODEV", "J4.mount-no-type")]
    [InlineData("mfs", "/jail/tmp/1", "EBUSY", "J7.mount-in-procfs")]
    [InlineData("mfs", "/nothing", "ENOENT", "J8.path-absent")]
    public void What_cannot_be_covered(string type, string path, string error, string rule) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] mount("procfs", "/jail/tmp") = 0
            [1] mount("{type}", "{path}") = -1 {error}
            """).By(rule);

    [Fact]
    public void Mounting_is_for_the_hosts_superuser() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] mount("nfs", NULL) = -1 EPERM
            [2] unmount(NULL) = -1 EFAULT
            [2] unmount("/secret") = -1 EPERM
            """).By("J4.unmount-denied").Allows("""
            [1] mount("mfs", "/jail") = 0
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] mount("mfs", "/jail") = -1 EPERM
            """).By("J4.mount-denied").Allows("""[1] unmount("/jail") = -1 EPERM""").By("J4.unmount-in-prison");

    [Fact]
    public void A_mount_can_be_covered_in_turn() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("mfs", "/jail") = 0
            [1] mount("procfs", "/jail") = 0
            [1] stat("/jail/1/../..") = "1 40755 3 0 0 0"
            [1] unmount("/jail") = 0
            [1] stat("/jail") = "9 40755 2 0 0 0"
            [1] unmount("/jail") = 0
            [1] stat("/jail") = "2 40755 3 0 0 0"
            """).By("J8.stat");

    [Fact]
    public void A_mount_on_the_root_becomes_the_root_and_stays() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chdir("/jail/tmp") = 0
            [1] fork() = 2
            [1] mount("mfs", "/") = 0
            [1] stat("/..") = "9 40755 2 0 0 0"
            [1] stat("../..") = "9 40755 2 0 0 0"
            [1] stat("..") = "2 40755 3 0 0 0"
            [1] unmount("..") = -1 EINVAL
            """).By("J4.unmount-root").Allows("""
            [1] mkdir("/r", 0755) = 0
            [1] unmount("/r") = -1 EINVAL
            """).By("J4.unmount-not-mounted").Allows("""
            [1] unmount("/") = -1 EBUSY
            """).By("J4.unmount-busy");

    [Fact]
    public void A_mount_hides_what_it_covers() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("mfs", "/jail") = 0
            """).By("J4.mount").Allows("""
            [1] stat("/jail") = "9 40755 2 0 0 0"
            """).By("J8.path-enters-mount").Allows("""
            [1] stat("/jail/null") = -1 ENOENT
            [1] mkdir("/jail/d", 0755) = 0
            [1] mkdir("/jail/d/e", 0755) = 0
            [1] mount("mfs", "/jail/d") = 0
            [1] stat("/jail/d/..") = "9 40755 3 0 0 0"
            """).By("J8.path-leaves-mount").Allows("""
            [1] unmount("/jail") = -1 EBUSY
            [1] unmount("/jail/d") = 0
            [1] stat("/jail/d/e/../..") = "9 40755 3 0 0 0"
            [1] unmount("/jail") = 0
            """).By("J4.unmount").Allows("""
            [1] stat("/jail/null") = "5 20666 1 0 0 2"
            [1] mkdir("/x", 0755) = 0
            [1] stat("/x") = "13 40755 2 0 0 0"
            """);

    [Fact]
    public void Dot_dot_at_a_mount_on_the_root_stays_there() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("mfs", "/jail") = 0
            [1] chroot("/jail") = 0
            [1] chdir("/") = 0
            [1] stat("../..") = "9 40755 2 0 0 0"
            """).By("J8.path-stays-at-root");

    [Fact]
    public void Processes_in_a_covered_directory_are_moved() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] fork() = 2
            [2] jail("/jail", "a", 10.0.0.2) = 0
            [2] chdir("/") = 0
            [2] open("/", O_RDONLY, 0) = 3
            [1] mount("mfs", "/jail") = 0
            """).By("J8.mount-moves").Allows("""
            [2] stat("/") = "9 40755 2 0 0 0"
            [2] stat("..") = "9 40755 2 0 0 0"
            [2] readdir(3) = -1 EPERM
            [2] mkdir("/x", 0755) = 0
            """).State.FindProcess(2)!.Prison!.Root.Number.ShouldBe(2);

    [Theory]
    [InlineData("""[2] chdir("/jail/d") = 0""")]
    [InlineData("""[2] chroot("/jail") = 0""")]
    [InlineData("""[2] open("/jail", O_RDONLY, 0) = 3""")]
    [InlineData("""[2] open("/jail/f", O_RDONLY|O_CREAT, 0) = 3""")]
    [InlineData("""[1] mount("procfs", "/jail/d") = 0""")]
    [InlineData("""[2] jail("/jail/d", "a", 10.0.0.2) = 0""")]
    public void A_file_system_in_use_is_not_unmounted(string use)
    {
        SpecDriver driver = new SpecDriver(SpecDriver.Files).Allows($"""
            [1] mount("mfs", "/jail") = 0
            [1] mkdir("/jail/d", 0755) = 0
            [1] fork() = 2
            {use}
            [1] unmount("/jail") = -1 EBUSY
            """).By("J4.unmount-busy");
        if (!use.Contains("mount"))
        {
            driver.Allows("""
                [2] exit(0) = 0
                [1] unmount("/jail") = 0
                """);
        }
    }

    [Fact]
    public void An_open_status_keeps_its_procfs_busy() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("procfs", "/jail") = 0
            [1] open("/jail/1/status", O_RDONLY, 0) = 3
            [1] unmount("/jail") = -1 EBUSY
            [1] close(3) = 0
            [1] unmount("/jail") = 0
            """).By("J4.unmount");

    [Theory]
    [InlineData("/")]
    [InlineData("/jail/tmp")]
    [InlineData("/secret")]
    public void The_root_file_system_is_not_unmounted(string path) =>
        new SpecDriver(SpecDriver.Files).Allows($"""[1] unmount("{path}") = -1 EINVAL""").By("J4.unmount-root");
}
