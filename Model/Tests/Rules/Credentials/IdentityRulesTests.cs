using Shouldly;
using Xunit;

namespace Verify.Model.Tests.Rules.Credentials;

[Trait("Requirement", "J4")]
public sealed class IdentityRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("""[1] jail("/", "a", 10.0.0.2) = 0""")]
    public void The_superuser_sets_any_group_and_name_also_in_a_prison(string before) =>
        new SpecDriver().Allows(before).Allows("""
            [1] setgid(-1) = 0
            [1] setgid(7) = 0
            [1] setgroups(-1) = 0
            [1] setgroups(8, 9, -1) = 0
            [1] getgroups() = "8 9 4294967295"
            [1] getgid() = 7
            [1] getegid() = 8
            [1] setlogin(NULL) = -1 EFAULT
            [1] setlogin("seventeen letters") = -1 EINVAL
            [1] getlogin() = ""
            [1] setlogin("sixteen letters!") = 0
            [1] getlogin() = "sixteen letters!"
            """).By("J4.login-read").State.FindProcess(1)!.Gid.ShouldBe(8);

    [Fact]
    public void Users_keep_their_ids() =>
        new SpecDriver().Allows("""
            [1] setgid(7) = 0
            [1] setuid(5) = 0
            [1] setgid(-1) = -1 EPERM
            [1] setgid(7) = 0
            [1] setgid(8) = -1 EPERM
            [1] setgroups(-1) = -1 EPERM
            [1] setgroups(7) = -1 EPERM
            [1] setlogin(NULL) = -1 EPERM
            """).By("J4.setlogin-denied").By("J4.privilege-not-users");

    [Fact]
    public void A_login_name_belongs_to_a_session_in_one_prison() =>
        new SpecDriver().Allows("""
            [1] setlogin("one") = 0
            [1] fork() = 2
            [1] fork() = 3
            [1] fork() = 4
            [3] jail("/", "a", 10.0.0.2) = 0
            [4] setsid() = 4
            [1] setlogin("two") = 0
            [2] getlogin() = "two"
            [3] getlogin() = "one"
            [3] setlogin("three") = 0
            [4] getlogin() = "one"
            [1] getlogin() = "two"
            """).By("J4.login-read");

    [Fact]
    public void A_saved_id_can_be_restored() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] issetugid() = 0
            [2] seteuid(5) = 0
            [2] issetugid() = 1
            """).By("J4.changed-ids-read").Allows("""
            [2] seteuid(6) = -1 EPERM
            """).By("J4.seteuid-denied").Allows("""
            [2] setgid(5) = -1 EPERM
            [2] seteuid(0) = 0
            [2] setreuid(7, 8) = 0
            [2] getuid() = 7
            [2] geteuid() = 8
            [2] setreuid(-1, 9) = -1 EPERM
            """).By("J4.setreuid-denied").Allows("""
            [2] setreuid(-1, 7) = 0
            """).By("J4.saved-id-stays").Allows("""
            [2] seteuid(8) = 0
            [2] setuid(7) = 0
            [2] seteuid(8) = -1 EPERM
            """).By("J4.seteuid-denied");

    [Fact]
    public void At_most_sixteen_groups_are_set() =>
        new SpecDriver().Allows("""
            [1] setgroups(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16) = 0
            [1] setgroups(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17) = -1 EINVAL
            """).By("J4.setgroups-many").Allows("""
            [1] setgroups() = 0
            [1] getgroups() = "1"
            """).By("J4.groups-read");

    [Fact]
    public void The_limit_on_descriptors_applies_to_open() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.maxfilesperproc=8\n").Allows("""
            [1] getrlimit() = 8
            [1] setrlimit(4, 6) = 0
            [1] getrlimit() = 4
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = -1 EMFILE
            [1] open("/", O_RDONLY, 0) = -1 EMFILE
            [1] setrlimit(2, 6) = 0
            [1] getsockname(3) = 0.0.0.0:0
            [1] setrlimit(6, 5) = 0
            [1] getrlimit() = 5
            """).By("J4.limit-read");

    [Fact]
    public void Only_the_superuser_exceeds_the_hard_limit() =>
        new SpecDriver(SpecDriver.Host + "tunable kern.maxfilesperproc=8\n").Allows("""
            [1] setrlimit(9, 9) = 0
            [1] getrlimit() = 8
            [1] setrlimit(-1, -1) = 0
            [1] getrlimit() = 8
            """).By("J4.limit-read").Allows("[1] setrlimit(8, 9) = 0").By("J4.limit-capped").Allows("""
            [1] setrlimit(6, 6) = 0
            [1] setuid(5) = 0
            [1] setrlimit(7, 6) = -1 EPERM
            [1] setrlimit(6, 7) = -1 EPERM
            [1] setrlimit(-1, 6) = -1 EPERM
            [1] setrlimit(5, 6) = 0
            [1] setrlimit(6, 6) = 0
            """).By("J4.limit-set");

    [Fact]
    public void A_prisons_superuser_raises_limits() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] setrlimit(3, 3) = 0
            [1] setrlimit(9, 9) = 0
            """).By("J4.privilege-in-prison");

    [Fact]
    public void Umask_returns_the_previous_mask() =>
        new SpecDriver().Allows("""
            [1] umask(077) = 18
            [1] fork() = 2
            [1] umask(017777) = 63
            [1] umask(0) = 4095
            [2] umask(0) = 63
            """).By("J4.umask");
}
