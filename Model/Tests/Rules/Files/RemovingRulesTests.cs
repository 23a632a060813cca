using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>link, unlink and rmdir.</summary>
[Trait("Requirement", "J8")]
public sealed class RemovingRulesTests
{
    [Theory]
    [InlineData("unlink(\"{0}\")")]
    [InlineData("rmdir(\"{0}\")")]
    [InlineData("rename(\"{0}\", \"/new\")")]
    public void A_name_must_exist_and_be_removable(string call)
    {
        var driver = new SpecDriver(SpecDriver.Files);
        Refuses(1, "/", "EISDIR", "J8.place-is-start");
        Refuses(1, "/jail/nothing", "ENOENT", "J8.path-absent");
        driver.Allows("""
            [1] mkfifo("/jail/tmp/p", 0644) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            """);
        Refuses(2, "/jail/null", "EACCES", "J8.place-denied");
        Refuses(2, "/jail/tmp/p", "EPERM", "J4.remove-sticky");
        driver.Allows("""[1] mount("procfs", "/jail/tmp") = 0""");
        Refuses(1, "/jail/tmp/curproc", "EROFS", "J7.read-only");

        void Refuses(int pid, string path, string error, string rule) =>
            driver.Allows($"[{pid}] {string.Format(call, path)} = -1 {error}").By(rule);
    }

    [Theory]
    [InlineData("unlink(\"/jail/.\")", "EPERM", "J8.unlink-directory")]
    [InlineData("unlink(\"/jail/..\")", "EPERM", "J8.unlink-directory")]
    [InlineData("unlink(\"/..\")", "EPERM", "J8.unlink-directory")]
    [InlineData("rmdir(\"/jail/.\")", "EINVAL", "J8.rmdir-self")]
    [InlineData("rmdir(\"/..\")", "EINVAL", "J8.rmdir-self")]
    [InlineData("rmdir(\"/jail/..\")", "EBUSY", "J8.rmdir-mount")]
    [InlineData("rmdir(\"/jail/tmp/..\")", "ENOTEMPTY", "J8.rmdir-not-empty")]
    public void The_names_of_the_directory_and_of_the_one_above_stay(string call, string error, string rule) =>
        new SpecDriver(SpecDriver.Files).Allows($"[1] {call} = -1 {error}").By(rule);

    [Fact]
    public void In_a_sticky_directory_only_owners_remove() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/tmp/d", 01777) = 0
            [1] chown("/jail/tmp/d", 5, 0) = 0
            [1] chmod("/jail/tmp/d", 01777) = 0
            [1] mkfifo("/jail/tmp/d/root", 0644) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] unlink("/jail/tmp/d/root") = 0
            [2] rmdir("/jail/tmp/d") = 0
            [2] symlink("x", "/jail/tmp/l") = 0
            [1] chown("/jail/tmp", 6, 0) = 0
            [1] unlink("/jail/tmp/l") = 0
            """).By("J4.privilege").By("J8.unlink");

    [Fact]
    public void Unlink_removes_names_except_of_directories() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] unlink("/jail") = -1 EPERM
            """).By("J8.unlink-directory").Allows("""
            [1] unlink("/jail/out") = 0
            [1] stat("/secret") = "4 100600 1 0 0 0"
            [1] link("/secret", "/jail/again") = 0
            [1] stat("/jail/again") = "4 100600 2 0 0 0"
            [1] unlink("/secret") = 0
            [1] stat("/jail/again") = "4 100600 1 0 0 0"
            [1] unlink("/jail/again") = 0
            """).By("J8.unlink").State.Tree.Nodes.ContainsKey(4).ShouldBeFalse();

    [Fact]
    public void Links_to_directories_and_across_file_systems_are_denied() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] link("/jail", "/x") = -1 EPERM
            """).By("J8.link-directory").Allows("""
            [1] link("/nothing", "/x") = -1 ENOENT
            [1] mount("mfs", "/jail/tmp") = 0
            [1] link("/secret", "/jail/tmp/../tmp") = -1 EEXIST
            [1] link("/secret", "/jail/tmp/x") = -1 EXDEV
            """).By("J8.link-elsewhere").Allows("""
            [1] link("/jail/out", "/jail/x") = 0
            [1] stat("/jail/x") = "4 100600 2 0 0 0"
            """);

    [Fact]
    public void Rmdir_removes_empty_directories() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] rmdir("/secret") = -1 ENOTDIR
            """).By("J8.rmdir-not-directory").Allows("""
            [1] rmdir("/jail") = -1 ENOTEMPTY
            """).By("J8.rmdir-not-empty").Allows("""
            [1] mount("mfs", "/jail/tmp") = 0
            [1] rmdir("/jail/tmp") = -1 EBUSY
            """).By("J8.rmdir-mount").Allows("""
            [1] unmount("/jail/tmp") = 0
            [1] rmdir("/jail/tmp/") = 0
            """).By("J8.rmdir").Allows("""[1] stat("/jail") = "2 40755 2 0 0 0" """);

    [Fact]
    public void A_node_without_a_name_lives_as_long_as_it_is_used()
    {
        SpecDriver driver = new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/d", 0755) = 0
            [1] fork() = 2
            [2] jail("/d", "a", 10.0.0.2) = 0
            [2] chdir("/") = 0
            [1] open("/secret", O_RDONLY, 0) = 3
            [1] unlink("/secret") = 0
            [1] rmdir("/d") = 0
            """);
        driver.State.Tree.Nameless.Select(vnode => vnode.Number).ShouldBe([4, 9]);
        driver.State.Tree.PathTo(driver.State.Tree.Nameless[0]).ShouldBeNull();

        driver.Allows("""
            [1] read(3) = ""
            [1] close(3) = 0
            """).State.Tree.Nameless.ShouldHaveSingleItem().Number.ShouldBe(9);
        driver.Allows("[2] exit(0) = 0").State.Tree.Nodes.Keys.ShouldBe([1, 2, 3, 5, 6, 7, 8]);
    }
}
