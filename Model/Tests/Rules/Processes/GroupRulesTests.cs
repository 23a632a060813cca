using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Processes;

/// <summary>
/// Process groups and sessions, and calls on whole groups, also of <see cref="SpecDriver.FiveProcesses"/>.
/// </summary>
[Trait("Requirement", "J6")]
public sealed class GroupRulesTests
{
    [Fact]
    public void Signals_9_and_64_do_not_end_process_1() =>
        new SpecDriver().Allows("""
            [1] setpriority(0, 5) = 0
            [1] kill(1, 64) = 0
            [1] getpriority(0) = 25
            [1] kill(1, 9) = 0
            [1] getpriority(0) = 20
            """).By("J6.priority-read");

    [Fact]
    public void A_signal_goes_to_a_group_without_process_1() =>
        new SpecDriver().Allows("""
            [1] kill(0, 9) = -1 ESRCH
            [1] kill(-77, 9) = -1 ESRCH
            """).By("J6.signal-nobody").Allows("""
            [1] fork() = 2
            [1] fork() = 3
            [3] setpgid(0, 0) = 0
            [3] fork() = 4
            [2] kill(-3, 9) = 0
            """).By("J6.signal-group").State.Processes.Select(process => process.Pid).ShouldBe([1, 2]);

    [Fact]
    public void Groups_and_sessions_come_and_go() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses).Allows("""
            [1] getsid(0) = 1
            [1] getsid(2) = -1 ESRCH
            """).By("J6.session-of-other").Allows("""
            [1] setsid() = -1 EPERM
            """).By("J6.session-of-group-leader").Allows("""
            [1] setpgid(0, -1) = -1 EINVAL
            """).By("J6.group-negative").Allows("""
            [2] setpgid(1, 0) = -1 ESRCH
            """).By("J6.group-of-stranger").Allows("""
            [1] setpgid(1, 0) = -1 EPERM
            """).By("J6.group-of-leader").Allows("""
            [1] setpgid(2, 5) = -1 EPERM
            """).By("J6.group-elsewhere").Allows("""
            [1] setpgid(2, 2) = 0
            [2] setsid() = -1 EPERM
            [5] setsid() = 5
            [1] setpgid(5, 5) = -1 EPERM
            """).By("J6.group-of-other-session").Allows("""
            [3] getpgid(5) = -1 ESRCH
            [1] getpgid(5) = 5
            """).By("J6.group-read");

    [Fact]
    public void Priorities_apply_to_groups_and_users() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses).Allows("""
            [1] setpriority(PRIO_USER, 5, 3) = 0
            """).By("J6.priority-of-several").Allows("""
            [2] setpriority(PRIO_PGRP, 0, 4) = -1 EPERM
            [1] getpriority(2) = 24
            [1] getpriority(4) = 24
            [4] getpriority(PRIO_PGRP, 1) = 20
            [1] getpriority(7, 1) = -1 EINVAL
            """).By("J6.priority-of-nothing");

    [Fact]
    public void One_process_of_a_group_that_may_be_ktraced_is_enough() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses).Allows("""
            [2] ktrace(-1) = 0
            """).By("J6.ktrace-group").Allows("""
            [2] ktrace(-7) = -1 ESRCH
            """).By("J6.ktrace-no-group");
}
