using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>Path components, errors in order of precedence (J8).</summary>
[Trait("Requirement", "J8")]
public sealed class LookupRulesTests
{
    [Fact]
    public void An_invalid_path_is_refused()
    {
        var driver = new SpecDriver(SpecDriver.Files);
        driver.Allows("[1] stat(NULL) = -1 EFAULT").By("J8.path-null");
        driver.Allows("""[1] stat("") = -1 ENOENT""").By("J8.path-empty");
        driver.Allows($"""[1] stat("{new string('/', 1023)}") = "1 40755 3 0 0 0" """);
        driver.Allows($"""[1] stat("{new string('/', 1024)}") = -1 ENAMETOOLONG""").By("J8.path-long");
    }

    [Theory]
    [InlineData("/", "1 40755 3 0 0 0")]
    [InlineData("//jail///", "2 40755 3 0 0 0")]
    [InlineData("/jail/tmp", "3 41777 2 0 0 0")]
    [InlineData("/jail/./tmp/..", "2 40755 3 0 0 0")]
    [InlineData("/../jail/../..", "1 40755 3 0 0 0")]
    [InlineData("jail/null", "5 20666 1 0 0 2")]
    [InlineData("/jail/out", "4 100600 1 0 0 0")]
    public void A_path_resolves_to_a_node(string path, string status) =>
        new SpecDriver(SpecDriver.Files).Allows($"""[1] stat("{path}") = "{status}" """).By("J8.stat");

    [Theory]
    [InlineData("/nothing", "ENOENT", "J8.path-absent")]
    [InlineData("/nothing/", "ENOENT", "J8.path-absent")]
    [InlineData("/nothing/more", "ENOENT", "J8.path-absent")]
    [InlineData("/secret/more", "ENOTDIR", "J8.path-not-directory")]
    [InlineData("/secret/.", "ENOTDIR", "J8.path-not-directory")]
    [InlineData("/secret/", "ENOTDIR", "J8.path-slash")]
    public void A_path_can_fail_to_resolve(string path, string error, string rule) =>
        new SpecDriver(SpecDriver.Files).Allows($"""[1] stat("{path}") = -1 {error}""").By(rule);

    [Fact]
    public void The_length_of_a_component_is_checked_before_access()
    {
        var part = new string('p', 256);
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] chmod("/jail", 0700) = 0
            [1] stat("/jail/{part}") = -1 ENAMETOOLONG
            """).By("J8.path-name-long").Allows($"""
            [1] stat("/secret/{part}") = -1 ENAMETOOLONG
            [1] stat("/secret/{part[1..]}") = -1 ENOTDIR
            [1] stat("/jail/{part[1..]}") = -1 ENOENT
            [1] setuid(5) = 0
            [1] stat("/jail/{part}") = -1 ENAMETOOLONG
            [1] stat("/jail/.") = -1 EACCES
            [1] stat("/jail/../secret") = -1 EACCES
            """).By("J8.path-denied").Allows("""[1] stat("/jail") = "2 40700 3 0 0 0" """);
    }

    [Fact]
    public void Links_resolve_from_their_directory_or_the_root() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] symlink("../secret", "/jail/up") = 0
            [1] stat("/jail/up") = "4 100600 1 0 0 0"
            """).By("J8.path-link").Allows("""
            [1] symlink("/tmp", "/jail/in") = 0
            [1] stat("/jail/in") = -1 ENOENT
            """).By("J8.path-link-from-root").Allows("""
            [1] chroot("/jail") = 0
            [1] stat("/in/") = "3 41777 2 0 0 0"
            [1] stat("/out") = -1 ENOENT
            [1] stat("/up") = -1 ENOENT
            """);

    [Fact]
    public void A_link_can_fail_to_resolve() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] symlink("", "/empty") = 0
            [1] stat("/empty") = "1 40755 3 0 0 0"
            [1] stat("/empty/") = "1 40755 3 0 0 0"
            [1] mkdir("/empty/", 0755) = -1 EISDIR
            [1] symlink("", "/jail/empty") = 0
            [1] stat("/jail/empty") = "2 40755 3 0 0 0"
            """).By("J8.path-link-empty").Allows("""
            [1] stat("/jail/empty/secret") = "4 100600 1 0 0 0"
            """).By("J8.path-link-empty-inside").Allows("""
            [1] symlink("secret", "/s") = 0
            [1] stat("/s/") = "4 100600 1 0 0 0"
            [1] symlink("secret/", "/s2") = 0
            [1] stat("/s2") = -1 ENOTDIR
            [1] symlink("new", "/n") = 0
            [1] mkdir("/n/", 0755) = 0
            [1] stat("/new") = "14 40755 2 0 0 0"
            [1] rmdir("/new") = 0
            [1] symlink("loop", "/loop") = 0
            [1] stat("/loop") = -1 ELOOP
            """).By("J8.path-loop").Allows("""
            [1] symlink("//", "/root") = 0
            [1] stat("/root") = "1 40755 3 0 0 0"
            [1] mkdir("/root/", 0755) = -1 EISDIR
            """).By("J8.place-is-start");

    [Theory]
    [InlineData(32, "\"4 100600 1 0 0 0\"")]
    [InlineData(33, "-1 ELOOP")]
    public void Thirty_two_links_are_not_too_many(int links, string result)
    {
        var driver = new SpecDriver(SpecDriver.Files);
        for (int i = 1; i <= links; i++)
        {
            driver.Allows($"""[1] symlink("{(i == 1 ? "secret" : $"l{i - 1}")}", "/l{i}") = 0""");
        }

        driver.Allows($"""[1] stat("/l{links}") = {result}""");
    }

    [Theory]
    [InlineData(1017, "\"1 40755 3 0 0 0\"")]
    [InlineData(1018, "-1 ENAMETOOLONG")]
    public void A_target_and_the_rest_of_the_path_have_1022_characters_at_most(int length, string result) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] symlink("{new string('/', length)}", "/long") = 0
            [1] stat("/long/././") = {result}
            """);

    [Fact]
    public void Dot_dot_does_not_leave_a_root() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chroot("/jail") = 0
            [1] stat("/..") = "2 40755 3 0 0 0"
            [1] stat("/tmp/../../../tmp/..") = "2 40755 3 0 0 0"
            """).By("J8.path-stays-at-root").Forbids("""[1] stat("/..") = "1 40755 3 0 0 0" """);

    [Fact]
    public void Outside_the_root_no_path_resolves() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] chroot("/jail/tmp") = 0
            [1] stat(".") = -1 ENOENT
            [1] stat("secret") = -1 ENOENT
            [1] chdir("..") = -1 ENOENT
            """).By("G4.path-outside").Allows("""
            [1] chdir("/") = 0
            [1] stat(".") = "3 41777 2 0 0 0"
            """);

    [Fact]
    public void A_directory_moved_out_of_the_root_takes_no_process_along() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/d", 0755) = 0
            [1] fork() = 2
            [2] jail("/jail", "a", 10.0.0.2) = 0
            [2] chdir("/d") = 0
            [1] rename("/jail/d", "/d") = 0
            [2] stat("..") = -1 ENOENT
            [2] mkdir("x", 0755) = -1 ENOENT
            [2] open(".", O_RDONLY, 0) = -1 ENOENT
            [1] rename("/d", "/jail/e") = 0
            [2] stat("..") = "2 40755 4 0 0 0"
            """);

    [Fact]
    public void A_root_moved_out_of_its_prison_resolves_nothing() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/jail/d", 0755) = 0
            [1] fork() = 2
            [2] jail("/jail", "a", 10.0.0.2) = 0
            [2] chroot("/d") = 0
            [2] chdir("/") = 0
            [1] rename("/jail/d", "/d") = 0
            [2] stat("/") = -1 ENOENT
            [2] stat(".") = -1 ENOENT
            """).By("G4.path-outside");

    [Fact]
    public void In_a_removed_directory_nothing_resolves() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/d", 0755) = 0
            [1] chdir("/d") = 0
            [1] rmdir("/d") = 0
            [1] stat(".") = -1 ENOENT
            [1] stat("..") = -1 ENOENT
            [1] stat("/jail") = "2 40755 3 0 0 0"
            """);

    [Fact]
    public void A_removed_root_stays_empty() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/d", 0755) = 0
            [1] fork() = 2
            [2] chroot("/d") = 0
            [1] rmdir("/d") = 0
            [2] stat("/") = "9 40755 0 0 0 0"
            [2] mkdir("/x", 0755) = -1 ENOENT
            """).By("J8.place-removed").Allows("""
            [2] mount("mfs", "/") = 0
            [2] mkdir("/x", 0755) = 0
            [2] exit(0) = 0
            [1] stat("/") = "1 40755 3 0 0 0"
            """).By("J8.stat");
}
