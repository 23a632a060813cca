using System.Reflection;

namespace Verify.Model.Verdicts;

/// <summary>
/// All rules, numbered by the name of the class that declares them and their order in it: numbers do not depend on
/// which class is initialized first.
/// </summary>
public static class RuleCatalogue
{
    private const BindingFlags Declared =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Rule[] Rules = Read();

    private static readonly Dictionary<string, Rule> ById = Rules.ToDictionary(rule => rule.Id);

    /// <summary>Every rule, by number.</summary>
    public static IReadOnlyList<Rule> All => Rules;

    /// <summary>The rule with an id, such as P5.reserved.</summary>
    /// <exception cref="KeyNotFoundException">No rule has the id.</exception>
    public static Rule Of(string id) => ById[id];

    internal static Rule Of(int number) => Rules[number];

    /// <summary>The number of a rule that may have been created before the catalogue was.</summary>
    internal static int NumberOf(Rule rule) => ById.GetValueOrDefault(rule.Id) == rule && rule.HasNumber
        ? rule.Number
        : throw new InvalidOperationException($"{rule.Id} is not a static field of a class of the model");

    private static Rule[] Read()
    {
        Rule[] rules =
        [
            .. typeof(Rule).Assembly.GetTypes()
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .SelectMany(type => type.GetFields(Declared).OrderBy(field => field.MetadataToken))
                .Where(field => field.FieldType == typeof(Rule))
                .Select(field => (Rule)field.GetValue(null)!),
        ];
        for (int i = 0; i < rules.Length; i++)
        {
            rules[i].Number = i;
        }

        return rules;
    }
}
