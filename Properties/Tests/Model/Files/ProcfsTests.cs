using Verify.Model;
using Xunit;

namespace Verify.Properties.Tests.Model.Files;

/// <summary>/proc of the host, and the one in a prison (J7): 2 and 3 are in a prison, 4 in another.</summary>
public sealed class ProcfsTests
{
    private const string Mounted = """
        [1] mkdir("/proc", 0755) = 0
        [1] mount("procfs", "/proc") = 0
        [1] mount("procfs", "/jail/tmp") = 0
        [1] fork() = 2
        [2] jail("/jail", "a.example", 10.0.0.2) = 0
        [2] fork() = 3
        [3] setgid(7) = 0
        [3] setuid(5) = 0
        [1] fork() = 4
        [4] jail("/jail", "b.example", 10.0.0.2) = 0
        """;

    [Fact]
    public void It_lists_who_is_seen() =>
        new Scene(Scene.Files).Allows(Mounted).Allows("""
            [1] fork() = 10
            [1] open("/proc", O_RDONLY, 0) = 3
            [1] readdir(3) = "1/10/2/3/4/curproc"
            [3] open("/tmp", O_RDONLY, 0) = 3
            [3] readdir(3) = "2/3/curproc"
            [4] open("/tmp", O_RDONLY, 0) = 3
            [4] readdir(3) = "4/curproc"
            """).By(Rule.ReadDirProcesses).Allows("""
            [4] open("/tmp/4", O_RDONLY, 0) = 4
            [4] readdir(4) = "status"
            """);

    [Theory]
    [InlineData(1, "/proc", "10 40555 2 0 0 0")]
    [InlineData(1, "/proc/3", "64 40555 2 5 7 0")]
    [InlineData(1, "/proc/3/status", "65 100444 1 5 7 0")]
    [InlineData(1, "/proc/curproc", "32 40555 2 0 0 0")]
    [InlineData(1, "/proc/3/../1/.", "32 40555 2 0 0 0")]
    [InlineData(1, "/proc/1/../..", "1 40755 4 0 0 0")]
    [InlineData(3, "/tmp/curproc/status", "65 100444 1 5 7 0")]
    [InlineData(3, "/tmp", "11 40555 2 0 0 0")]
    public void Its_nodes_are_the_processes(int pid, string path, string status) =>
        new Scene(Scene.Files).Allows(Mounted).Allows($"""[{pid}] stat("{path}") = "{status}" """);

    [Theory]
    [InlineData(1, "/proc/5")]
    [InlineData(1, "/proc/01")]
    [InlineData(1, "/proc/+1")]
    [InlineData(1, "/proc/0")]
    [InlineData(1, "/proc/1/state")]
    [InlineData(3, "/tmp/1")]
    [InlineData(3, "/tmp/4/status")]
    public void Nothing_else_is_there(int pid, string path) =>
        new Scene(Scene.Files).Allows(Mounted).Allows($"""[{pid}] stat("{path}") = -1 ENOENT""").By(Rule.PathAbsent);

    [Fact]
    public void A_status_ends_with_the_prisons_hostname() =>
        new Scene(Scene.Files).Allows(Mounted).Allows("""
            [1] open("/proc/1/status", O_RDONLY, 0) = 3
            [1] read(3) = "init 1 0 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
            [3] open("/tmp/curproc/status", O_RDONLY, 0) = 3
            [3] read(3) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 a.example\x0a"
            [2] sysctl("kern.hostname", "c") = 0
            [3] read(3) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 c\x0a"
            """).By(Rule.ReadStatus);

    [Fact]
    public void A_status_is_told_to_who_sees_the_process() =>
        new Scene(Scene.Files).Allows(Mounted).Allows("""
            [1] open("/proc/3/status", O_RDONLY, 0) = 3
            [1] passfd(3, 4) = 3
            [4] read(3) = -1 ESRCH
            """).By(Rule.ReadStatusGone).Allows("""
            [1] passfd(3, 2) = 3
            [2] read(3) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 a.example\x0a"
            [3] exit(0) = 0
            [1] read(3) = -1 ESRCH
            """);

    [Fact]
    public void From_the_directory_of_a_process_that_is_gone_nothing_is_found() =>
        new Scene(Scene.Files).Allows(Mounted).Allows("""
            [1] chdir("/proc/4") = 0
            [1] open(".", O_RDONLY, 0) = 3
            [1] fork() = 5
            [5] chroot("/proc/3") = 0
            [5] stat("/..") = "64 40555 2 5 7 0"
            [4] exit(0) = 0
            [3] exit(0) = 0
            [1] stat("..") = -1 ENOENT
            [1] stat("status") = -1 ENOENT
            [5] stat("/") = -1 ENOENT
            """).By(Rule.PathProcessGone).Allows("""
            [1] readdir(3) = -1 ENOENT
            [1] fchdir(3) = -1 ENOENT
            """).By(Rule.DirectoryProcessGone).Allows("""
            [1] read(3) = -1 EISDIR
            [1] fork() = 4
            [1] stat("..") = "10 40555 2 0 0 0"
            [1] readdir(3) = "status"
            """);

    [Fact]
    public void From_the_directory_of_a_process_that_is_not_seen_nothing_is_found() =>
        new Scene(Scene.Files).Allows(Mounted).Allows("""
            [1] open("/jail/tmp/1", O_RDONLY, 0) = 3
            [1] passfd(3, 2) = 3
            [2] readdir(3) = -1 ENOENT
            [2] fchdir(3) = -1 ENOENT
            """).By(Rule.DirectoryProcessGone);

    [Fact]
    public void Nothing_of_it_can_be_changed() =>
        new Scene(Scene.Files).Allows(Mounted).Allows("""
            [1] chmod("/proc", 0777) = -1 EROFS
            [1] chmod("/proc/1/status", 0777) = -1 EROFS
            [1] chown("/proc/1", 5, 5) = -1 EROFS
            [1] open("/proc/1/status", O_RDWR, 0) = -1 EROFS
            [1] mkdir("/proc/1/x", 0755) = -1 EROFS
            [1] link("/proc/1/status", "/status") = -1 EXDEV
            [1] link("/proc/1/status", "/proc/status") = -1 EROFS
            [1] mount("mfs", "/proc/1") = -1 EBUSY
            [2] mkdir("/tmp/x", 0755) = -1 EROFS
            [3] mkdir("/tmp/x", 0755) = -1 EACCES
            """).By(Rule.PlaceDenied);
}
