using System.Text.RegularExpressions;
using Shouldly;
using Verify.Abi;
using Verify.Model.Verdicts;
using Verify.Properties;
using Xunit;

namespace Verify.Model.Tests.Verdicts;

public sealed partial class RuleTests
{
    /// <summary>The number of requirements for each letter.</summary>
    private static readonly Dictionary<char, int> Requirements =
        new() { ['G'] = 7, ['J'] = 10, ['P'] = 5, ['H'] = 6, ['S'] = 14, ['R'] = 5 };

    /// <summary>First columns of the tables of docs/deviations.md.</summary>
    private static readonly HashSet<string> Deviations =
    [
        .. File.ReadLines(Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "docs", "deviations.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim()),
    ];

    public static TheoryData<string> All => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_has_a_requirement_and_one_sentence(string id)
    {
        Rule rule = RuleCatalogue.Of(id);

        RuleCatalogue.All[rule.Number].ShouldBeSameAs(rule);
        int.Parse(rule.Requirement[1..]).ShouldBeInRange(1, Requirements[rule.Requirement[0]]);
        ShortName().IsMatch(id).ShouldBeTrue();
        Sentence().IsMatch(rule.Text).ShouldBeTrue(rule.Text);
    }

    /// <summary>FreeBSD's file and function, a deviation's id, or the name of what is simplified.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_names_its_source(string id)
    {
        string source = RuleCatalogue.Of(id).Source;

        (Place().IsMatch(source) || Deviations.Contains(source)).ShouldBeTrue($"'{source}'");
    }

    [Theory]
    [InlineData("kern_jail.c:jail")]
    [InlineData("kern/kern_jail.c")]
    [InlineData("kern/kern_jail.c:")]
    [InlineData("D999")]
    [InlineData("")]
    public void Other_texts_are_not_sources(string source) =>
        (Place().IsMatch(source) || Deviations.Contains(source)).ShouldBeFalse();

    /// <summary>Numbers follow the names of the classes, whichever was initialized first.</summary>
    [Fact]
    public void Numbers_follow_names_and_declarations() =>
        RuleCatalogue.All.Select(rule => rule.Id).SkipWhile(id => id != "S10.listen-datagram").Take(3)
            .ShouldBe(["S10.listen-datagram", "S10.listen-connected", "S10.listen"]);

    [Fact]
    public void A_rule_that_no_class_declares_has_no_number() =>
        Should.Throw<InvalidOperationException>(() => new Rule("P5.twice", "Another one.", "D1").Number);

    [Theory]
    [MemberData(nameof(All))]
    public void A_set_has_room_for_every_rule(string id)
    {
        Rule rule = RuleCatalogue.Of(id);
        var set = new RuleSet();
        set.Add(rule);

        set.Contains(rule).ShouldBeTrue();
        var members = new List<Rule>();
        foreach (Rule member in set)
        {
            members.Add(member);
        }

        members.ShouldBe([rule]);
    }

    [Fact]
    public void A_rejection_reports_what_was_allowed_and_why()
    {
        Verdict verdict = new SpecDriver().Judge("[1] listen(7, 1) = 0");

        verdict.Expected.ShouldNotBeNull().Outcome.ShouldBe(Outcome.Failed(Errno.EBADF));
        verdict.Expected.Describe(new Call.Listen(1, 7, 1)).ShouldBe(
            "-1 EBADF by G7.bad-descriptor (kern/uipc_syscalls.c:getsock): "
            + "A call on a descriptor that is not open fails with EBADF.");
    }

    [GeneratedRegex(@"^[a-z0-9_]+(/[a-z0-9_]+)+\.[ch]:\w+$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[A-Z]\d+\.[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"^(\w).*[^.]\.$")]
    private static partial Regex Sentence();
}
