using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>read and readdir on every kind of descriptor.</summary>
public sealed class ReadRulesTests
{
    private const string Opened = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] open("/secret", O_RDONLY, 0) = 4
        [1] open("/jail", O_RDONLY, 0) = 5
        [1] open("/jail/null", O_WRONLY, 0) = 6
        [1] open("/jail/null", O_RDWR, 0) = 7
        """;

    [Theory]
    [InlineData("read(9)", "-1 EBADF", "G7.bad-descriptor")]
    [InlineData("read(0)", "-1 EAGAIN", "J8.read-console")]
    [InlineData("read(5)", "-1 EISDIR", "J8.read-directory")]
    [InlineData("read(6)", "-1 EBADF", "J8.read-not-open-for-it")]
    [InlineData("read(4)", "\"\"", "J8.read-nothing")]
    [InlineData("read(7)", "\"\"", "J8.read-nothing")]
    [InlineData("readdir(3)", "-1 EINVAL", "J8.readdir-no-file")]
    [InlineData("readdir(0)", "-1 EINVAL", "J8.readdir-no-file")]
    [InlineData("readdir(4)", "-1 EINVAL", "J8.readdir-not-directory")]
    [InlineData("readdir(6)", "-1 EBADF", "J8.read-not-open-for-it")]
    [InlineData("readdir(5)", "\"fifo/null/out/tmp\"", "J8.readdir")]
    [InlineData("bind(4, 10.0.0.1:53)", "-1 ENOTSOCK", "G7.no-socket")]
    public void Each_kind_of_descriptor_reads_its_own_way(string call, string result, string rule) =>
        new SpecDriver(SpecDriver.Files).Allows(Opened).Allows($"[1] {call} = {result}").By(rule);

    [Fact]
    public void Names_are_listed_in_ordinal_order_and_up_to_date() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] open("/jail/tmp", O_RDONLY, 0) = 3
            [1] readdir(3) = ""
            [1] mkdir("/jail/tmp/b", 0755) = 0
            [1] mkdir("/jail/tmp/B", 0755) = 0
            [1] mkdir("/jail/tmp/10", 0755) = 0
            [1] mkdir("/jail/tmp/9", 0755) = 0
            [1] readdir(3) = "10/9/B/b"
            """);

    [Fact]
    public void A_directory_outside_is_not_listed() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] open("/", O_RDONLY, 0) = 3
            [1] open("/jail/tmp", O_RDONLY, 0) = 4
            [1] sysctl("kern.chroot_allow_open_directories", 2) = 0
            [1] jail("/jail", "a", 10.0.0.2) = 0
            [1] readdir(3) = -1 EPERM
            """).By("G4.directory-outside").Allows("""
            [1] readdir(4) = ""
            [1] fchdir(3) = -1 EPERM
            [1] chroot("/tmp") = 0
            [1] open("/", O_RDONLY, 0) = 5
            [1] readdir(5) = ""
            """).By("J8.readdir");

    [Fact]
    public void A_removed_directory_is_beneath_itself_only() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mkdir("/d", 0755) = 0
            [1] open("/d", O_RDONLY, 0) = 3
            [1] fork() = 2
            [2] chroot("/d") = 0
            [1] rmdir("/d") = 0
            [1] readdir(3) = -1 EPERM
            [1] fchdir(3) = -1 EPERM
            [2] readdir(3) = ""
            [2] fchdir(3) = 0
            """);
}
