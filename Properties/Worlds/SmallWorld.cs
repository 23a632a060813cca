using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Worlds;

/// <summary>A machine so small that every sequence of a few calls can be tried.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Description">What it is about, in a line.</param>
/// <param name="Depth">Calls of the longest sequences that are tried unless another depth is asked for.</param>
/// <param name="Start">The machine and the calls that come before every sequence; their results are not stated.</param>
/// <param name="Alphabet">The calls that sequences are made of, at most 256.</param>
public sealed record SmallWorld(
    string Name, string Description, int Depth, Trace Start, ImmutableArray<Call> Alphabet)
{
    /// <summary>A small world from trace text.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="description">What it is about.</param>
    /// <param name="depth">The default depth.</param>
    /// <param name="start">A trace: the machine, and the calls before every sequence.</param>
    /// <param name="alphabet">A trace without a machine: the calls that sequences are made of.</param>
    /// <exception cref="TraceFormatException">One of the two is no trace.</exception>
    internal static SmallWorld Of(string name, string description, int depth, string start, string alphabet) => new(
        name, description, depth,
        TraceReader.Read(start, name),
        [.. TraceReader.Read(alphabet, name + " alphabet").Steps.Select(step => step.Call)]);

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
