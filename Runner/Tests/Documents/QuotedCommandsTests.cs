using Shouldly;
using Verify.Properties.Reference;
using Verify.Testing;
using Xunit;

namespace Verify.Runner.Tests.Documents;

/// <summary>Each <c>./verify</c> command that a page quotes can be pasted.</summary>
public sealed class QuotedCommandsTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    public static TheoryData<string> Pages => [.. RepositoryFiles.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_parse_and_what_they_name_exists(string page) =>
        QuotedCommands.In(RepositoryFiles.Read(page))
            .Select(command => QuotedCommands.Fault(command, runner.Context())).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Commands_are_found_in_backticks_and_blocks() => QuotedCommands.In(
        "Run `./verify check --seed 2`, not ./verify chekc.\n\n    ./verify prove  # all\n\n```text\n"
        + "  next: ./verify replay a.trace\n```\n").ShouldBe(["check --seed 2", "prove", "replay a.trace"]);

    [Fact]
    public void Most_pages_quote_one() => RepositoryFiles.Pages.Count(page =>
        QuotedCommands.In(RepositoryFiles.Read(page)).Any()).ShouldBeGreaterThan(6);

    [Theory]
    [InlineData("chekc")]
    [InlineData("check --tiem 3s")]
    [InlineData("check --time soon")]
    [InlineData("check --world nosuch")]
    [InlineData("check --seed 1 extra")]
    [InlineData("mutants nosuch")]
    [InlineData("mutants NAME --svae")]
    [InlineData("prove NoSuch.Proof")]
    [InlineData("prove FILE")]
    [InlineData("replay corpus/nosuch.trace")]
    [InlineData("replay question.trace --mutant nosuch")]
    [InlineData("requirement > docs/jail.md")]
    public void A_wrong_one_is_a_fault(string command) =>
        QuotedCommands.Fault(command, runner.Context()).ShouldNotBeNull();

    [Theory]
    [InlineData("--help")]
    [InlineData("check --time 10m --seed 7")]
    [InlineData("mutants NAME --save")]
    [InlineData("prove Class.Method")]
    [InlineData("replay question.trace --mutant sendto-restores-any")]
    [InlineData("replay corpus")]
    [InlineData("requirements > docs/jail.md")]
    public void A_right_one_is_not(string command) =>
        QuotedCommands.Fault(command, runner.Context()).ShouldBeNull();
}
