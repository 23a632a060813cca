using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;

namespace Verify.Properties.Corpus;

/// <summary>A trace worth keeping, with what it shows.</summary>
/// <param name="Name">Its file's name without the extension.</param>
/// <param name="Description">What it shows, in a sentence.</param>
/// <param name="Requirements">Ids of the requirements that it is about.</param>
/// <param name="Catches">The mutant that it catches and as what; null for a trace about none.</param>
/// <param name="Trace">The calls, each with the outcome that is right.</param>
public sealed record CorpusTrace(
    string Name, string Description, ImmutableArray<string> Requirements, CaughtMutant? Catches, Trace Trace)
{
    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}

/// <summary>What a trace finds where it runs on a mutant.</summary>
/// <param name="Mutant">The mutant's name.</param>
/// <param name="Kind">The kind of finding.</param>
public sealed record CaughtMutant(string Mutant, FindingKind Kind);
