using Xunit;

namespace Verify.Model.Tests.Rules.Files;

[Trait("Requirement", "R2")]
public sealed class FlagRulesTests
{
    [Fact]
    public void A_socket_is_open_for_both_and_keeps_the_flags_that_can_be_set() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] fcntl(3, F_GETFL) = 2
            [1] fcntl(3, F_SETFL, O_WRONLY|O_NONBLOCK|O_APPEND|O_ASYNC|O_CREAT) = 0
            """).By("R2.flags-set")
            .Allows("[1] fcntl(3, F_GETFL) = 78").By("R2.flags-read")
            .Allows("""
            [1] fcntl(3, F_SETFL, 128) = 0
            [1] fcntl(3, F_GETFL) = 130
            [1] recvfrom(3 <unfinished ...>
            """);

    [Theory]
    [InlineData(1, 6)]
    [InlineData(-1, 6)]
    [InlineData(0, 2)]
    public void Fionbio_sets_one_flag(int value, int flags) =>
        new SpecDriver().Allows($"""
            [1] socket(AF_LOCAL, SOCK_STREAM, 0) = 3
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = 0
            [1] ioctl(3, FIONBIO, {value}) = 0
            """).By("R2.nonblocking-set").Allows($"[1] fcntl(3, F_GETFL) = {flags}");

    [Fact]
    public void An_open_file_keeps_its_mode_and_some_flags_of_open() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] open("/secret", O_WRONLY|O_NONBLOCK|O_APPEND|O_CREAT, 00) = 3
            [1] fcntl(3, F_GETFL) = 13
            [1] open("/jail", O_RDONLY, 00) = 4
            [1] fcntl(4, F_GETFL) = 0
            [1] fcntl(0, F_GETFL) = 2
            [1] fcntl(5, F_GETFL) = -1 EBADF
            [1] ioctl(5, FIONBIO, 1) = -1 EBADF
            """);

    [Fact]
    public void Descriptors_of_one_open_file_share_its_flags_and_those_of_another_do_not() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] open("/secret", O_RDWR, 00) = 3
            [1] open("/secret", O_RDWR, 00) = 4
            [1] fork() = 2
            [1] dup(3) = 5
            [2] fcntl(3, F_SETFL, O_APPEND) = 0
            [1] fcntl(3, F_GETFL) = 10
            [1] fcntl(5, F_GETFL) = 10
            [1] fcntl(4, F_GETFL) = 2
            """);

    [Fact]
    public void The_null_device_refuses_and_the_flags_are_set_nevertheless() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] open("/jail/null", O_RDWR, 00) = 3
            [1] fcntl(3, F_SETFL, O_NONBLOCK) = -1 ENODEV
            """).By("R2.flags-no-device")
            .Allows("[1] fcntl(3, F_GETFL) = 6\n[1] ioctl(3, FIONBIO, 0) = -1 ENODEV\n[1] fcntl(3, F_GETFL) = 2");

    [Fact]
    public void The_procfs_file_of_an_ended_process_refuses_too() =>
        new SpecDriver("dir \"/proc\" 0755 0 0\n").Allows("""
            [1] mount("procfs", "/proc") = 0
            [1] fork() = 2
            [1] open("/proc/2/status", O_RDONLY, 00) = 3
            [1] fcntl(3, F_SETFL, O_APPEND) = 0
            [2] exit(0) = 0
            [1] ioctl(3, FIONBIO, 1) = -1 ENOTTY
            """).By("R2.flags-dead").Allows("[1] fcntl(3, F_GETFL) = 12");
}
