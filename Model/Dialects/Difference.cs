using System.Collections.Immutable;

namespace Verify.Model.Dialects;

/// <summary>One thing that a dialect loosens.</summary>
/// <param name="Loosened">The ids of the rules that it loosens.</param>
/// <param name="Text">What is allowed in place of what they say.</param>
/// <param name="Source">Why a system may: a standard, or where the other system's source does so.</param>
public sealed record Difference(ImmutableArray<string> Loosened, string Text, string Source)
{
    /// <summary>
    /// 4.0's order follows from where its lists take new PCBs in (in_pcb.c: in_pcbinshash, in_pcbrehash). No standard asks
    /// for it, and a system with other lists has another.
    /// </summary>
    public static Difference OrderOfEquals { get; } = new(
        [
            "H1.specific", "H1.wildcard", "H1.exact", "P5.other-user", "P5.in-use", "P5.shared",
        ],
        "Of sockets that fit equally well, any may be found.",
        "IEEE Std 1003.1 says nothing of SO_REUSEPORT");
}
