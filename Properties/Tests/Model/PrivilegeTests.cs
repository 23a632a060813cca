using Shouldly;
using Verify.Abi;
using Verify.Model;
using Xunit;

namespace Verify.Properties.Tests.Model;

[Trait("Requirement", "J4")]
[Trait("Requirement", "G4")]
public sealed class PrivilegeTests
{
    private static readonly Prison Prison = new(1, Ipv4.Of(10, 0, 0, 2), "a", Vnode.Root);

    /// <summary>J4's two lists, as they stand there.</summary>
    private static readonly HashSet<Privilege> Allowed =
    [
        Privilege.SetUser, Privilege.SetGroup, Privilege.SetLogin, Privilege.RaiseLimit, Privilege.RaisePriority,
        Privilege.SetOthersPriority, Privilege.LastProcess, Privilege.SignalOthers, Privilege.KTraceOthers,
        Privilege.OverrideModes, Privilege.OverrideSticky, Privilege.ChangeOthersMode,
        Privilege.SetSpecialModes, Privilege.ChangeOwner, Privilege.ExceedQuota, Privilege.ChangeRoot,
        Privilege.MakeFifo, Privilege.LowPort, Privilege.LowRange, Privilege.SetHostname,
    ];

    public static TheoryData<Privilege> All => [.. Enum.GetValues<Privilege>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Inside_a_superuser_has_the_marked_ones_outside_all_and_others_none(Privilege privilege)
    {
        Superuser(null, 0).Has(privilege).ShouldBeTrue();
        Superuser(Prison, 0).Has(privilege).ShouldBe(Allowed.Contains(privilege));
        Superuser(null, 5).Has(privilege).ShouldBeFalse();
        Superuser(Prison, 5).Has(privilege).ShouldBeFalse();
    }

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
    public void The_machine_is_the_hosts_superusers_to_change(string what) =>
        new Scene().Allows($"""
            [1] administer({what}) = 0
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] administer({what}) = -1 EPERM
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] administer({what}) = -1 EPERM
            """).By(Rule.PrivilegeNotInPrison);

    [Fact]
    public void A_change_that_does_not_exist_is_invalid_for_all()
    {
        Outcome invalid = Outcome.Failed(Errno.EINVAL);
        State jailed = new Scene().Allows("""[1] jail("/", "a", 10.0.0.2) = 0""").State;

        Verdict verdict = Spec.Step(jailed, new Call.Administer(1, (Administration)99), in invalid);

        verdict.Accepted.ShouldBeTrue();
        verdict.Rules.Contains(Rule.AdministerUnknown).ShouldBeTrue();
    }

    private static Process Superuser(Prison? prison, int uid) =>
        new() { Pid = 1, User = Ids.All(uid), Prison = prison, Limit = 8, HardLimit = 8 };
}
