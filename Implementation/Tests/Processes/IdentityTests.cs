using Xunit;

namespace Verify.Implementation.Tests.Processes;

/// <summary>User and group ids, login names, limits and masks of a process, and what its children inherit.</summary>
[Trait("Requirement", "J4")]
public sealed class IdentityTests
{
    [Fact]
    public void Setting_groups_needs_privilege() => KernelReplay.Run("""
        [1] setgid(-1) = 0
        [1] getgid() = 4294967295
        [1] setgid(7) = 0
        [1] setgroups(8, -1, 9) = 0
        [1] getgroups() = "8 4294967295 9"
        [1] getgid() = 7
        [1] getegid() = 8
        [1] setgroups() = 0
        [1] getgroups() = "8"
        [1] setgroups(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17) = -1 EINVAL
        [1] setuid(5) = 0
        [1] setegid(7) = 0
        [1] setgid(8) = -1 EPERM
        [1] setegid(8) = -1 EPERM
        [1] setgid(7) = 0
        [1] setgroups(8) = -1 EPERM
        [1] setgroups() = -1 EPERM
        """);

    [Fact]
    public void Every_supplementary_group_counts() => KernelReplay.Run("""
        dir "/d" 0750 0 9
        file "/d/f" 0640 0 9
        file "/own" 0644 5 5
        [1] setgroups(5, 8, 9) = 0
        [1] setuid(5) = 0
        [1] open("/d/f", O_RDONLY, 00) = 3
        [1] open("/d/f", O_WRONLY, 00) = -1 EACCES
        [1] chown("/own", -1, 9) = 0
        [1] chmod("/own", 02755) = 0
        [1] chown("/own", -1, 7) = -1 EPERM
        [1] chown("/own", -1, 8) = 0
        [1] stat("/own") = "4 100755 1 5 8 0"
        """);

    [Fact]
    public void Real_effective_and_saved_ids() => KernelReplay.Run("""
        [1] fork() = 2
        [1] issetugid() = 0
        [2] seteuid(5) = 0
        [2] getuid() = 0
        [2] geteuid() = 5
        [2] issetugid() = 1
        [2] setgid(3) = -1 EPERM
        [2] seteuid(6) = -1 EPERM
        [2] seteuid(0) = 0
        [2] setreuid(5, 6) = 0
        [2] setreuid(-1, 5) = 0
        [2] setreuid(6, 5) = 0
        [2] setreuid(-1, -1) = 0
        [2] setuid(7) = -1 EPERM
        [2] setuid(5) = 0
        [2] seteuid(6) = -1 EPERM
        [1] setreuid(-1, 5) = 0
        [1] getuid() = 0
        [1] setreuid(6, -1) = -1 EPERM
        [1] setuid(0) = 0
        [1] setreuid(5, -1) = 0
        [1] setuid(5) = 0
        [1] seteuid(0) = -1 EPERM
        """);

    [Fact]
    public void The_effective_id_is_saved_if_it_differs_from_the_real_one() => KernelReplay.Run("""
        [1] setreuid(5, 0) = 0
        [1] setreuid(-1, 5) = 0
        [1] seteuid(0) = 0
        [1] setreuid(-1, 6) = 0
        [1] seteuid(0) = -1 EPERM
        [1] seteuid(5) = 0
        [1] seteuid(6) = 0
        """);

    [Fact]
    [Trait("Requirement", "G4")]
    public void A_login_name_applies_to_the_session_within_one_prison() => KernelReplay.Run("""
        [1] getlogin() = ""
        [1] setlogin(NULL) = -1 EFAULT
        [1] setlogin("12345678901234567") = -1 EINVAL
        [1] setlogin("1234567890123456") = 0
        [1] fork() = 2
        [1] fork() = 3
        [1] fork() = 4
        [3] setsid() = 3
        [3] getlogin() = "1234567890123456"
        [4] jail("/", "a", 10.0.0.1) = 0
        [2] setlogin("two") = 0
        [1] getlogin() = "two"
        [3] getlogin() = "1234567890123456"
        [4] getlogin() = "1234567890123456"
        [4] fork() = 5
        [5] setlogin("five") = 0
        [4] getlogin() = "five"
        [1] getlogin() = "two"
        [2] setuid(5) = 0
        [2] setlogin("12345678901234567") = -1 EPERM
        [2] setlogin(NULL) = -1 EPERM
        [2] getlogin() = "two"
        """);

    [Fact]
    public void Descriptor_limits_rise_to_the_hard_limit_or_with_privilege_to_the_systems() => KernelReplay.Run("""
        tunable kern.maxfilesperproc=6
        [1] getrlimit() = 6
        [1] setrlimit(4, 5) = 0
        [1] getrlimit() = 4
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = -1 EMFILE
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] setrlimit(6, 5) = -1 EPERM
        [2] setrlimit(5, 6) = -1 EPERM
        [2] setrlimit(-1, 5) = -1 EPERM
        [2] setrlimit(5, 5) = 0
        [2] getrlimit() = 5
        [2] setrlimit(5, 2) = 0
        [2] getrlimit() = 2
        [2] getsockname(3) = 0.0.0.0:0
        [2] close(0) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 0
        [2] close(1) = 0
        [2] open("/", O_RDONLY, 00) = 1
        [2] open("/", O_RDONLY, 00) = -1 EMFILE
        [1] setrlimit(-1, -1) = 0
        [1] getrlimit() = 6
        """);

    [Fact]
    public void A_mask_has_twelve_bits() => KernelReplay.Run("""
        [1] umask(0177777) = 18
        [1] umask(00) = 4095
        [1] fork() = 2
        [2] umask(07) = 0
        [1] umask(00) = 0
        """);

    [Theory]
    [InlineData("reboot")]
    [InlineData("settimeofday")]
    [InlineData("adjtime")]
    [InlineData("kldload")]
    [InlineData("kldunload")]
    [InlineData("swapon")]
    [InlineData("acct")]
    [InlineData("ifconfig")]
    [InlineData("route")]
    [InlineData("bpfopen")]
    public void Administration_needs_the_hosts_superuser(string what) => KernelReplay.Run($"""
        [1] administer({what}) = 0
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] administer({what}) = -1 EPERM
        [2] administer(99) = -1 EINVAL
        [1] jail("/", "a", 10.0.0.1) = 0
        [1] administer({what}) = -1 EPERM
        [1] administer(99) = -1 EINVAL
        """);
}
