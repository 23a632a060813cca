using Verify.Abi;

namespace Verify.Properties.Checking;

/// <summary>What kind of failure was found.</summary>
public enum FindingKind
{
    /// <summary>The implementation did what the specification does not allow, or holds another state than it.</summary>
    Disagreement,

    /// <summary>A safety goal does not hold.</summary>
    Goal,

    /// <summary>The implementation's own invariants do not hold.</summary>
    Invariant,

    /// <summary>The implementation threw, or the specification did.</summary>
    Crash,

    /// <summary>After all processes exited, something was still allocated (G7).</summary>
    Leak,

    /// <summary>A call did not end (G2).</summary>
    Hang,

    /// <summary>A prisoner notices what others do privately (G4).</summary>
    Interference,
}

/// <summary>A failure with the calls that lead to it.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Headline">What failed without the particulars: the same for the same fault in different traces.</param>
/// <param name="Message">One line: what was seen and what was allowed.</param>
/// <param name="Trace">The calls with the outcomes observed; the last one fails.</param>
public sealed record Finding(FindingKind Kind, string Headline, string Message, Trace Trace)
{
    /// <summary>The finding for a call that does not end: the last of the trace.</summary>
    public static Finding Hang(TimeSpan patience, Trace trace) => new(
        FindingKind.Hang, "no end", $"G2: the call has not ended after {patience.TotalSeconds:0} s", trace);

    /// <summary>True for a finding of the same fault, as far as kind and headline tell.</summary>
    public bool IsLike(Finding other) => Kind == other.Kind && Headline == other.Headline;
}
