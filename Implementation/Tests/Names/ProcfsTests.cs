using Xunit;

namespace Verify.Implementation.Tests.Names;

/// <summary>J7: procfs shows the processes visible to the reader, each status line ending with a hostname.</summary>
[Trait("Requirement", "J7")]
public sealed class ProcfsTests
{
    private const string Host = """
        dir "/proc" 0755 0 0
        dir "/jail" 0755 0 0
        dir "/jail/proc" 0755 0 0
        [1] mount("procfs", "/proc") = 0
        [1] mount("procfs", "/jail/proc") = 0
        [1] sysctl("kern.hostname", "host") = 0
        [1] fork() = 2
        [2] jail("/jail", "a.example", 10.0.0.2) = 0
        [2] fork() = 3
        [3] setgid(7) = 0
        [3] setuid(5) = 0

        """;

    [Fact]
    public void Names() => KernelReplay.Run(Host + """
        [1] open("/proc", O_RDONLY, 00) = 3
        [1] readdir(3) = "1/2/3/curproc"
        [2] open("/proc", O_RDONLY, 00) = 3
        [2] readdir(3) = "2/3/curproc"
        [2] stat("/proc/1") = -1 ENOENT
        [2] stat("/proc/1/status") = -1 ENOENT
        [2] open("/proc/curproc", O_RDONLY, 00) = 4
        [2] readdir(4) = "cmdline/ctl/dbregs/etype/fpregs/map/mem/note/notepg/regs/rlimit/status"
        [1] open("/proc/1", O_RDONLY, 00) = 4
        [1] readdir(4) = "cmdline/ctl/mem/note/notepg/rlimit/status"
        [1] stat("/proc/3") = "64 40555 14 5 7 0"
        [1] stat("/proc/3/status") = "65 100444 1 5 7 0"
        [3] stat("/proc/curproc/.") = "64 40555 14 5 7 0"
        [1] stat("/proc/003/status") = "65 100444 1 5 7 0"
        [1] stat("/proc/0") = -1 ENOENT
        [1] stat("/proc/+3") = -1 ENOENT
        [1] stat("/proc/9999999999") = -1 ENOENT
        [1] stat("/proc/3/file") = -1 ENOENT
        [1] stat("/proc/3/status/x") = -1 ENOTDIR
        [1] stat("/proc/3/status/..") = -1 ENOTDIR
        [1] stat("/proc/3/status/") = -1 ENOTDIR
        [1] stat("/proc/3/status/.") = "65 100444 1 5 7 0"
        [1] stat("/proc/3/../2/..") = "5 40555 1 0 0 0"
        [1] stat("/proc/..") = "1 40755 4 0 0 0"
        """);

    [Fact]
    public void Process_ids_are_listed_in_ordinal_order() => KernelReplay.Run(
        "dir \"/proc\" 0755 0 0\n[1] mount(\"procfs\", \"/proc\") = 0\n"
        + string.Concat(Enumerable.Range(2, 9).Select(pid => $"[1] fork() = {pid}\n")) + """
        [1] open("/proc", O_RDONLY, 00) = 3
        [1] readdir(3) = "1/10/2/3/4/5/6/7/8/9/curproc"
        """);

    [Fact]
    public void Status() => KernelReplay.Run(Host + """
        [1] open("/proc/1/status", O_RDONLY, 00) = 3
        [1] read(3) = "init 1 0 1 1 -1,-1 sldr 0,0 0,0 0,0 nochan 0 0 0,0 -\x0a"
        [1] open("/proc/3/status", O_RDONLY, 00) = 4
        [1] read(4) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 a.example\x0a"
        [2] sysctl("kern.hostname", "") = 0
        [1] read(4) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 \x0a"
        [2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
        [2] bind(3, "/s") = 0
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 5
        [1] sendmsg(5, ["x"], control [SCM_RIGHTS 3 4], "/jail/s") = 1
        [2] recvmsg(3, [1], 20) = "x" control [SCM_RIGHTS 4 5]
        [2] read(4) = -1 ESRCH
        [2] read(5) = "init 3 2 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan 5 5 7,7 \x0a"
        [3] exit(0) = 0
        [1] read(4) = -1 EIO
        [2] read(5) = -1 EIO
        [1] unmount("/proc") = -1 EBUSY
        [2] close(4) = 0
        [1] close(3) = 0
        [1] unmount("/proc") = 0
        [1] read(4) = -1 EIO
        [1] close(4) = 0
        [2] close(5) = 0
        """);

    [Fact]
    public void Nothing_can_be_created_or_removed() => KernelReplay.Run(Host + """
        [1] open("/proc/x", O_RDWR|O_CREAT, 00) = -1 EROFS
        [3] open("/proc/x", O_RDWR|O_CREAT, 00) = -1 EROFS
        [3] open("/proc/x/y", O_RDWR|O_CREAT, 00) = -1 EROFS
        [3] open("/proc/1/status", O_RDONLY|O_CREAT, 00) = -1 EROFS
        [1] mkdir("/proc/x", 0755) = -1 EROFS
        [1] mkdir("/proc/3", 0755) = -1 EEXIST
        [1] mkfifo("/proc/3/status/x", 0755) = -1 ENOTDIR
        [1] symlink("x", "/proc/3/x") = -1 EROFS
        [1] unlink("/proc/curproc") = -1 EROFS
        [1] unlink("/proc/x/y/z") = -1 EROFS
        [1] unlink("/proc/.") = -1 EROFS
        [1] unlink("/proc/../x") = -1 ENOENT
        [1] unlink("/proc/..") = -1 EPERM
        [1] rmdir("/proc/3") = -1 EROFS
        [3] rmdir("/proc/3") = -1 EROFS
        [1] rmdir("/proc/") = -1 EBUSY
        [1] rename("/proc/3", "/x") = -1 EROFS
        [1] rename("/jail", "/proc/3") = -1 EROFS
        [1] link("/proc/3/status", "/x") = -1 EXDEV
        [1] link("/proc/3/status", "/proc/x") = -1 EROFS
        [1] open("/proc/curproc", O_RDONLY|O_CREAT|O_EXCL, 00) = -1 EEXIST
        """);

    [Fact]
    public void Chmod_and_chown_succeed_without_effect() => KernelReplay.Run(Host + """
        [1] chmod("/proc/3", 0777) = 0
        [3] chmod("/proc/3", 0777) = 0
        [3] chmod("/proc", 0777) = 0
        [1] chown("/proc/3/status", 0, 0) = 0
        [3] chown("/proc", 5, 5) = 0
        [1] stat("/proc/3") = "64 40555 14 5 7 0"
        [1] stat("/proc") = "5 40555 1 0 0 0"
        [1] stat("/jail/proc") = "6 40555 1 0 0 0"
        """);

    [Fact]
    public void Files_get_owner_and_mode_from_their_process() => KernelReplay.Run(Host + """
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        [1] fork() = 4
        [4] setuid(8) = 0
        [1] stat("/proc/2/mem") = "52 100640 1 0 2 0"
        [1] stat("/proc/2/regs") = "53 100600 1 0 0 0"
        [1] stat("/proc/2/ctl") = "56 100200 1 0 0 0"
        [1] stat("/proc/2/note") = "58 100200 1 0 0 0"
        [1] stat("/proc/2/map") = "60 100444 1 0 0 0"
        [1] stat("/proc/1/map") = -1 ENOENT
        [4] open("/proc/3/status", O_WRONLY, 00) = -1 EACCES
        [4] open("/proc/2/regs", O_RDONLY, 00) = -1 EACCES
        [4] open("/proc/2/mem", O_RDONLY, 00) = -1 EACCES
        [4] setgid(2) = -1 EPERM
        [4] open("/proc/2/note", O_WRONLY, 00) = -1 EACCES
        [4] open("/proc/2/rlimit", O_RDONLY, 00) = 5
        [4] read(5) = ""
        [1] open("/proc/3/status", O_RDWR, 00) = 5
        [1] open("/proc/2/ctl", O_RDWR, 00) = 6
        [1] read(6) = -1 EOPNOTSUPP
        [1] open("/proc/2/note", O_RDONLY, 00) = 7
        [1] read(7) = -1 EINVAL
        [1] open("/proc/2/regs", O_RDONLY, 00) = 8
        [1] read(8) = ""
        [1] sendmsg(3, ["x"], control [SCM_RIGHTS 8]) = 1
        [4] recvmsg(4, [1], 16) = "x" control [SCM_RIGHTS 6]
        [4] read(6) = -1 EPERM
        """);

    [Fact]
    public void The_directory_of_a_process_that_has_ended_is_dead() => KernelReplay.Run(Host + """
        [1] chdir("/proc/3") = 0
        [1] open(".", O_RDONLY, 00) = 3
        [1] stat(".") = "64 40555 14 5 7 0"
        [2] socket(AF_LOCAL, SOCK_DGRAM, 0) = 3
        [2] bind(3, "/s") = 0
        [1] socket(AF_LOCAL, SOCK_DGRAM, 0) = 4
        [1] sendmsg(4, ["x"], control [SCM_RIGHTS 3], "/jail/s") = 1
        [2] recvmsg(3, [1], 16) = "x" control [SCM_RIGHTS 4]
        [2] fchdir(4) = -1 EPERM
        [3] exit(0) = 0
        [1] stat(".") = -1 ENOTDIR
        [1] stat("..") = -1 ENOTDIR
        [1] mkdir("x", 0755) = -1 ENOTDIR
        [1] readdir(3) = -1 EINVAL
        [1] fchdir(3) = -1 ENOTDIR
        [1] read(3) = -1 EIO
        [1] stat("/proc/3") = -1 ENOENT
        [1] unmount("/proc") = 0
        [1] chdir("/") = 0
        [1] close(3) = 0
        [2] close(3) = 0
        """);

    [Fact]
    public void A_process_directory_from_outside_is_unusable_in_a_prison() => KernelReplay.Run("""
        dir "/proc" 0755 0 0
        [1] mount("procfs", "/proc") = 0
        [1] fork() = 2
        [1] fork() = 3
        [2] chdir("/proc/3") = 0
        [2] chroot("/proc/2") = 0
        [3] chroot("/proc/2") = 0
        [3] jail("/", "a", 10.0.0.1) = 0
        [3] stat("/") = -1 ENOENT
        [3] stat(".") = -1 ENOENT
        [2] stat("/status") = "49 100444 1 0 0 0"
        [2] stat(".") = -1 ENOENT
        [2] exit(0) = 0
        """);
}
