using Xunit;

namespace Verify.Model.Tests.Rules.Files;

[Trait("Requirement", "J8")]
public sealed class OpenRulesTests
{
    [Theory]
    [InlineData("/secret", "O_ACCMODE", "EINVAL", "J8.open-mode")]
    [InlineData("/nothing", "O_RDONLY", "ENOENT", "J8.path-absent")]
    [InlineData("/nothing", "O_RDONLY|O_EXCL", "ENOENT", "J8.path-absent")]
    [InlineData("/", "O_RDONLY|O_CREAT", "EISDIR", "J8.place-is-start")]
    [InlineData("/jail", "O_WRONLY", "EISDIR", "J8.open-directory")]
    [InlineData("/jail/.", "O_RDWR|O_CREAT", "EISDIR", "J8.open-directory")]
    [InlineData("/secret", "O_RDONLY|O_CREAT|O_EXCL", "EEXIST", "J8.open-exclusive")]
    [InlineData("/jail/dangling", "O_RDONLY|O_CREAT|O_EXCL", "EEXIST", "J8.open-exclusive")]
    [InlineData("/jail/dangling", "O_RDONLY", "ENOENT", "J8.path-absent")]
    [InlineData("/disk", "O_RDONLY", "ENXIO", "J4.open-no-driver")]
    [InlineData("/jail/fifo", "O_RDWR", "EAGAIN", "J8.open-fifo")]
    [InlineData("/proc/x", "O_WRONLY|O_CREAT", "EROFS", "J7.read-only")]
    [InlineData("/proc/1", "O_RDWR", "EISDIR", "J8.open-directory")]
    [InlineData("/proc/x", "O_RDWR|O_CREAT", "EROFS", "J7.read-only")]
    [InlineData("/proc/2", "O_RDONLY", "ENOENT", "J8.path-absent")]
    public void What_cannot_be_opened(string path, string options, string error, string rule) =>
        new SpecDriver(SpecDriver.Files).Allows($"""
            [1] symlink("new", "/jail/dangling") = 0
            [1] mkdir("/proc", 0755) = 0
            [1] mount("procfs", "/proc") = 0
            [1] open("{path}", {options}, 0644) = -1 {error}
            """).By(rule);

    [Theory]
    [InlineData("/", "O_RDONLY")]
    [InlineData("/jail", "O_RDONLY|O_CREAT")]
    [InlineData("/secret", "O_RDWR|O_CREAT")]
    [InlineData("/jail/null", "O_RDWR|O_EXCL")]
    [InlineData("/jail/out", "O_WRONLY")]
    public void Existing_files_open(string path, string options) =>
        new SpecDriver(SpecDriver.Files).Allows($"""[1] open("{path}", {options}, 0) = 3""").By("J8.open");

    [Fact]
    public void Opening_a_dangling_link_creates_its_target() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] symlink("tmp/new", "/jail/dangling") = 0
            [1] open("/jail/dangling", O_RDONLY|O_CREAT, 0644) = 3
            """).By("J8.open-makes").Allows("""[1] stat("/jail/tmp/new") = "10 100644 1 0 0 0" """);

    [Fact]
    public void A_new_file_is_open_whatever_its_mode() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] setuid(5) = 0
            [1] open("/jail/tmp/f", O_RDWR|O_CREAT|O_EXCL, 0) = 3
            [1] read(3) = ""
            [1] open("/jail/tmp/f", O_RDONLY, 0) = -1 EACCES
            """).By("J8.open-denied");

    [Fact]
    public void Descriptors_are_checked_before_paths_and_access_before_drivers() =>
        new SpecDriver(SpecDriver.Files + "tunable kern.maxfilesperproc=4\n").Allows("""
            [1] open("/secret", O_RDONLY, 0) = 3
            [1] open(NULL, O_RDONLY, 0) = -1 EMFILE
            """).By("J8.open-descriptor").Allows("""
            [1] open(NULL, O_ACCMODE, 0) = -1 EINVAL
            [1] close(3) = 0
            [1] chmod("/disk", 0) = 0
            [1] chmod("/jail/fifo", 0) = 0
            [1] setuid(5) = 0
            [1] open("/disk", O_RDONLY, 0) = -1 EACCES
            [1] open("/jail/fifo", O_RDONLY, 0) = -1 EACCES
            """).By("J8.open-denied");
}
