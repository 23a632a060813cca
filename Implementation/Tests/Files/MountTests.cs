using Xunit;

namespace Verify.Implementation.Tests.Files;

/// <summary>mount, unmount and quotactl (J10).</summary>
[Trait("Requirement", "J8")]
[Trait("Requirement", "J10")]
public sealed class MountTests
{
    private const string Tree = """
        dir "/m" 0700 5 5
        dir "/m/sub" 0755 0 0
        dir "/n" 0755 0 0
        file "/f" 0644 0 0

        """;

    [Fact]
    public void Mounting_covers_a_directory() => KernelReplay.Run(Tree + """
        [1] fork() = 2
        [2] chdir("/m/sub") = 0
        [1] open("/m", O_RDONLY, 00) = 3
        [1] chdir("/m") = 0
        [1] mount("mfs", "/m") = 0
        [1] stat("/m") = "6 40755 2 0 0 0"
        [1] stat(".") = "6 40755 2 0 0 0"
        [1] stat("..") = "1 40755 4 0 0 0"
        [1] stat("/m/sub") = -1 ENOENT
        [1] readdir(3) = "sub"
        [1] fchdir(3) = 0
        [1] stat(".") = "6 40755 2 0 0 0"
        [2] stat(".") = "3 40755 2 0 0 0"
        [2] stat("..") = "6 40755 2 0 0 0"
        [1] mkdir("a", 0755) = 0
        [1] stat("a/../..") = "1 40755 4 0 0 0"
        [1] unmount("/m") = -1 EBUSY
        [1] chdir("/") = 0
        [1] unmount("/m") = 0
        [1] stat("/m/a") = -1 ENOENT
        [1] stat("/m") = "2 40700 3 5 5 0"
        [2] stat("..") = "2 40700 3 5 5 0"
        """);

    [Fact]
    public void Nodes_that_cannot_be_mounted_on() => KernelReplay.Run(Tree + """
        [1] mount("mfs", NULL) = -1 EFAULT
        [1] mount("mfs", "/f") = -1 ENOTDIR
        [1] mount("nfs", "/") = -1 ENODEV
        [1] mount("nfs", "/f") = -1 ENOTDIR
        [1] mount("procfs", "/m") = 0
        [1] mount("nfs", "/m/1") = -1 ENODEV
        [1] mount("mfs", "/m/1") = -1 EBUSY
        [1] unmount("/") = -1 EINVAL
        [1] unmount("/n") = -1 EINVAL
        [1] unmount("/m/1") = -1 EINVAL
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] mount("mfs", "/n") = -1 EPERM
        [2] unmount(NULL) = -1 EFAULT
        [2] unmount("/nothing") = -1 ENOENT
        [2] unmount("/m/1") = -1 EPERM
        [2] unmount("/") = -1 EPERM
        [1] jail("/n", "a", 10.0.0.1) = 0
        [1] mount("mfs", "/") = -1 EPERM
        [1] unmount("/") = -1 EPERM
        """);

    [Fact]
    public void Mounts_on_mounts() => KernelReplay.Run(Tree + """
        [1] mount("mfs", "/m") = 0
        [1] mkdir("/m/a", 0755) = 0
        [1] fork() = 2
        [2] chdir("/m/a") = 0
        [1] mount("mfs", "/m") = 0
        [1] stat("/m") = "8 40755 2 0 0 0"
        [1] stat("/m/a") = -1 ENOENT
        [1] stat("/m/..") = "1 40755 4 0 0 0"
        [2] stat(".") = "7 40755 2 0 0 0"
        [2] stat("..") = "8 40755 2 0 0 0"
        [1] unmount("/m") = 0
        [1] stat("/m/a") = "7 40755 2 0 0 0"
        [1] unmount("/m") = -1 EBUSY
        [2] chdir("/") = 0
        [1] unmount("/m") = 0
        [1] unmount("/m") = -1 EINVAL
        """);

    [Fact]
    public void The_root_may_be_mounted_on_and_is_then_in_use() => KernelReplay.Run(Tree + """
        [1] fork() = 2
        [2] chdir("/m/sub") = 0
        [1] mount("mfs", "/") = 0
        [1] stat("/") = "6 40755 2 0 0 0"
        [1] stat("/m") = -1 ENOENT
        [2] stat(".") = "3 40755 2 0 0 0"
        [2] stat("..") = "2 40700 3 5 5 0"
        [2] stat("../..") = "6 40755 2 0 0 0"
        [2] unmount("..") = -1 EINVAL
        [1] unmount("/") = -1 EBUSY
        [1] mkdir("/c", 0755) = 0
        [1] open("/", O_RDONLY, 00) = 3
        [1] chroot("/c") = 0
        [1] chroot("/") = -1 EPERM
        [1] close(3) = 0
        [1] chdir("/") = 0
        [2] chdir("/c") = 0
        [2] unmount("/") = -1 EBUSY
        """);

    [Fact]
    public void A_prison_cannot_unmount() => KernelReplay.Run(Tree + """
        [1] mount("mfs", "/m") = 0
        [1] mkdir("/m/proc", 0755) = 0
        [1] mount("procfs", "/m/proc") = 0
        [1] fork() = 2
        [2] jail("/m", "a", 10.0.0.1) = 0
        [2] unmount("/nothing") = -1 ENOENT
        [2] unmount("/proc") = -1 EPERM
        [2] unmount("/") = -1 EPERM
        [1] unmount("/m/proc") = 0
        """);

    [Fact]
    public void A_file_system_in_use_cannot_be_unmounted() => KernelReplay.Run(Tree + """
        [1] mount("mfs", "/m") = 0
        [1] mkdir("/m/a", 0755) = 0
        [1] mount("mfs", "/m/a") = 0
        [1] unmount("/m") = -1 EBUSY
        [1] fork() = 2
        [2] jail("/m/a", "a", 10.0.0.1) = 0
        [1] unmount("/m/a") = -1 EBUSY
        [2] exit(0) = 0
        [1] open("/m/a/f", O_RDONLY|O_CREAT, 0644) = 3
        [1] unlink("/m/a/f") = 0
        [1] unmount("/m/a") = -1 EBUSY
        [1] close(3) = 0
        [1] unmount("/m/a/") = 0
        [1] unmount("/m") = 0
        """);

    [Fact]
    public void The_root_of_a_mount_uses_a_node() => KernelReplay.Run("""
        dir "/m" 0755 0 0
        dir "/n" 0755 0 0
        tunable kern.maxvnodes=4
        [1] mount("procfs", "/m") = 0
        [1] stat("/m") = "4 40555 1 0 0 0"
        [1] stat("/m/curproc/status") = "33 100444 1 0 0 0"
        [1] mount("mfs", "/n") = -1 ENOSPC
        [1] unmount("/m") = 0
        [1] mount("mfs", "/n") = 0
        [1] mkdir("/n/x", 0755) = -1 ENOSPC
        """);

    [Fact]
    public void Processes_move_to_a_file_system_mounted_on_their_root() => KernelReplay.Run(Tree + """
        [1] fork() = 2
        [2] jail("/m", "a", 10.0.0.1) = 0
        [2] chdir("/") = 0
        [1] mount("mfs", "/m") = 0
        [2] stat("/") = "6 40755 2 0 0 0"
        [2] stat("/..") = "6 40755 2 0 0 0"
        [2] stat("..") = "6 40755 2 0 0 0"
        [2] mkdir("/x", 0755) = 0
        [1] unmount("/m") = -1 EBUSY
        """);

    [Fact]
    public void Quotas_are_counted_for_each_user_on_each_file_system() => KernelReplay.Run(Tree + """
        [1] mount("mfs", "/n") = 0
        [1] chmod("/n", 0777) = 0
        [1] quotactl("/n", Q_SETQUOTA, 5, 2) = 0
        [1] quotactl("/", Q_GETQUOTA, 5, 0) = 0
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] quotactl("/n/.", Q_GETQUOTA, 5, 0) = 2
        [2] mkdir("/n/a", 0755) = 0
        [2] open("/n/b", O_RDONLY|O_CREAT, 0644) = 3
        [2] mkdir("/n/c", 0755) = -1 EDQUOT
        [2] link("/n/b", "/n/d") = 0
        [2] unlink("/n/b") = 0
        [2] unlink("/n/d") = 0
        [2] mkdir("/n/c", 0755) = -1 EDQUOT
        [2] close(3) = 0
        [2] mkdir("/n/c", 0755) = 0
        [1] chown("/n/a", 6, -1) = 0
        [2] mkdir("/n/d", 0755) = 0
        [1] chown("/n/a", 5, -1) = 0
        [1] quotactl("/n", Q_SETQUOTA, 5, 0) = 0
        [2] mkdir("/n/e", 0755) = 0
        [1] quotactl("/n", Q_SETQUOTA, 0, 1) = 0
        [1] mkdir("/n/f", 0755) = 0
        """);

    [Fact]
    public void Quotas_need_privilege_on_the_host_and_end_with_their_file_system() => KernelReplay.Run(Tree + """
        [1] quotactl("/", 9, 5, 2) = -1 EINVAL
        [1] quotactl("/nothing", 9, 5, 2) = -1 ENOENT
        [1] quotactl("/", Q_SETQUOTA, -1, 9) = 0
        [1] quotactl("/", Q_GETQUOTA, -1, 2) = 9
        [1] quotactl("/", Q_GETQUOTA, -2, 2) = 0
        [1] quotactl("/", Q_SYNC, 5, 2) = 0
        [1] quotactl("/", Q_SETQUOTA, 5, -1) = -1 EINVAL
        [1] quotactl("/", Q_GETQUOTA, 5, -1) = 0
        [1] quotactl(NULL, Q_GETQUOTA, 5, 0) = -1 EFAULT
        [1] mount("procfs", "/m") = 0
        [1] quotactl("/m", Q_GETQUOTA, 5, 0) = -1 EOPNOTSUPP
        [1] quotactl("/m/1/status", Q_SETQUOTA, 5, 0) = -1 EOPNOTSUPP
        [1] mount("mfs", "/n") = 0
        [1] quotactl("/n", Q_SETQUOTA, 5, 2) = 0
        [1] unmount("/n") = 0
        [1] mount("mfs", "/n") = 0
        [1] quotactl("/n", Q_GETQUOTA, 5, 0) = 0
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] quotactl("/", Q_GETQUOTA, 6, 0) = -1 EPERM
        [2] quotactl("/", Q_SETQUOTA, 5, 0) = -1 EPERM
        [2] quotactl("/", Q_GETQUOTA, 5, 0) = 0
        [2] quotactl("/", Q_GETQUOTA, -1, 0) = 0
        [2] quotactl("/", Q_SYNC, 0, 0) = 0
        [2] quotactl("/", 9, 5, 0) = -1 EPERM
        [2] quotactl("/m", 9, 5, 0) = -1 EOPNOTSUPP
        [1] jail("/", "a", 10.0.0.1) = 0
        [1] quotactl("/", Q_GETQUOTA, 0, 0) = -1 EPERM
        [1] quotactl(NULL, 9, -1, 0) = -1 EPERM
        """);
}
