using System.Text.RegularExpressions;
using Verify.Testing;

namespace Verify.Properties.Tests.Documents;

/// <summary>
/// Finds references of a page to something that does not exist in the repository: relative links, and files, folders
/// and tests in backticks.
/// </summary>
/// <param name="paths">Every file and folder of the repository, relative to it, with forward slashes.</param>
/// <param name="read">Reads the text of a file.</param>
internal sealed partial class DeadReferences(IReadOnlySet<string> paths, Func<string, string> read)
{
    /// <summary>Folders that commands create.</summary>
    private static readonly string[] Made = ["artifacts", "findings"];

    private readonly HashSet<string> _folders = [.. paths.Select(path => path.Split('/')[0])];

    /// <summary>The finder for the repository.</summary>
    public static DeadReferences OfRepository() => new(
        RepositoryFiles.Paths.SelectMany(WithFolders).ToHashSet(), RepositoryFiles.Read);

    /// <summary>One line for each dead reference, with its position.</summary>
    public IEnumerable<string> In(MarkdownPage page) => page.Prose.SelectMany(
        line => LinksIn(line.Line).Where(link => !HasTarget(page, link))
            .Concat(CodeIn(line.Line).Where(code => !IsThere(code)))
            .Select(dead => $"{page.Name}:{line.Number}: there is no {dead}"));

    /// <summary>A path, and the folders that it is in.</summary>
    private static IEnumerable<string> WithFolders(string path)
    {
        for (string? part = path; !string.IsNullOrEmpty(part); part = Path.GetDirectoryName(part))
        {
            yield return part;
        }
    }

    private static IEnumerable<string> LinksIn(string line) =>
        Link().Matches(line).Select(match => match.Groups[1].Value)
            .Where(target => !target.StartsWith('#') && !Scheme().IsMatch(target));

    private static IEnumerable<string> CodeIn(string line) =>
        Code().Matches(line).Select(match => match.Groups[1].Value);

    /// <summary>Links are relative to the folder of the page.</summary>
    private bool HasTarget(MarkdownPage page, string link)
    {
        const string root = "/";
        string path = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(page.Name)!, link.Split('#')[0]));
        return paths.Contains(path.Trim('/'));
    }

    /// <summary>True also if the text is not a reference to the repository.</summary>
    private bool IsThere(string code)
    {
        if (Test().Match(code) is { Success: true } test)
        {
            string name = $"/{test.Groups[1].Value}.cs";
            string? file = paths.FirstOrDefault(other => other.EndsWith(name, StringComparison.Ordinal));
            return file is not null && read(file).Contains($" {test.Groups[2].Value}", StringComparison.Ordinal);
        }

        string path = code.TrimEnd('/');
        string first = path.Split('/')[0];
        bool isPath = PathText().IsMatch(code) && !Made.Contains(first);
        bool isFromRoot = code.Contains('/') && _folders.Contains(first);
        if (!isPath || !(isFromRoot || OurFile().IsMatch(path)))
        {
            return true;
        }

        string pattern = Regex.Escape(path).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        var named = new Regex(isFromRoot ? $"^{pattern}$" : $"(^|/){pattern}$");
        return paths.Any(named.IsMatch);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\w+:")]
    private static partial Regex Scheme();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\w.*/-]+$")]
    private static partial Regex PathText();

    /// <summary>A file name with an extension that files of the repository have.</summary>
    [GeneratedRegex(@"\w\.(cs|md|trace|world|mutant|csproj|props|sln)$")]
    private static partial Regex OurFile();

    /// <summary>A test class, or a test of one.</summary>
    [GeneratedRegex(@"^(\w+Tests)(?:\.(\w+))?$")]
    private static partial Regex Test();
}
