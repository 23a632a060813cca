using Shouldly;
using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Properties.Tests.Reference;

/// <summary>J4: the checks of FreeBSD 4.0, compared with the two tables of privileges.</summary>
[Trait("Requirement", "J4")]
public sealed class PrivilegePlaceTests
{
    private static readonly Repository Repository = Repository.Around(AppContext.BaseDirectory);
    private static readonly IReadOnlyList<PrivilegePlace> Places = PrivilegePlace.Load(Repository.Corpus);

    public static TheoryData<Privilege> All => [.. Enum.GetValues<Privilege>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Both_tables_agree_with_FreeBSD_or_state_a_deviation(Privilege privilege)
    {
        PrivilegePlace[] asked = [.. Places.Where(place => place.Privilege == privilege)];
        asked.ShouldNotBeEmpty();
        bool isGranted = Array.TrueForAll(asked, place => place.IsInPrison);

        bool isInPrison = Verify.Model.Rules.Credentials.Privileges.IsAllowedInPrisons(privilege);

        Privileges.Allows(0, inPrison: true, privilege).ShouldBe(isInPrison);
        if (isInPrison != isGranted)
        {
            PrivilegeDeviations.All.ShouldContainKey(privilege);
        }
    }

    [Fact]
    public void Every_deviation_is_written_down()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "deviations.md"));

        PrivilegeDeviations.All.Values.ShouldAllBe(
            id => lines.Any(line => line.StartsWith($"| {id} |", StringComparison.Ordinal)));
    }

    /// <summary>A check without a process cannot deny prisoners, and suser() cannot allow them.</summary>
    [Fact]
    public void The_form_of_a_check_determines_its_answer() =>
        Places.Where(place => place.Form switch
        {
            "suser" or "prison" => place.IsInPrison,
            "prison-root" or "credentials" or "inverted" => !place.IsInPrison,
            _ => false,
        }).ShouldBeEmpty();

    [Fact]
    public void Places_are_ordered_and_unique()
    {
        Places.Select(place => (place.Place, place.Privilege)).ShouldBeUnique();
        Places.Select(Key).ShouldBe(Places.Select(Key).Order());
    }

    [Theory]
    [InlineData("kern/a.c:1 f Jail denied", "1:1: expected 5 columns, found 4")]
    [InlineData("a.c:1 f Jail denied suser", "1:1: expected a place such as kern/kern_acct.c:124, found a.c:1")]
    [InlineData("kern/a.c:x f Jail denied suser", "1:1: expected a place such as kern/kern_acct.c:124, found kern/")]
    [InlineData("kern/a.c:1 f Jial denied suser", "1:1: expected a privilege: Jail, found Jial")]
    [InlineData("#\nkern/a.c:1 f Jail maybe suser", "2:1: expected allowed or denied, found maybe")]
    [InlineData("kern/a.c:1 f Jail denied gid", "1:1: expected suser, prison-root, credentials, inverted, uid, ")]
    public void A_malformed_line_is_an_error(string text, string message)
    {
        Action read = () => PrivilegePlace.Read(text, "list.txt");

        read.ShouldThrow<TraceFormatException>().Message.ShouldStartWith($"list.txt:{message}".TrimEnd(',', ' '));
    }

    private static (string File, int Line) Key(PrivilegePlace place)
    {
        string[] parts = place.Place.Split(':');
        return (parts[0], int.Parse(parts[1]));
    }
}
