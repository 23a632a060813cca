using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>
/// What FreeBSD 4.0 answers to a few calls (R1), read from its source by somebody who did not look at this suite's code:
/// it shows what model and kernel both misread.
/// </summary>
/// <param name="Name">Its file's name without the extension.</param>
/// <param name="Description">Why FreeBSD answers so, in a sentence or two.</param>
/// <param name="Sources">Files below sys/ of 4.0-RELEASE, each with its functions: <c>kern/kern_prot.c:setuid</c>.</param>
/// <param name="Differs">
/// Id of the row of docs/deviations.md that says why this suite answers otherwise; null if it answers the same.
/// </param>
/// <param name="Trace">The calls with FreeBSD's outcomes.</param>
public sealed record Fact(
    string Name, string Description, ImmutableArray<string> Sources, string? Differs, Trace Trace)
{
    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
