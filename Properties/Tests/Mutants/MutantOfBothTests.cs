using Shouldly;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

/// <summary>A change made in model and implementation alike leaves them agreeing; only a goal shows it.</summary>
public sealed class MutantOfBothTests
{
    public static TheoryData<string> All =>
        [.. Catalogue.All.Where(mutant => mutant.ModelEdit is not null).Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_goal_that_the_mutant_names_is_broken(string name)
    {
        Catch? caught = MutantHunt.InCampaign(Catalogue.Compile(name), new HuntOptions { Calls = 1_000_000 });

        Finding finding = caught.ShouldNotBeNull().Finding;
        finding.Kind.ShouldBe(FindingKind.Goal);
        Catalogue.Of(name).Requirements.ShouldContain(finding.Headline);
    }
}
