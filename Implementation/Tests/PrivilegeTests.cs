using System.Text.RegularExpressions;
using Shouldly;
using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Properties.Reference;
using Verify.Properties;
using Xunit;

namespace Verify.Implementation.Tests;

/// <summary>J4: the table of privileges, and that nothing else in the kernel asks for the superuser.</summary>
[Trait("Requirement", "J4")]
[Trait("Requirement", "G4")]
public sealed partial class PrivilegeTests
{
    private static readonly string Source = Repository.Around(AppContext.BaseDirectory).Implementation;

    [Fact]
    public void The_superuser_of_the_host_has_all_of_them() =>
        Enum.GetValues<Privilege>().ShouldAllBe(privilege => Privileges.Allows(0, false, privilege));

    [Fact]
    public void A_superuser_in_a_prison_lacks_exactly_those_that_reach_out_of_it() =>
        Enum.GetValues<Privilege>().Where(privilege => !Privileges.Allows(0, true, privilege)).ShouldBe(
            PrivilegedCall.All.Where(call => !call.IsInPrison).Select(call => call.Privilege).Distinct(),
            ignoreOrder: true);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_user_has_none(int uid) => Enum.GetValues<Privilege>().ShouldAllBe(privilege =>
        !Privileges.Allows(uid, false, privilege) && !Privileges.Allows(uid, true, privilege));

    [Fact]
    public void One_that_is_not_in_the_table_stays_outside()
    {
        Privileges.Allows(0, true, (Privilege)1000).ShouldBeFalse();
        Privileges.Allows(0, true, (Privilege)(-1)).ShouldBeFalse();
    }

    /// <summary>
    /// One rule is about uid 0 and no privilege: whose chown clears no bits.
    /// </summary>
    [Fact]
    public void Nothing_else_compares_a_user_with_0() =>
        Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => ComparesWithZero().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .ShouldBe(["Files/ModeRules.cs", "Identity/Privileges.cs"], ignoreOrder: true);

    [GeneratedRegex(@"uid\s*(==|!=|is|is not)\s*0\b", RegexOptions.IgnoreCase)]
    private static partial Regex ComparesWithZero();
}
