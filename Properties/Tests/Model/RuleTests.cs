using System.Text.RegularExpressions;
using Shouldly;
using Verify.Abi;
using Verify.Model;
using Xunit;

namespace Verify.Properties.Tests.Model;

public sealed partial class RuleTests
{
    /// <summary>The requirements that there are: how many of each letter.</summary>
    private static readonly Dictionary<char, int> Requirements =
        new() { ['G'] = 7, ['J'] = 10, ['P'] = 5, ['H'] = 6, ['S'] = 14 };

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
            "-1 EBADF by G7.bad-descriptor: A descriptor that is not open is EBADF.");
    }

    [GeneratedRegex(@"^(\w).*[^.]\.$")]
    private static partial Regex Sentence();
}
