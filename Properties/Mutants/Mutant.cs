using System.Collections.Immutable;

namespace Verify.Properties.Mutants;

/// <summary>
/// A small fault in the source of the implementation that the suite must detect, which shows that its checks can fail.
/// A mutant with the same fault in the model shows that the goals can fail: both sides agree, and only a goal is
/// violated.
/// </summary>
/// <param name="Name">The name of its file, without the extension.</param>
/// <param name="Description">The fault, in a sentence.</param>
/// <param name="Requirements">The ids of the requirements that it violates.</param>
/// <param name="CaughtBy">The engines that must detect it.</param>
/// <param name="Edit">The change.</param>
/// <param name="ModelEdit">The same change of the model; null for a mutant of the implementation alone.</param>
public sealed record Mutant(
    string Name, string Description, ImmutableArray<string> Requirements, Engines CaughtBy, SourceEdit Edit,
    SourceEdit? ModelEdit = null)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>The engines that must detect a mutant.</summary>
/// <param name="Campaign">True for the campaign.</param>
/// <param name="Worlds">The names of the small worlds.</param>
/// <param name="Proofs">The names of the proofs that it refutes.</param>
public sealed record Engines(bool Campaign, ImmutableArray<string> Worlds, ImmutableArray<string> Proofs);

/// <summary>One replacement in one source file.</summary>
/// <param name="File">The file, relative to the folder of its project, with forward slashes.</param>
/// <param name="Before">Text that occurs exactly once in the file.</param>
/// <param name="After">The replacement.</param>
public sealed record SourceEdit(string File, string Before, string After)
{
    /// <summary>The text of the file after the change.</summary>
    /// <exception cref="MutantException">The text to replace does not occur exactly once.</exception>
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
