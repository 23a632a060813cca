using Shouldly;
using Verify.Abi;
using Verify.Model.Verdicts;
using Xunit;

namespace Verify.Model.Tests.Rules.Files;

/// <summary>Limits of nodes by user and file system (J10).</summary>
[Trait("Requirement", "J10")]
public sealed class QuotaRulesTests
{
    [Fact]
    public void A_limit_bounds_what_a_user_owns() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] quotactl("/", Q_SETQUOTA, 5, 2) = 0
            """).By("J10.quota-set").Allows("""
            [1] quotactl("/jail/out", Q_GETQUOTA, 5, 0) = 2
            """).By("J10.quota-read").Allows("""
            [1] chown("/secret", 5, 0) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] mkdir("/jail/tmp/a", 0755) = 0
            [2] mkdir("/jail/tmp/b", 0755) = -1 EDQUOT
            [2] symlink("x", "/jail/tmp/b") = -1 EDQUOT
            [2] open("/jail/tmp/b", O_RDONLY|O_CREAT, 0644) = -1 EDQUOT
            """).By("J10.quota-exceeded").Allows("""
            [2] link("/secret", "/jail/tmp/b") = 0
            [1] chown("/secret", 6, 0) = 0
            [2] mkdir("/jail/tmp/c", 0755) = 0
            [1] quotactl("/", Q_SETQUOTA, 5, 0) = 0
            [2] mkdir("/jail/tmp/d", 0755) = 0
            """);

    [Fact]
    public void Limits_belong_to_a_file_system_and_end_with_it() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("mfs", "/jail/tmp") = 0
            [1] chmod("/jail/tmp", 0777) = 0
            [1] quotactl("/jail/tmp", Q_SETQUOTA, 5, 1) = 0
            [1] quotactl("/", Q_GETQUOTA, 5, 0) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] mkdir("/jail/tmp/a", 0755) = 0
            [2] mkdir("/jail/tmp/b", 0755) = -1 EDQUOT
            [1] unmount("/jail/tmp") = 0
            [1] mount("mfs", "/jail/tmp") = 0
            [1] quotactl("/jail/tmp", Q_GETQUOTA, 5, 0) = 0
            """).By("J10.quota-read");

    [Fact]
    public void Unlinked_nodes_in_use_count() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] quotactl("/", Q_SETQUOTA, 5, 1) = 0
            [1] setuid(5) = 0
            [1] open("/jail/tmp/a", O_RDONLY|O_CREAT, 0644) = 3
            [1] unlink("/jail/tmp/a") = 0
            [1] mkdir("/jail/tmp/b", 0755) = -1 EDQUOT
            [1] close(3) = 0
            [1] mkdir("/jail/tmp/b", 0755) = 0
            """);

    [Fact]
    public void The_superuser_exceeds_limits_also_in_a_prison() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] quotactl("/", Q_SETQUOTA, 0, 1) = 0
            [1] mkdir("/a", 0755) = 0
            [1] jail("/jail", "a", 10.0.0.2) = 0
            [1] mkdir("/b", 0755) = 0
            """).By("J4.privilege-in-prison").By("J8.mkdir");

    [Fact]
    public void In_a_prison_quotactl_is_denied() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] jail("/jail", "a", 10.0.0.2) = 0
            [1] quotactl("/", Q_GETQUOTA, 0, 0) = -1 EPERM
            [1] quotactl(NULL, Q_SETQUOTA, -1, -1) = -1 EPERM
            """).By("J10.quota-in-prison");

    [Fact]
    public void Arguments_are_checked_in_order() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] mount("procfs", "/jail/tmp") = 0
            [1] quotactl("/jail/tmp", Q_GETQUOTA, 0, 0) = -1 EOPNOTSUPP
            """).By("J10.quota-unsupported").Allows("""
            [1] setuid(5) = 0
            [1] quotactl(NULL, Q_SETQUOTA, 5, -1) = -1 EFAULT
            [1] quotactl("/", Q_SETQUOTA, 5, -1) = -1 EPERM
            [1] quotactl("/", Q_GETQUOTA, 6, -1) = -1 EPERM
            """).By("J10.quota-denied").Allows("""
            [1] quotactl("/secret", Q_GETQUOTA, 5, -1) = 0
            [1] quotactl("/secret", Q_GETQUOTA, -1, -1) = 0
            """).By("J10.quota-read").Allows("""
            [1] quotactl("/", Q_SYNC, 6, -1) = 0
            """).By("J10.quota-sync");

    [Fact]
    public void A_limit_must_not_be_negative_and_any_user_may_have_one() =>
        new SpecDriver(SpecDriver.Files).Allows("""
            [1] quotactl("/", Q_SETQUOTA, -2, -1) = -1 EINVAL
            """).By("J10.quota-limit").Allows("""
            [1] quotactl("/", Q_SETQUOTA, -2, 3) = 0
            [1] quotactl("/", Q_GETQUOTA, -2, 0) = 3
            """).By("J10.quota-read");

    [Fact]
    public void A_command_that_does_not_exist_is_invalid()
    {
        Outcome invalid = Outcome.Failed(Errno.EINVAL);

        Verdict verdict = Spec.Step(
            new SpecDriver().State, new Call.QuotaCtl(1, "/", (QuotaCommand)9, -1, 0), in invalid);

        verdict.Accepted.ShouldBeTrue();
        verdict.Rules.Contains(RuleCatalogue.Of("J10.quota-command")).ShouldBeTrue();
    }

    /// <summary>Nothing prevents a prison from exhausting shared resources.</summary>
    [Fact]
    public void A_prison_can_exhaust_the_machines_nodes() =>
        new SpecDriver(SpecDriver.Files + "tunable kern.maxvnodes=9\n").Allows("""
            [1] fork() = 2
            [2] jail("/jail", "a", 10.0.0.2) = 0
            [2] mkdir("/a", 0755) = 0
            [1] mkdir("/b", 0755) = -1 ENOSPC
            """).By("J10.nodes-full");
}
