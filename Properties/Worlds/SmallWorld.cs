using System.Collections.Immutable;

namespace Verify.Properties.Worlds;

/// <summary>A machine so small that every sequence of a few calls can be tried.</summary>
/// <param name="Name">Its file's name without the extension.</param>
/// <param name="Description">What it is about, in a line.</param>
/// <param name="Requirements">Ids of the requirements that it exercises.</param>
/// <param name="Depth">Calls of the longest sequences that are tried unless another depth is given.</param>
/// <param name="Start">The machine and the calls that precede every sequence, without their outcomes.</param>
/// <param name="Alphabet">The calls that sequences consist of, at most 256.</param>
public sealed record SmallWorld(
    string Name, string Description, ImmutableArray<string> Requirements, int Depth, Trace Start,
    ImmutableArray<Call> Alphabet)
{
    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
