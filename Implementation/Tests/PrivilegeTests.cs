using System.Text.RegularExpressions;
using Shouldly;
using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Properties;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>J4: the table of privileges, and that nothing else in the kernel checks for the superuser.</summary>
[Trait("Requirement", "J4")]
[Trait("Requirement", "G4")]
public sealed partial class PrivilegeTests
{
    private static readonly string Source = Repository.Around(AppContext.BaseDirectory).Implementation;

    [Fact]
    public void The_hosts_superuser_has_every_privilege() =>
        Enum.GetValues<Privilege>().ShouldAllBe(privilege => Privileges.Allows(0, false, privilege));

    [Fact]
    public void A_prisons_superuser_lacks_exactly_the_privileges_that_reach_outside() =>
        Enum.GetValues<Privilege>().Where(privilege => !Privileges.Allows(0, true, privilege)).ShouldBe(
            PrivilegedCall.All.Where(call => !call.IsInPrison).Select(call => call.Privilege).Distinct(),
            ignoreOrder: true);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Other_users_have_no_privilege(int uid) => Enum.GetValues<Privilege>().ShouldAllBe(privilege =>
        !Privileges.Allows(uid, false, privilege) && !Privileges.Allows(uid, true, privilege));

    [Fact]
    public void A_privilege_missing_from_the_table_is_denied_in_a_prison()
    {
        Privileges.Allows(0, true, (Privilege)1000).ShouldBeFalse();
        Privileges.Allows(0, true, (Privilege)(-1)).ShouldBeFalse();
    }

    /// <summary>One rule depends on uid 0 rather than a privilege: whose chown(2) keeps the set-id bits.</summary>
    [Fact]
    public void Nothing_else_compares_a_user_with_0() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => ComparesWithZero().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .ShouldBe(["Files/ModeRules.cs", "Identity/Privileges.cs"], ignoreOrder: true);

    [GeneratedRegex(@"uid\s*(?:==|!=|is|is not)\s*0\b", RegexOptions.IgnoreCase)]
    private static partial Regex ComparesWithZero();
}
