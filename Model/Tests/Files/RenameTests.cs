using Verify.Model;
using Xunit;

namespace Verify.Model.Tests.Files;

[Trait("Requirement", "J8")]
public sealed class RenameTests
{
    [Theory]
    [InlineData("/jail", "/secret", "ENOTDIR", Rule.RenameOntoFile)]
    [InlineData("/secret", "/jail", "EISDIR", Rule.RenameOntoDirectory)]
    [InlineData("/jail", "/jail/x", "EINVAL", Rule.RenameIntoItself)]
    [InlineData("/jail", "/jail/tmp", "EINVAL", Rule.RenameIntoItself)]
    [InlineData("/jail", "/jail/tmp/x", "EINVAL", Rule.RenameBeneathItself)]
    [InlineData("/d", "/jail", "ENOTEMPTY", Rule.RenameNotEmpty)]
    [InlineData("/secret", "/", "EISDIR", Rule.PlaceIsStart)]
    [InlineData("/d", "/", "EINVAL", Rule.RenameOntoStart)]
    [InlineData("/secret", "/jail/..", "EISDIR", Rule.RenameOntoDirectory)]
    [InlineData("/d", "/jail/..", "EINVAL", Rule.RenameDot)]
    [InlineData("/d/.", "/x", "EINVAL", Rule.RenameDot)]
    [InlineData("/..", "/x", "EINVAL", Rule.RenameIntoItself)]
    [InlineData("/jail/tmp/..", "/x", "EINVAL", Rule.RenameDot)]
    [InlineData("/d", "/e/.", "EINVAL", Rule.RenameOntoDot)]
    [InlineData("/d", "/jail/.", "ENOTEMPTY", Rule.RenameNotEmpty)]
    [InlineData("/d", "/d/.", "EINVAL", Rule.RenameIntoItself)]
    [InlineData("/d/.", "/d", "ENOENT", Rule.RenameSameDirectory)]
    [InlineData("/secret", "/nothing/x", "ENOENT", Rule.PathAbsent)]
    [InlineData("/secret", "/x/", "ENOENT", Rule.PlaceSlash)]
    [InlineData("/secret", "/m/x", "EXDEV", Rule.RenameElsewhere)]
    [InlineData("/d", "/m", "EXDEV", Rule.RenameElsewhere)]
    [InlineData("/m", "/x", "EXDEV", Rule.RenameElsewhere)]
    [InlineData("/m", "/m/x", "EINVAL", Rule.RenameIntoItself)]
    [InlineData("/secret", "/proc/x", "EROFS", Rule.FileReadOnly)]
    [InlineData("/secret", "/proc/1", "EROFS", Rule.FileReadOnly)]
    public void What_cannot_be_moved(string old, string path, string error, Rule rule) =>
        new Scene(Scene.Files).Allows($"""
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
        new Scene(Scene.Files).Allows($"""
            [1] link("/secret", "/again") = 0
            [1] mkdir("/m", 0755) = 0
            [1] mount("mfs", "/m") = 0
            [1] rename("{old}", "{path}") = 0
            """).By(Rule.RenameToItself).Allows($"""[1] rename("{old}", "{path}") = 0""");

    [Fact]
    public void Of_two_names_of_a_file_the_first_goes() =>
        new Scene(Scene.Files).Allows("""
            [1] link("/secret", "/again") = 0
            [1] rename("/secret", "/again") = 0
            """).By(Rule.RenameSame).Allows("""
            [1] stat("/secret") = -1 ENOENT
            [1] stat("/again") = "4 100600 1 0 0 0"
            """);

    [Fact]
    public void In_a_sticky_directory_another_users_node_is_not_replaced() =>
        new Scene(Scene.Files).Allows("""
            [1] mkdir("/jail/tmp/a", 0755) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] mkdir("/jail/tmp/b", 0755) = 0
            [2] rename("/jail/tmp/b", "/jail/tmp/a") = -1 EPERM
            """).By(Rule.RenameSticky);

    [Fact]
    public void A_file_replaces_a_file() =>
        new Scene(Scene.Files).Allows("""
            [1] link("/secret", "/again") = 0
            [1] rename("/jail/null", "/secret") = 0
            """).By(Rule.RenameMoves).Allows("""
            [1] stat("/secret") = "5 20666 1 0 0 2"
            [1] stat("/again") = "4 100600 1 0 0 0"
            [1] stat("/jail/null") = -1 ENOENT
            """);

    [Fact]
    public void A_link_is_moved_itself() =>
        new Scene(Scene.Files).Allows("""
            [1] rename("/jail/out", "/jail/fifo") = 0
            [1] stat("/jail/fifo") = "4 100600 1 0 0 0"
            """);

    [Fact]
    public void A_directory_takes_its_parents_link_with_it() =>
        new Scene(Scene.Files).Allows("""
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
    public void A_directory_that_gets_another_parent_must_be_writable() =>
        new Scene(Scene.Files).Allows("""
            [1] mkdir("/jail/tmp/a", 0755) = 0
            [1] mkdir("/jail/tmp/b", 0755) = 0
            [1] mkdir("/jail/tmp/c", 0555) = 0
            [1] chown("/jail/tmp/a", 5, 5) = 0
            [1] chown("/jail/tmp/b", 5, 5) = 0
            [1] chown("/jail/tmp/c", 5, 5) = 0
            [1] setuid(5) = 0
            [1] rename("/jail/tmp/c", "/jail/tmp/a/c") = -1 EACCES
            """).By(Rule.RenameDenied).Allows("""
            [1] rename("/jail/tmp/c", "/jail/tmp/d") = 0
            [1] rename("/jail/tmp/b", "/jail/tmp/a/b") = 0
            """).By(Rule.RenameMoves);
}
