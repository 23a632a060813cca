using Shouldly;
using Verify.Properties;
using Verify.Properties.Reference;
using Verify.Runner.Output;
using Verify.Runner.Requirements;
using Xunit;

namespace Verify.Runner.Tests.Requirements;

public sealed class RequirementsTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private static readonly Repository Repository = Repository.Around(AppContext.BaseDirectory);

    [Fact]
    public void The_page_of_the_jail_is_current()
    {
        Ran ran = runner.Run("requirements");

        ran.ExitCode.ShouldBe(ExitCode.Clean);
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "jail.md"))
            .ShouldBe(ran.Output, "docs/jail.md is old: ./verify requirements > docs/jail.md");
    }

    [Fact]
    [Trait("Requirement", "J4")]
    public void The_page_of_privileges_is_current()
    {
        Ran ran = runner.Run("privileges");

        ran.ExitCode.ShouldBe(ExitCode.Clean);
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "privileges.md"))
            .ShouldBe(ran.Output, "docs/privileges.md is old: ./verify privileges > docs/privileges.md");
    }

    /// <summary>Some requirements have no proof; each is stated, tested, and broken on purpose.</summary>
    [Fact]
    public void Every_requirement_has_rules_tests_mutants_and_traces()
    {
        var evidence = new Evidence(Repository);

        foreach (Requirement requirement in Requirement.OfJail)
        {
            evidence.Of(requirement.Id).Where(kind => kind.Kind != "proofs" && kind.Names.Count == 0)
                .Select(kind => kind.Kind).ShouldBeEmpty(requirement.Id);
        }
    }

    [Fact]
    public void A_trait_belongs_to_the_class_or_the_test_under_it() =>
        TestTraits.Read(
        [
            "[Trait(\"Requirement\", \"J5\")]",
            "[Trait(\"Requirement\", \"J6\")]",
            "public sealed class VisibilityTests",
            "{",
            "    [Fact]",
            "    [Trait(\"Requirement\", \"G4\")]",
            "    public void No_process_is_seen()",
            "    [Fact]",
            "    public void A_process_is_seen() =>",
        ]).ShouldBe(
        [
            ("J5", "VisibilityTests"), ("J6", "VisibilityTests"), ("G4", "VisibilityTests.No_process_is_seen"),
        ]);
}
