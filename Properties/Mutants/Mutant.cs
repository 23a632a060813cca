using System.Collections.Immutable;
using Verify.Properties.Campaigns;

namespace Verify.Properties.Mutants;

/// <summary>
/// A small wrong change to the implementation's source, which the suite must catch: it shows that the checks can fail.
/// One made in the model too shows that the goals can: then both sides agree, and only a goal is broken.
/// </summary>
/// <param name="Name">Its file's name without the extension.</param>
/// <param name="Description">What is wrong with it, in a sentence.</param>
/// <param name="Requirements">Ids of the requirements that it breaks.</param>
/// <param name="CaughtBy">The engines that must catch it.</param>
/// <param name="Edit">The change itself.</param>
/// <param name="ModelEdit">The same change of the model; null for a mutant of the implementation alone.</param>
public sealed record Mutant(
    string Name, string Description, ImmutableArray<string> Requirements, Engines CaughtBy, SourceEdit Edit,
    SourceEdit? ModelEdit = null)
{
    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}

/// <summary>Which engines are expected to catch a mutant.</summary>
/// <param name="Campaign">Generated call sequences.</param>
/// <param name="Worlds">Names of the small worlds whose exploration shows it.</param>
/// <param name="Proofs">Names of the proofs that it refutes.</param>
public sealed record Engines(bool Campaign, ImmutableArray<string> Worlds, ImmutableArray<string> Proofs);

/// <summary>One replacement in one source file.</summary>
/// <param name="File">The file, relative to the folder of its project, with forward slashes.</param>
/// <param name="Before">Text that the file has exactly once.</param>
/// <param name="After">What stands there instead.</param>
public sealed record SourceEdit(string File, string Before, string After)
{
    /// <summary>The file's text with the change made.</summary>
    /// <exception cref="MutantException">The text to replace is not there exactly once.</exception>
    public string Apply(string source)
    {
        int at = source.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new MutantException($"{File} has no text that matches its \"before\"");
        }

        if (source.IndexOf(Before, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new MutantException($"{File} matches its \"before\" more than once");
        }

        return string.Concat(source.AsSpan(0, at), After, source.AsSpan(at + Before.Length));
    }
}
