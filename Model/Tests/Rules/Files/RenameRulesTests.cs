using Xunit;

namespace Verify.Model.Tests.Rules.Files;

[Trait("Requirement", "J8")]
public sealed class RenameRulesTests
{
    [Theory]
    [InlineData("/jail", "/secret", "ENOTDIR", "J8.rename-onto-file")]
    [InlineData("/secret", "/jail", "EISDIR", "J8.rename-onto-directory")]
    [InlineData("/jail", "/jail/x", "EINVAL", "J8.rename-into-itself")]
    [InlineData("/jail", "/jail/tmp", "EINVAL", "J8.rename-into-itself")]
    [InlineData("/jail", "/jail/tmp/x", "EINVAL", "J8.rename-beneath-itself")]
    [InlineData("/d", "/jail", "ENOTEMPTY", "J8.rename-not-empty")]
    [InlineData("/secret", "/", "EISDIR", "J8.place-is-start")]
    [InlineData("/d", "/", "EINVAL", "J8.rename-onto-start")]
    [InlineData("/secret", "/jail/..", "EISDIR", "J8.rename-onto-directory")]
    [InlineData("/d", "/jail/..", "EINVAL", "J8.rename-dot")]
    [InlineData("/d/.", "/x", "EINVAL", "J8.rename-dot")]
    [InlineData("/..", "/x", "EINVAL", "J8.rename-into-itself")]
    [InlineData("/jail/tmp/..", "/x", "EINVAL", "J8.rename-dot")]
    [InlineData("/d", "/e/.", "EINVAL", "G7.rename-onto-dot")]
    [InlineData("/d", "/jail/.", "ENOTEMPTY", "J8.rename-not-empty")]
    [InlineData("/d", "/d/.", "EINVAL", "J8.rename-into-itself")]
    [InlineData("/d/.", "/d", "ENOENT", "J8.rename-same-directory")]
    [InlineData("/secret", "/nothing/x", "ENOENT", "J8.path-absent")]
    [InlineData("/secret", "/x/", "ENOENT", "J8.place-slash")]
    [InlineData("/secret", "/m/x", "EXDEV", "J8.rename-elsewhere")]
    [InlineData("/d", "/m", "EXDEV", "J8.rename-elsewhere")]
    [InlineData("/m", "/x", "EXDEV", "J8.rename-elsewhere")]
    [InlineData("/m", "/m/x", "EINVAL", "J8.rename-into-itself")]
    [InlineData("/secret", "/proc/x", "EROFS", "J7.read-only")]
    [InlineData("/secret", "/proc/1", "EROFS", "J7.read-only")]
    public void Refused_renames(string old, string path, string error, string rule) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] mkdir("/d", 0755) = 0
            [1] mkdir("/e", 0755) = 0
            [1] mkdir("/m", 0755) = 0
            [1] mount("mfs", "/m") = 0
            [1] mkdir("/proc", 0755) = 0
            [1] mount("procfs", "/proc") = 0
            [1] rename("{old}", "{path}") = -1 {error}
            """).By(rule);

    [Theory]
    [InlineData("/secret", "/secret")]
    [InlineData("/jail", "/jail")]
    [InlineData("/m", "/m/../m/")]
    [InlineData("/jail/.", "/jail/tmp/../.")]
    public void A_name_renamed_to_itself_stays(string old, string path) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] link("/secret", "/again") = 0
            [1] mkdir("/m", 0755) = 0
            [1] mount("mfs", "/m") = 0
            [1] rename("{old}", "{path}") = 0
            """).By("J8.rename-to-itself").Allows($"""[1] rename("{old}", "{path}") = 0""");

    [Fact]
    public void Renaming_between_two_names_of_a_file_removes_the_first() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] link("/secret", "/again") = 0
            [1] rename("/secret", "/again") = 0
            """).By("J8.rename-same").Allows("""
            [1] stat("/secret") = -1 ENOENT
            [1] stat("/again") = "4 100600 1 0 0 0"
            """);

    [Fact]
    public void In_a_sticky_directory_another_users_node_is_not_replaced() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/tmp/a", 0755) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] mkdir("/jail/tmp/b", 0755) = 0
            [2] rename("/jail/tmp/b", "/jail/tmp/a") = -1 EPERM
            """).By("J4.rename-sticky");

    [Fact]
    public void A_file_replaces_a_file() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] link("/secret", "/again") = 0
            [1] rename("/jail/null", "/secret") = 0
            """).By("J8.rename").Allows("""
            [1] stat("/secret") = "5 20666 1 0 0 2"
            [1] stat("/again") = "4 100600 1 0 0 0"
            [1] stat("/jail/null") = -1 ENOENT
            """);

    [Fact]
    public void A_symbolic_link_is_renamed_itself() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] rename("/jail/out", "/jail/fifo") = 0
            [1] stat("/jail/fifo") = "4 100600 1 0 0 0"
            """);

    [Fact]
    public void A_moved_directory_updates_link_counts() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/d", 0755) = 0
            [1] rename("/jail/tmp", "/d/") = 0
            [1] stat("/d") = "3 41777 2 0 0 0"
            [1] stat("/jail") = "2 40755 2 0 0 0"
            [1] stat("/") = "1 40755 4 0 0 0"
            [1] stat("/d/../jail") = "2 40755 2 0 0 0"
            [1] rename("/d", "/jail/e/") = 0
            [1] stat("/jail/e/..") = "2 40755 3 0 0 0"
            """);

    [Fact]
    public void A_directory_that_changes_parent_must_be_writable() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/tmp/a", 0755) = 0
            [1] mkdir("/jail/tmp/b", 0755) = 0
            [1] mkdir("/jail/tmp/c", 0555) = 0
            [1] chown("/jail/tmp/a", 5, 5) = 0
            [1] chown("/jail/tmp/b", 5, 5) = 0
            [1] chown("/jail/tmp/c", 5, 5) = 0
            [1] setuid(5) = 0
            [1] rename("/jail/tmp/c", "/jail/tmp/a/c") = -1 EACCES
            """).By("J8.rename-denied").Allows("""
            [1] rename("/jail/tmp/c", "/jail/tmp/d") = 0
            [1] rename("/jail/tmp/b", "/jail/tmp/a/b") = 0
            """).By("J8.rename");
}
