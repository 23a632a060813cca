using System.Collections.Immutable;

namespace Verify.Model.Dialects;

/// <summary>One difference from FreeBSD 4.0 that a dialect allows.</summary>
/// <param name="Loosened">The ids of the rules that it loosens.</param>
/// <param name="Text">What is allowed instead.</param>
/// <param name="Source">Why it is allowed: a standard, or the other system's source.</param>
public sealed record Difference(ImmutableArray<string> Loosened, string Text, string Source)
{
    /// <summary>
    /// FreeBSD 4.0's order follows from where its lists insert new PCBs (in_pcb.c: in_pcbinshash, in_pcbrehash). No
    /// standard requires it; a system with other lists has another order.
    /// </summary>
    public static Difference OrderOfEquals { get; } = new(
        [
            "H1.specific", "H1.wildcard", "H1.exact", "P5.other-user", "P5.in-use", "P5.shared",
        ],
        "Of sockets that fit equally well, any may be found.",
        "IEEE Std 1003.1 says nothing of SO_REUSEPORT");
}
