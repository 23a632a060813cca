using Shouldly;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Model.Tests;

[Trait("Requirement", "J4")]
[Trait("Requirement", "G4")]
public sealed class PrivilegeTests
{
    private static readonly Prison Prison = new(1, Ipv4.Of(10, 0, 0, 2), "a", Vnode.Root);

    public static TheoryData<Privilege> All => [.. Enum.GetValues<Privilege>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Inside_a_superuser_has_the_marked_ones_outside_all_and_others_none(Privilege privilege)
    {
        Superuser(null, 0).Has(privilege).ShouldBeTrue();
        Superuser(Prison, 0).Has(privilege).ShouldBe(
            PrivilegedCall.All.First(call => call.Privilege == privilege).IsInPrison);
        Superuser(null, 5).Has(privilege).ShouldBeFalse();
        Superuser(Prison, 5).Has(privilege).ShouldBeFalse();
    }

    [Fact]
    public void The_machine_is_the_hosts_superusers_to_change() =>
        new Scene().Allows("""
            [1] administer(reboot) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] administer(reboot) = -1 EPERM
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] administer(reboot) = -1 EPERM
            """).By("J4.privilege-not-in-prison");

    [Fact]
    public void What_is_denied_to_nobody_says_whether_it_held_back() =>
        new Scene().Allows("""
            [1] administer(statfs) = 1
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] administer(statfs) = 0
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] administer(statfs) = 1
            """).By("J4.privilege-in-prison");

    [Fact]
    public void A_change_that_does_not_exist_is_invalid_for_all()
    {
        Outcome invalid = Outcome.Failed(Errno.EINVAL);
        State jailed = new Scene().Allows("""[1] jail("/", "a", 10.0.0.2) = 0""").State;

        Verdict verdict = Spec.Step(jailed, new Call.Administer(1, (Administration)99), in invalid);

        verdict.Accepted.ShouldBeTrue();
        verdict.Rules.Contains(RuleCatalogue.Of("J4.administer-unknown")).ShouldBeTrue();
    }

    private static Process Superuser(Prison? prison, int uid) =>
        new() { Pid = 1, User = Ids.All(uid), Prison = prison, Limit = 8, HardLimit = 8 };
}
