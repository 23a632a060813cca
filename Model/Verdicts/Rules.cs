using System.Reflection;

namespace Verify.Model;

/// <summary>The list of all rules, for coverage and messages.</summary>
public static class Rules
{
    /// <summary>Every rule, in the order of <see cref="Rule"/>.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [.. Enum.GetValues<Rule>().Select(Read)];

    /// <summary>What a rule is.</summary>
    public static RuleInfo Of(Rule rule) => All[(int)rule];

    private static RuleInfo Read(Rule rule)
    {
        RuleInfoAttribute info = typeof(Rule).GetField(rule.ToString())!.GetCustomAttribute<RuleInfoAttribute>()!;
        return new RuleInfo(rule, info.Requirement, $"{info.Requirement}.{info.Name}", info.Text, info.Source);
    }
}
