using Shouldly;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Model.Tests.Rules.Credentials;

[Trait("Requirement", "J4")]
[Trait("Requirement", "G4")]
public sealed class PrivilegeRulesTests
{
    private static readonly Prison Prison = new(1, Ipv4.Of(10, 0, 0, 2), "a", Vnode.Root);

    public static TheoryData<Privilege> All => [.. Enum.GetValues<Privilege>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Prisons_limit_the_superusers_privileges_and_users_have_none(Privilege privilege)
    {
        Superuser(null, 0).Has(privilege).ShouldBeTrue();
        Superuser(Prison, 0).Has(privilege).ShouldBe(
            PrivilegedCall.All.First(call => call.Privilege == privilege).IsInPrison);
        Superuser(null, 5).Has(privilege).ShouldBeFalse();
        Superuser(Prison, 5).Has(privilege).ShouldBeFalse();
    }

    [Fact]
    public void Administrative_calls_are_for_the_hosts_superuser() =>
        new SpecDriver().Allows("""
            [1] administer(reboot) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] administer(reboot) = -1 EPERM
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] administer(reboot) = -1 EPERM
            """).By("J4.privilege-not-in-prison");

    [Fact]
    public void Calls_that_nobody_is_denied_report_if_they_did_less() =>
        new SpecDriver().Allows("""
            [1] administer(statfs) = 1
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] administer(statfs) = 0
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] administer(statfs) = 1
            """).By("J4.privilege-in-prison");

    [Fact]
    public void An_unknown_administrative_call_is_invalid_for_everybody()
    {
        Outcome invalid = Outcome.Failed(Errno.EINVAL);
        State jailed = new SpecDriver().Allows("""[1] jail("/", "a", 10.0.0.2) = 0""").State;

        Verdict verdict = Spec.Step(jailed, new Call.Administer(1, (Administration)99), in invalid);

        verdict.Accepted.ShouldBeTrue();
        verdict.Rules.Contains(RuleCatalogue.Of("J4.administer-unknown")).ShouldBeTrue();
    }

    private static Process Superuser(Prison? prison, int uid) =>
        new() { Pid = 1, User = Ids.All(uid), Prison = prison, Limit = 8, HardLimit = 8 };
}
