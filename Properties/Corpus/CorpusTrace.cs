using System.Collections.Immutable;
using Verify.Properties.Checking;

namespace Verify.Properties.Corpus;

/// <summary>A trace of the corpus.</summary>
/// <param name="Name">The name of its file, without the extension.</param>
/// <param name="Description">What it shows, in a sentence.</param>
/// <param name="Requirements">The ids of the requirements that it covers.</param>
/// <param name="Catches">The mutant that it catches, and the kind of finding; null if it is about no mutant.</param>
/// <param name="Trace">The calls, each with its correct outcome.</param>
public sealed record CorpusTrace(
    string Name, string Description, ImmutableArray<string> Requirements, CaughtMutant? Catches, Trace Trace)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>The finding of a trace on a mutant.</summary>
/// <param name="Mutant">The mutant's name.</param>
/// <param name="Kind">The kind of finding.</param>
public sealed record CaughtMutant(string Mutant, FindingKind Kind);
