using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Verify.Properties.Tests.Documents;

/// <summary>docs/independence.md states for every file of rules how the kernel uses another method.</summary>
public sealed partial class IndependenceTests
{
    private static readonly string Root = Repository.Around(AppContext.BaseDirectory).Root;
    private static readonly string Page = System.IO.File.ReadAllText(Path.Combine(Root, "docs", "independence.md"));

    public static TheoryData<string> Rules =>
    [
        .. Directory.GetFiles(Path.Combine(Root, "Model", "Rules"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Paths => [.. Places().Matches(Page).Select(match => match.Value).Distinct()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_file_of_rules_has_a_row(string file) => Page.ShouldContain($"`{file}`");

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_path_in_a_row_exists(string path) => Path.Exists(Path.Combine(Root, path)).ShouldBeTrue();

    [Fact]
    public void Each_row_names_the_model_on_one_side_and_the_kernel_on_the_other()
    {
        string[][] rows =
        [
            .. Page.Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("`Implementation/"))
                .Select(line => line.Split('|')),
        ];

        rows.Length.ShouldBeGreaterThan(30);
        rows.ShouldAllBe(row => row.Length == 5 && row[2].Contains("`Model/") && !row[3].Contains("`Model/"));
    }

    [GeneratedRegex("(?<=`)(Model|Implementation|corpus)/[^`]+(?=`)")]
    private static partial Regex Places();
}
