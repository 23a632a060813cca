using Xunit;

namespace Verify.Properties.Tests.Implementation;

/// <summary>Groups, login names, limits and masks: who a process is and what its children have of it.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void A_group_is_the_superusers_to_change() => Replay.Run("""
        [1] setgid(-1) = -1 EINVAL
        [1] setgid(7) = 0
        [1] setgroups(8) = 0
        [1] setgroups(-1) = -1 EINVAL
        [1] setuid(5) = 0
        [1] setgid(8) = 0
        [1] setgid(7) = -1 EPERM
        [1] setgroups(8) = -1 EPERM
        [1] setgroups(-1) = -1 EPERM
        """);

    [Fact]
    public void A_login_name_is_the_processs_own() => Replay.Run("""
        [1] getlogin() = ""
        [1] setlogin(NULL) = -1 EFAULT
        [1] setlogin("12345678901234567") = -1 EINVAL
        [1] setlogin("1234567890123456") = 0
        [1] fork() = 2
        [2] setlogin("two") = 0
        [1] getlogin() = "1234567890123456"
        [2] setuid(5) = 0
        [2] setlogin("12345678901234567") = -1 EPERM
        [2] setlogin(NULL) = -1 EPERM
        [2] getlogin() = "two"
        """);

    [Fact]
    public void A_limit_of_descriptors_goes_up_to_the_hard_one_and_with_privilege_to_the_systems() => Replay.Run("""
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
    public void A_mask_has_twelve_bits() => Replay.Run("""
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
    public void The_machine_is_the_hosts_superusers(string what) => Replay.Run($"""
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
