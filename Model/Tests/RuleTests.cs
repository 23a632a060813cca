using System.Text.RegularExpressions;
using Shouldly;
using Verify.Abi;
using Verify.Model;
using Verify.Properties;
using Xunit;

namespace Verify.Model.Tests;

public sealed partial class RuleTests
{
    /// <summary>The requirements that there are: how many of each letter.</summary>
    private static readonly Dictionary<char, int> Requirements =
        new() { ['G'] = 7, ['J'] = 10, ['P'] = 5, ['H'] = 6, ['S'] = 14 };

    /// <summary>First columns of the tables of docs/deviations.md.</summary>
    private static readonly HashSet<string> Deviations =
    [
        .. System.IO.File.ReadLines(Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "docs", "deviations.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim()),
    ];

    public static TheoryData<Rule> All => [.. Enum.GetValues<Rule>()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_names_a_requirement_and_says_one_sentence(Rule rule)
    {
        RuleInfo info = Rules.Of(rule);

        info.Rule.ShouldBe(rule);
        int.Parse(info.Requirement[1..]).ShouldBeInRange(1, Requirements[info.Requirement[0]]);
        info.Id.ShouldStartWith(info.Requirement + ".");
        Sentence().IsMatch(info.Text).ShouldBeTrue(info.Text);
    }

    /// <summary>FreeBSD's file and function, a deviation's id, or the name of what is simplified.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_names_where_it_comes_from(Rule rule)
    {
        string source = Rules.Of(rule).Source;

        (Place().IsMatch(source) || Deviations.Contains(source)).ShouldBeTrue($"'{source}'");
    }

    [Theory]
    [InlineData("kern_jail.c:jail")]
    [InlineData("kern/kern_jail.c")]
    [InlineData("kern/kern_jail.c:")]
    [InlineData("D999")]
    [InlineData("")]
    public void Other_texts_are_no_source(string source) =>
        (Place().IsMatch(source) || Deviations.Contains(source)).ShouldBeFalse();

    [Fact]
    public void Ids_are_unique() => Rules.All.Select(info => info.Id).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(All))]
    public void A_set_has_room_for_every_rule(Rule rule)
    {
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
    public void A_rejection_says_what_was_allowed_and_why()
    {
        Verdict verdict = new Scene().Judge("[1] listen(7, 1) = 0");

        verdict.Expected.Outcome.ShouldBe(Outcome.Failed(Errno.EBADF));
        verdict.Expected.Describe(new Call.Listen(1, 7, 1)).ShouldBe(
            "-1 EBADF by G7.bad-descriptor (kern/uipc_syscalls.c:getsock): A descriptor that is not open is EBADF.");
    }

    [GeneratedRegex(@"^[a-z0-9_]+(/[a-z0-9_]+)+\.[ch]:\w+$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(\w).*[^.]\.$")]
    private static partial Regex Sentence();
}
