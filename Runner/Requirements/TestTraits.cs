using System.Text.RegularExpressions;

namespace Verify.Runner.Requirements;

/// <summary>
/// Which requirement a test class, or a test, is about: it carries <c>[Trait("Requirement", "J6")]</c>. Read from the
/// source, since the command line does not come with the tests.
/// </summary>
internal static partial class TestTraits
{
    private static readonly string[] Folders =
        ["Abi/Tests", "Model/Tests", "Implementation/Tests", "Properties/Tests", "Proofs/Tests", "Runner/Tests"];

    /// <summary>Requirement and test, by name of the test.</summary>
    public static IReadOnlyList<(string Requirement, string Test)> In(string root) =>
    [
        .. Folders.Select(folder => Path.Combine(root, folder))
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
