using System.Text.RegularExpressions;
using Verify.Properties;

namespace Verify.Runner.Tests.Architecture;

/// <summary>
/// docs/architecture.md as far as it names layers: a numbered list of rooms for each project, the lowest first.
/// </summary>
internal static partial class LayersPage
{
    private static readonly string Page = Path.Combine(
        Repository.Around(AppContext.BaseDirectory).Root, "docs", "architecture.md");

    /// <summary>A project's rooms, the lowest first.</summary>
    public static IReadOnlyList<string> RoomsOf(string project) => RoomsOf(project, File.ReadAllLines(Page));

    /// <summary>A project's rooms in a page, the lowest first.</summary>
    public static IReadOnlyList<string> RoomsOf(string project, IEnumerable<string> page) =>
    [
        .. page
            .SkipWhile(line => line != $"### {project}").Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Select(line => Item().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value.Trim('/').Replace('/', '.')),
    ];

    /// <summary>Dependencies that violate the order of the layers, and namespaces that the page omits.</summary>
    public static IEnumerable<string> Faults(
        IReadOnlyList<string> layers, IReadOnlySet<string> rooms, IEnumerable<RoomDependency> dependencies)
    {
        foreach (string room in rooms.Except(layers))
        {
            yield return $"the page does not name '{room}'";
        }

        foreach (string room in layers.Where(room => !rooms.Contains(room)))
        {
            yield return $"the page names '{room}', which has no code";
        }

        var height = layers.Index().ToDictionary(layer => layer.Item, layer => layer.Index);
        foreach ((string from, string to, string example) in dependencies)
        {
            if (height.TryGetValue(from, out int user) && height.TryGetValue(to, out int used) && used > user)
            {
                yield return $"'{from}' needs '{to}', which lies above it: {example}";
            }
        }
    }

    /// <summary>A numbered item that begins with a room in backquotes; the project's own folder is "/".</summary>
    [GeneratedRegex(@"^\d+\. `([\w/]+)`")]
    private static partial Regex Item();
}
