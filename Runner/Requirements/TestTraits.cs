using System.Text.RegularExpressions;

namespace Verify.Runner.Requirements;

/// <summary>
/// The requirements that tests are about: a class or a method carries <c>[Trait("Requirement", "J6")]</c>. They are
/// read from the source, because the command line is built without the tests.
/// </summary>
internal static partial class TestTraits
{
    /// <summary>Requirement and test, in the order of the tests' names.</summary>
    public static IReadOnlyList<(string Requirement, string Test)> In(string root) =>
    [
        .. Directory.EnumerateDirectories(root)
            .Select(project => Path.Combine(project, "Tests"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Read(File.ReadLines(file)))
            .OrderBy(trait => trait.Test, StringComparer.Ordinal),
    ];

    /// <summary>The traits of a file's classes and methods.</summary>
    internal static IEnumerable<(string Requirement, string Test)> Read(IEnumerable<string> lines)
    {
        List<string> pending = [];
        string type = "";
        foreach (string line in lines)
        {
            pending.AddRange(Trait().Matches(line).Select(match => match.Groups[1].Value));
            string? test = null;
            if (Class().Match(line) is { Success: true } found)
            {
                test = type = found.Groups[1].Value;
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                test = $"{type}.{method.Groups[1].Value}";
            }

            if (test is not null)
            {
                foreach (string requirement in pending)
                {
                    yield return (requirement, test);
                }

                pending.Clear();
            }
        }
    }

    [GeneratedRegex("""^\s*\[Trait\("Requirement", "(\w+)"\)\]""")]
    private static partial Regex Trait();

    [GeneratedRegex(@"^\s*public .*\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*public [\w<>?]+ (\w+)\(")]
    private static partial Regex Method();
}
