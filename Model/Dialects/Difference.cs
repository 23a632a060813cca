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

    /// <summary>
    /// FreeBSD 4.0 takes the first free port after the one that it chose last (in_pcb.c: in_pcbbind). That is easy to
    /// guess, so later systems choose at random. The range, the privilege that it needs, and which ports are free stay
    /// as they are.
    /// </summary>
    public static Difference PortOfRange { get; } = new(
        [
            "P3.default-up", "P3.default-down", "P3.high-up", "P3.high-down", "P3.low-up", "P3.low-down",
        ],
        "If the call names no port, it may choose any free port of the range.",
        "RFC 6056, 3.3: ways to choose a port that is hard to guess");
}
