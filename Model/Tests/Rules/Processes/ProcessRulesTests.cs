using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Processes;

public sealed class ProcessRulesTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(30000)]
    [InlineData(99998)]
    public void A_child_may_have_any_pid_not_in_use(int pid) =>
        new SpecDriver().Allows($"[1] fork() = {pid}")
            .State.Processes.Select(process => process.Pid).ShouldBe([1, pid]);

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(99999)]
    public void A_child_never_gets_a_pid_in_use_or_out_of_range(int pid) =>
        new SpecDriver().Forbids($"[1] fork() = {pid}");

    [Theory]
    [InlineData(99)]
    [InlineData(2)]
    public void An_id_under_100_is_given_once(int pid) =>
        new SpecDriver(SpecDriver.Host + "tunable debug.lastpid=99\n").Forbids($"[1] fork() = {pid}");

    [Fact]
    public void Ids_go_on_at_100() =>
        new SpecDriver(SpecDriver.Host + "tunable debug.lastpid=99996\n").Allows("""
            [1] fork() = 99998
            [1] fork() = 100
            """).State.Processes.Select(process => process.Pid).ShouldBe([1, 100, 99998]);

    [Fact]
    public void The_last_process_is_reserved_for_the_superuser() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.maxproc=3\n").Allows("""
            [1] fork() = 2
            [2] setuid(7) = 0
            [2] fork() = -1 EAGAIN
            [1] fork() = 3
            [1] fork() = -1 EAGAIN
            """).By("G7.fork-full");

    [Fact]
    public void A_child_has_its_parents_user_prison_and_descriptors() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] setuid(5) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = -1 EACCES
            [1] bind(3, 0.0.0.0:5300) = 0
            [1] fork() = 2
            [2] getsockname(3) = 10.0.0.2:5300
            [2] setuid(0) = -1 EPERM
            [2] close(0) = 0
            [1] close(0) = 0
            """).State.FindProcess(2)!.Prison!.Address.ToString().ShouldBe("10.0.0.2");

    [Fact]
    public void Setuid_to_another_id_is_for_the_superuser() =>
        new SpecDriver().Allows("""
            [1] setuid(5) = 0
            [1] setuid(5) = 0
            [1] setuid(-1) = -1 EPERM
            [1] setuid(6) = -1 EPERM
            """).By("J4.setuid-denied").Forbids("[1] setuid(0) = 0");

    [Fact]
    public void A_prisons_superuser_may_take_another_id() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] setuid(5) = 0
            """).By("J4.setuid-allowed");

    [Fact]
    public void A_shared_socket_lives_until_its_last_descriptor_is_closed() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = 0
            [1] fork() = 2
            [1] close(3) = 0
            [2] getsockname(3) = 10.0.0.1:53
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = -1 EADDRINUSE
            [2] exit(0) = 0
            [1] bind(3, 10.0.0.1:53) = 0
            """);

    [Fact]
    public void A_process_that_exited_no_longer_exists() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] exit(0) = 0
            [2] fork() = -1 ESRCH
            """).By("G7.no-process").State.Processes.ShouldHaveSingleItem().Pid.ShouldBe(1);

    [Fact]
    public void Without_process_1_the_machine_is_down() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [1] exit(0) = panic("Going nowhere without my init!")
            """).By("G7.exit-of-first").Allows("""
            [2] getlogin() = panic("Going nowhere without my init!")
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = panic("Going nowhere without my init!")
            """).By("G7.machine-down");

    [Fact]
    public void Descriptors_are_the_lowest_free() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.maxfilesperproc=5\n").Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] close(1) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 1
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] socket(AF_INET6, SOCK_DGRAM, 0) = -1 EMFILE
            """).By("S1.socket-descriptor");

    [Fact]
    public void A_descriptor_is_open_before_it_is_a_socket() =>
        new SpecDriver().Allows("""
            [1] listen(2, 1) = -1 ENOTSOCK
            [1] listen(3, 1) = -1 EBADF
            [1] close(2) = 0
            [1] listen(2, 1) = -1 EBADF
            [1] close(2) = -1 EBADF
            """).By("G7.bad-descriptor");
}
