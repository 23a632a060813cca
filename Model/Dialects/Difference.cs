using System.Collections.Immutable;

namespace Verify.Model;

/// <summary>One thing that a dialect loosens.</summary>
/// <param name="Loosened">The rules that it is about.</param>
/// <param name="Text">What is allowed in place of what they say.</param>
/// <param name="Source">Why a system may: a standard, or where the other system's source does so.</param>
public sealed record Difference(ImmutableArray<Rule> Loosened, string Text, string Source)
{
    /// <summary>
    /// 4.0's order follows from where its lists take new PCBs in (in_pcb.c: in_pcbinshash, in_pcbrehash). No standard asks
    /// for it, and a system with other lists has another.
    /// </summary>
    public static Difference OrderOfEquals { get; } = new(
        [
            Rule.DeliverSpecific, Rule.DeliverWildcard, Rule.DeliverExact, Rule.BindOtherUser, Rule.BindInUse,
            Rule.BindShared,
        ],
        "Of sockets that fit equally well, any may be found.",
        "IEEE Std 1003.1 says nothing of SO_REUSEPORT");
}
