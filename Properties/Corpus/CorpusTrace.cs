using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Corpus;

/// <summary>A trace worth keeping, with what it shows.</summary>
/// <param name="Name">Its file's name without the extension; that of a mutant for the trace that catches it.</param>
/// <param name="Description">What it shows, in a sentence.</param>
/// <param name="Requirements">Ids of the requirements that it is about.</param>
/// <param name="Trace">The calls, each with the outcome that is right.</param>
public sealed record CorpusTrace(
    string Name, string Description, ImmutableArray<string> Requirements, Trace Trace)
{
    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
