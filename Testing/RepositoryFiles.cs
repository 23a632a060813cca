using Verify.Properties;

namespace Verify.Testing;

/// <summary>The files of the repository, without what builds and commands create.</summary>
public static class RepositoryFiles
{
    private static readonly string Root = Repository.Around(AppContext.BaseDirectory).Root;

    private static readonly string[] Created =
        ["artifacts", ".git", "bin", "obj", "findings", "BenchmarkDotNet.Artifacts"];

    /// <summary>Their paths, relative to the repository, with forward slashes, in ordinal order.</summary>
    public static IEnumerable<string> Paths =>
        Below(Root)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The Markdown pages among them.</summary>
    public static IEnumerable<string> Pages => Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal));

    /// <summary>The text of a file.</summary>
    /// <param name="path">Its path, relative to the repository.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(below => !Created.Contains(Path.GetFileName(below)))
                .SelectMany(Below));
}
