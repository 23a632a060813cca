using Verify.Properties;

namespace Verify.Runner.Tests.Tidy;

/// <summary>The texts of the repository that people write.</summary>
internal static class SourceFiles
{
    private static readonly string Root = Repository.Around(AppContext.BaseDirectory).Root;

    private static readonly string[] NotOurs =
        ["artifacts", ".git", "bin", "obj", "findings", "BenchmarkDotNet.Artifacts"];

    /// <summary>
    /// Files with an extension (with its dot): their paths in the repository, with forward slashes, and texts.
    /// </summary>
    public static IEnumerable<(string Path, string Text)> With(params string[] extensions) =>
        Below(Root)
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)));

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(below => !NotOurs.Contains(Path.GetFileName(below)))
                .SelectMany(Below));
}
