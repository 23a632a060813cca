using Verify.Model.Dialects;
using Verify.Model.Judging;
using Verify.Model.Verdicts;
using Verify.Proofs;
using Verify.Properties;
using Verify.Properties.Generation.Context;
using Verify.Properties.Mutants;
using Verify.Properties.Worlds;
using Verify.Runner.Requirements;

namespace Verify.Runner.Catalogue;

/// <summary>A kind of item that the command line names: for <c>list</c>, completion, and hints after a typo.</summary>
/// <param name="Plural">The word after <c>list</c>.</param>
/// <param name="Singular">One item of the kind, with its article.</param>
/// <param name="Load">Reads all items of a working copy, in the order in which they are listed.</param>
internal sealed record ItemKind(string Plural, string Singular, Func<Repository, IEnumerable<NamedItem>> Load)
{
    private const int MostHints = 10;

    public static ItemKind Rules { get; } = new("rules", "a rule", _ =>
        RuleCatalogue.All.Select(rule => new NamedItem(rule.Id, $"{rule.Text} [{rule.Source}]")));

    public static ItemKind Worlds { get; } = new("worlds", "a small world", repository =>
        WorldFolder.Load(repository.Worlds).Select(world => new NamedItem(
            world.Name, $"{world.Description} [{string.Join(", ", world.Requirements)}; depth {world.Depth}]")));

    /// <summary>A proof's name is its class and method; the class alone means all of its proofs.</summary>
    public static ItemKind Proofs { get; } = new("proofs", "a proof", _ =>
        ProofCatalogue.All.Select(proof => new NamedItem(proof.Name, $"{proof.Text} [{proof.Requirement}]")));

    public static ItemKind Mutants { get; } = new("mutants", "a mutant", repository =>
        MutantCatalogue.Load(repository.Mutants).Select(mutant =>
            new NamedItem(mutant.Name, $"{mutant.Description} [{string.Join(", ", mutant.Requirements)}]")));

    public static ItemKind Requirements { get; } = new("requirements", "a requirement", repository =>
    {
        var evidence = new Evidence(repository);
        return evidence.Requirements.Select(id => new NamedItem(id, RequirementLine(evidence, id)));
    });

    public static ItemKind Themes { get; } = new("themes", "a theme", _ =>
        Enum.GetNames<Theme>().Select(theme => new NamedItem(theme.ToLowerInvariant(), "")));

    public static ItemKind Dialects { get; } = new("dialects", "a dialect", _ =>
        Dialect.All.Select(dialect => new NamedItem(dialect.Name, LineOf(dialect))));

    /// <summary>What a log may leave open.</summary>
    public static ItemKind Unknowns { get; } = new("unknowns", "what is unknown", _ =>
        Enum.GetValues<Unknowns>().Where(unknown => unknown != Model.Judging.Unknowns.None)
            .Select(unknown => new NamedItem($"{unknown}".ToLowerInvariant(), "")));

    /// <summary>The kinds that <c>list</c> lists.</summary>
    public static IReadOnlyList<ItemKind> Listed { get; } = [Rules, Worlds, Proofs, Mutants, Requirements, Dialects];

    /// <summary>True if a name on the command line means this item: its own name, or the part before a dot.</summary>
    public static bool IsNamed(string item, string name) =>
        item == name || item.StartsWith($"{name}.", StringComparison.Ordinal);

    /// <summary>
    /// The line that reports an unknown name, with names that may be meant; null if the name is known.
    /// </summary>
    public string? Complaint(string name, Repository repository)
    {
        string[] names = [.. Load(repository).Select(item => item.Name)];
        if (Array.Exists(names, item => IsNamed(item, name)))
        {
            return null;
        }

        string[] hints =
        [
            .. NearNames.Near(name, names)
                .Concat(names.Where(item => item.Contains(name, StringComparison.OrdinalIgnoreCase)))
                .Distinct()
                .Take(MostHints),
        ];
        return hints.Length > 0 ? $"{name}: expected {Singular}: {string.Join(", ", hints)}"
            : Listed.Contains(this) ? $"{name}: expected {Singular}; ./verify list {Plural} lists them"
            : $"{name}: expected {Singular}: {string.Join(", ", names)}";
    }

    private static string LineOf(Dialect dialect) => dialect.Differences.IsEmpty
        ? "FreeBSD 4.0, the default."
        : string.Join(' ', dialect.Differences.Select(difference => $"{difference.Text} [{difference.Source}]"));

    private static string RequirementLine(Evidence evidence, string id)
    {
        string counts = string.Join(", ", evidence.Of(id).Select(kind => $"{kind.Names.Count} {kind.Kind}"));
        return Requirement.OfJail.FirstOrDefault(requirement => requirement.Id == id) is { } known
            ? $"{known.Text} [{counts}]"
            : counts;
    }
}
