using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>/proc of the host, and the one in a prison (J7): 2 and 3 are in a prison, 4 in another.</summary>
[Trait("Requirement", "J7")]
public sealed class ProcfsRulesTests
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
    public void It_lists_visible_processes() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [1] fork() = 10
            [1] open("/proc", O_RDONLY, 0) = 3
            [1] readdir(3) = "1/10/2/3/4/curproc"
            [3] open("/tmp", O_RDONLY, 0) = 3
            [3] readdir(3) = "2/3/curproc"
            [4] open("/tmp", O_RDONLY, 0) = 3
            [4] readdir(3) = "4/curproc"
            """).By("J7.readdir-processes").Allows("""
            [4] open("/tmp/4", O_RDONLY, 0) = 4
            [4] readdir(4) = "cmdline/ctl/dbregs/etype/fpregs/map/mem/note/notepg/regs/rlimit/status"
            [1] open("/proc/1", O_RDONLY, 0) = 4
            [1] readdir(4) = "cmdline/ctl/mem/note/notepg/rlimit/status"
            """);

    [Theory]
    [InlineData(1, "/proc", "10 40555 1 0 0 0")]
    [InlineData(1, "/proc/3", "64 40555 14 5 7 0")]
    [InlineData(1, "/proc/3/status", "65 100444 1 5 7 0")]
    [InlineData(1, "/proc/curproc", "32 40555 14 0 0 0")]
    [InlineData(1, "/proc/3/../0001/.", "32 40555 14 0 0 0")]
    [InlineData(1, "/proc/1/../..", "1 40755 4 0 0 0")]
    [InlineData(3, "/tmp/curproc/status", "65 100444 1 5 7 0")]
    [InlineData(3, "/tmp", "11 40555 1 0 0 0")]
    [InlineData(1, "/proc/3/mem", "68 100040 1 0 2 0")]
    [InlineData(1, "/proc/3/regs", "69 100000 1 5 7 0")]
    [InlineData(1, "/proc/3/ctl", "72 100000 1 5 7 0")]
    [InlineData(1, "/proc/3/notepg", "75 100200 1 5 7 0")]
    [InlineData(1, "/proc/3/map/.", "76 100444 1 5 7 0")]
    [InlineData(1, "/proc/2/mem", "52 100640 1 0 2 0")]
    [InlineData(1, "/proc/2/regs", "53 100600 1 0 0 0")]
    [InlineData(1, "/proc/2/ctl", "56 100200 1 0 0 0")]
    [InlineData(1, "/proc/3/rlimit", "79 100444 1 5 7 0")]
    public void Its_nodes_follow_from_the_processes(int pid, string path, string status) =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows($"""[{pid}] stat("{path}") = "{status}" """);

    [Theory]
    [InlineData(1, "/proc/5")]
    [InlineData(1, "/proc/100001")]
    [InlineData(1, "/proc/1/regs")]
    [InlineData(1, "/proc/1/map")]
    [InlineData(1, "/proc/3/file")]
    [InlineData(1, "/proc/+1")]
    [InlineData(1, "/proc/0")]
    [InlineData(1, "/proc/1/state")]
    [InlineData(3, "/tmp/1")]
    [InlineData(3, "/tmp/4/status")]
    public void Nothing_else_exists(int pid, string path) =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted)
            .Allows($"""[{pid}] stat("{path}") = -1 ENOENT""").By("J8.path-absent");

    [Fact]
    public void A_status_ends_with_the_prisons_hostname() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [1] open("/proc/1/status", O_RDONLY, 0) = 3
            [1] read(3) = "init 1 0 1 1 -1,-1 sldr 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
            [3] open("/tmp/curproc/status", O_RDONLY, 0) = 3
            [3] read(3) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 a.example\x0a"
            [2] sysctl("kern.hostname", "c") = 0
            [3] read(3) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 c\x0a"
            """).By("J7.status");

    [Fact]
    public void A_status_is_readable_if_the_process_is_visible() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [4] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
            [4] bind(3, "/four") = 0
            [1] open("/proc/3/status", O_RDONLY, 0) = 3
            [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 4
            [1] sendmsg(4, ["x"], control [SCM_RIGHTS 3], "/jail/four") = 1
            [4] recvmsg(3, [1], 16) = "x" control [SCM_RIGHTS 4]
            [4] read(4) = -1 ESRCH
            """).By("J7.read-unseen").Allows("""
            [2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
            [2] bind(3, "/two") = 0
            [1] sendmsg(4, ["x"], control [SCM_RIGHTS 3], "/jail/two") = 1
            [2] recvmsg(3, [1], 16) = "x" control [SCM_RIGHTS 4]
            [2] read(4) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 a.example\x0a"
            [3] exit(0) = 0
            [1] read(3) = -1 EIO
            """).By("J7.read-dead");

    [Fact]
    public void Other_files_are_empty_or_restricted() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [2] open("/tmp/3/ctl", O_RDWR, 0) = 3
            [2] read(3) = -1 EOPNOTSUPP
            """).By("J7.read-control").Allows("""
            [2] open("/tmp/3/note", O_RDWR, 0) = 4
            [2] read(4) = -1 EINVAL
            """).By("J7.read-note").Allows("""
            [2] open("/tmp/3/regs", O_RDONLY, 0) = 5
            [2] read(5) = ""
            """).By("J7.read-procfs-nothing").Allows("""
            [2] fork() = 6
            [6] setuid(6) = 0
            [6] read(5) = -1 EPERM
            """).By("J7.read-registers-denied").Allows("""
            [6] open("/tmp/3/regs", O_RDONLY, 0) = -1 EACCES
            [3] open("/tmp/3/ctl", O_RDONLY, 0) = -1 EACCES
            [3] open("/tmp/3/note", O_WRONLY, 0) = 3
            [3] open("/tmp/3/status", O_WRONLY, 0) = -1 EACCES
            [3] read(3) = -1 EBADF
            """);

    [Fact]
    public void From_the_directory_of_an_exited_process_nothing_is_found() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [1] chdir("/proc/4") = 0
            [1] open(".", O_RDONLY, 0) = 3
            [1] fork() = 5
            [5] chroot("/proc/3") = 0
            [5] stat("/..") = "64 40555 14 5 7 0"
            [4] exit(0) = 0
            [3] exit(0) = 0
            [1] stat("..") = -1 ENOTDIR
            [1] stat("status") = -1 ENOTDIR
            [5] stat("/") = -1 ENOTDIR
            """).By("J7.path-process-gone").Allows("""
            [1] readdir(3) = -1 EINVAL
            [1] fchdir(3) = -1 ENOTDIR
            [1] read(3) = -1 EIO
            [1] fork() = 4
            [1] stat("..") = -1 ENOTDIR
            [1] unmount("/proc") = 0
            """).By("J4.unmount");

    [Fact]
    public void From_the_directory_of_an_invisible_process_nothing_is_found() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [1] open("/jail/tmp/1", O_RDONLY, 0) = 3
            [2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
            [2] bind(3, "/two") = 0
            [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 4
            [1] sendmsg(4, ["x"], control [SCM_RIGHTS 3], "/jail/two") = 1
            [2] recvmsg(3, [1], 16) = "x" control [SCM_RIGHTS 4]
            [2] readdir(4) = -1 ENOENT
            [2] fchdir(4) = -1 ENOENT
            """).By("J7.directory-process-unseen");

    [Fact]
    public void A_file_of_an_exited_process_that_is_on_its_way_is_dead_when_it_arrives() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
            [1] open("/proc/4/status", O_RDONLY, 0) = 5
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS 5]) = 1
            [4] exit(0) = 0
            [1] unmount("/proc") = 0
            [1] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 6]
            [1] read(6) = -1 EIO
            """).By("J7.read-dead");

    [Fact]
    public void It_cannot_be_changed() =>
        new SpecDriver(SpecDriver.Files).Allows(Mounted).Allows("""
            [1] open("/proc/1/status", O_RDWR, 0) = 3
            [1] mkdir("/proc/1/x", 0755) = -1 EROFS
            [1] mkdir("/proc/x/y", 0755) = -1 EROFS
            [1] unlink("/proc/1/.") = -1 EROFS
            [1] rename("/secret", "/proc/1/status/x") = -1 EROFS
            [1] rmdir("/proc/..") = -1 EBUSY
            [1] link("/proc/1/status", "/status") = -1 EXDEV
            [1] link("/proc/1/status", "/proc/status") = -1 EROFS
            [1] mount("mfs", "/proc/1") = -1 EBUSY
            [2] mkdir("/tmp/x", 0755) = -1 EROFS
            [3] mkdir("/tmp/x", 0755) = -1 EROFS
            """).By("J7.read-only");
}
