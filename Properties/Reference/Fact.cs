using System.Collections.Immutable;

namespace Verify.Properties.Reference;

/// <summary>
/// The outcomes of a few calls on FreeBSD 4.0 (R1), read from its source without knowledge of this suite's code. A fact
/// can show a mistake that model and implementation share.
/// </summary>
/// <param name="Name">The name of its file, without the extension.</param>
/// <param name="Description">Why FreeBSD answers so, in a sentence or two.</param>
/// <param name="Sources">
/// Files below sys/ of 4.0-RELEASE, each with its functions: <c>kern/kern_prot.c:setuid</c>.
/// </param>
/// <param name="Differs">
/// The id of the row of docs/deviations.md with the reason why this suite differs; null if it does not differ.
/// </param>
/// <param name="Trace">The calls with FreeBSD's outcomes.</param>
public sealed record Fact(
    string Name, string Description, ImmutableArray<string> Sources, string? Differs, Trace Trace)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
