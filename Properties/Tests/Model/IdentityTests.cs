using Shouldly;
using Verify.Model;
using Xunit;

namespace Verify.Properties.Tests.Model;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("")]
    [InlineData("""[1] jail("/", "a", 10.0.0.2) = 0""")]
    public void The_superuser_takes_any_group_and_name_in_a_prison_too(string before) =>
        new Scene().Allows(before).Allows("""
            [1] setgid(-1) = -1 EINVAL
            [1] setgid(7) = 0
            [1] setgroups(-1) = -1 EINVAL
            [1] setgroups(8) = 0
            [1] setlogin(NULL) = -1 EFAULT
            [1] setlogin("seventeen letters") = -1 EINVAL
            [1] getlogin() = ""
            [1] setlogin("sixteen letters!") = 0
            [1] getlogin() = "sixteen letters!"
            """).By(Rule.LoginRead).State.FindProcess(1)!.Gid.ShouldBe(8);

    [Fact]
    public void Others_keep_what_they_are() =>
        new Scene().Allows("""
            [1] setgid(7) = 0
            [1] setuid(5) = 0
            [1] setgid(-1) = -1 EINVAL
            [1] setgid(7) = 0
            [1] setgid(8) = -1 EPERM
            [1] setgroups(-1) = -1 EPERM
            [1] setgroups(7) = -1 EPERM
            [1] setlogin(NULL) = -1 EPERM
            """).By(Rule.SetLoginDenied).By(Rule.PrivilegeNotUsers);

    [Fact]
    public void A_child_has_its_parents_name_and_keeps_it() =>
        new Scene().Allows("""
            [1] setlogin("one") = 0
            [1] fork() = 2
            [1] setlogin("two") = 0
            [2] getlogin() = "one"
            """);

    [Fact]
    public void Limits_of_descriptors_bound_what_is_opened() =>
        new Scene(Scene.Host + "tunable kern.maxfilesperproc=8\n").Allows("""
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
            """).By(Rule.LimitRead);

    [Fact]
    public void Only_the_superuser_goes_over_the_hard_limit() =>
        new Scene(Scene.Host + "tunable kern.maxfilesperproc=8\n").Allows("""
            [1] setrlimit(9, 9) = 0
            [1] getrlimit() = 8
            [1] setrlimit(-1, -1) = 0
            [1] getrlimit() = 8
            """).By(Rule.LimitRead).Allows("[1] setrlimit(8, 9) = 0").By(Rule.LimitCapped).Allows("""
            [1] setrlimit(6, 6) = 0
            [1] setuid(5) = 0
            [1] setrlimit(7, 6) = -1 EPERM
            [1] setrlimit(6, 7) = -1 EPERM
            [1] setrlimit(-1, 6) = -1 EPERM
            [1] setrlimit(5, 6) = 0
            [1] setrlimit(6, 6) = 0
            """).By(Rule.LimitSet);

    [Fact]
    public void A_prisons_superuser_raises_limits_too() =>
        new Scene().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] setrlimit(3, 3) = 0
            [1] setrlimit(9, 9) = 0
            """).By(Rule.PrivilegeInPrison);

    [Fact]
    public void Umask_tells_the_mask_before() =>
        new Scene().Allows("""
            [1] umask(077) = 18
            [1] fork() = 2
            [1] umask(017777) = 63
            [1] umask(0) = 4095
            [2] umask(0) = 63
            """).By(Rule.UmaskSet);
}
