using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Processes;

/// <summary>kill, ptrace, ktrace and priorities among <see cref="SpecDriver.FiveProcesses"/>.</summary>
[Trait("Requirement", "J6")]
public sealed class OtherProcessRulesTests
{
    [Theory]
    [InlineData("kill({0}, 9)")]
    [InlineData("ptrace({0})")]
    [InlineData("ktrace({0})")]
    [InlineData("getpriority({0})")]
    [InlineData("setpriority({0}, 1)")]
    public void Invisible_processes_do_not_exist(string call)
    {
        SpecDriver driver = new SpecDriver().Allows(SpecDriver.FiveProcesses);
        foreach ((int caller, int target) in (ReadOnlySpan<(int, int)>)[(3, 1), (3, 2), (3, 5), (4, 2), (5, 3), (5, 4)])
        {
            driver.Allows($"[{caller}] {string.Format(call, target)} = -1 ESRCH").By("J6.invisible");
        }

        foreach (int target in (ReadOnlySpan<int>)[6, 100])
        {
            driver.Allows($"[1] {string.Format(call, target)} = -1 ESRCH");
        }
    }

    [Theory]
    [InlineData("kill({0}, 0) = 0", "J6.signal-harmless")]
    [InlineData("ktrace({0}) = 0", "J6.ktrace-allowed")]
    [InlineData("getpriority({0}) = 20", "J6.priority-read")]
    [InlineData("setpriority({0}, 0) = 0", "J6.priority-set")]
    public void The_host_reaches_every_process_and_a_prison_its_own(string call, string rule)
    {
        SpecDriver driver = new SpecDriver().Allows(SpecDriver.FiveProcesses);
        foreach ((int caller, int target) in (ReadOnlySpan<(int, int)>)[(1, 2), (1, 3), (1, 4), (1, 5), (3, 4), (4, 3)])
        {
            string line = $"[{caller}] {string.Format(call, target)}";
            if (caller == 3 && rule == "J6.ptrace-allowed")
            {
                driver.Allows(line.Replace("= 0", "= -1 EPERM")).By("J6.ptrace-denied");
            }
            else if (caller != 4)
            {
                driver.Allows(line).By(rule);
            }
        }
    }

    [Theory]
    [InlineData("kill({0}, 18)", "J6.signal-denied")]
    [InlineData("ptrace({0})", "J6.ptrace-denied")]
    [InlineData("ktrace({0})", "J6.ktrace-denied")]
    [InlineData("setpriority({0}, 1)", "J6.priority-denied")]
    public void A_user_may_not_change_another_users_process(string call, string rule) =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses)
            .Allows($"[2] {string.Format(call, 1)} = -1 EPERM").By(rule)
            .Allows($"[4] {string.Format(call, 3)} = -1 EPERM").By(rule)
            .Allows("[4] getpriority(3) = 20");

    [Theory]
    [InlineData(-1)]
    [InlineData(129)]
    public void A_signal_that_does_not_exist_is_invalid(int signal) =>
        new SpecDriver().Allows($"[1] kill(77, {signal}) = -1 EINVAL").By("J6.signal-bad");

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(24)]
    [InlineData(27)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(128)]
    public void A_signal_ends_its_process_as_exit_does(int signal) =>
        new SpecDriver().Allows($"""
            [1] fork() = 2
            [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [2] bind(3, 10.0.0.1:53) = 0
            [2] fork() = 3
            [3] close(3) = 0
            [1] kill(2, {signal}) = 0
            """).By("J6.signal-ends").By("G7.exit-orphans").State.ShouldSatisfyAllConditions(
                state => state.Processes.Select(process => (process.Pid, process.Parent)).ShouldBe([(1, 0), (3, 1)]),
                state => state.Sockets.ShouldBeEmpty());

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(23)]
    [InlineData(28)]
    [InlineData(29)]
    public void Some_signals_terminate_no_process(int signal) =>
        new SpecDriver().Allows($"[1] kill(1, {signal}) = 0").By("J6.signal-harmless")
            .State.Processes.Length.ShouldBe(1);

    [Fact]
    public void A_process_may_signal_itself() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] kill(2, 9) = 0
            """).State.Processes.ShouldHaveSingleItem().Pid.ShouldBe(1);

    [Fact]
    public void A_traced_process_keeps_its_signals_and_ends_with_its_tracer() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [1] fork() = 3
            [2] ptrace(3) = 0
            """).By("J6.ptrace-allowed").Allows("""
            [1] ptrace(3) = -1 EBUSY
            """).By("J6.ptrace-twice").Allows("""
            [1] kill(3, 9) = 0
            [3] getpgid(0) = 1
            [2] exit(0) = 0
            """).By("G7.exit-kills-traced").State.Processes.ShouldHaveSingleItem().Pid.ShouldBe(1);

    [Fact]
    public void A_process_with_changed_ids_is_traced_only_by_the_hosts_superuser() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses).Allows("""
            [2] fork() = 6
            [2] ptrace(6) = -1 EPERM
            [3] ptrace(4) = -1 EPERM
            """).By("J6.ptrace-denied").Allows("""
            [1] ptrace(6) = 0
            [1] ptrace(4) = 0
            """).By("J6.ptrace-allowed");

    [Fact]
    public void Target_minus_one_is_every_visible_process_that_may_be_signalled()
    {
        Pids(1).ShouldBe([1]);
        Pids(2).ShouldBe([1, 2, 3, 5]);
        Pids(3).ShouldBe([1, 2, 3, 5]);
        Nobody(4);
        Nobody(5);

        static IEnumerable<int> Pids(int caller) =>
            new SpecDriver().Allows(SpecDriver.FiveProcesses).Allows($"[{caller}] kill(-1, 9) = 0")
                .By("J6.signal-all").State.Processes.Select(process => process.Pid);

        static void Nobody(int caller) =>
            new SpecDriver().Allows(SpecDriver.FiveProcesses)
                .Allows($"[{caller}] kill(-1, 9) = -1 ESRCH").By("J6.signal-nobody");
    }

    [Fact]
    public void A_process_cannot_trace_itself() =>
        new SpecDriver().Allows("[1] ptrace(1) = -1 EINVAL").By("J6.ptrace-self");

    [Fact]
    public void A_lower_nice_value_is_for_the_superuser() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses).Allows("""
            [2] setpriority(0, 3) = 0
            [2] getpriority(0) = 23
            [2] setpriority(2, 2) = -1 EACCES
            [2] setpriority(0, 99) = 0
            [1] getpriority(2) = 40
            [3] setpriority(4, -99) = 0
            [4] getpriority(4) = 0
            [4] fork() = 6
            [6] getpriority(0) = 0
            [4] setpriority(6, -21) = 0
            [4] setpriority(6, -19) = 0
            [4] setpriority(6, -20) = -1 EACCES
            """).By("J4.priority-raise-denied");
}
