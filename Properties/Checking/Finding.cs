namespace Verify.Properties.Checking;

/// <summary>The kind of a failure.</summary>
public enum FindingKind
{
    /// <summary>
    /// The specification does not allow the outcome, or the two sides list different sockets or processes.
    /// </summary>
    Disagreement,

    /// <summary>A safety goal is violated.</summary>
    Goal,

    /// <summary>An invariant of the implementation is violated.</summary>
    Invariant,

    /// <summary>The implementation or the specification threw an exception.</summary>
    Crash,

    /// <summary>After all processes exited, something was still allocated (G7).</summary>
    Leak,

    /// <summary>A call did not end (G2).</summary>
    Hang,

    /// <summary>A prisoner can observe private actions of others (G4).</summary>
    Interference,
}

/// <summary>A failure, with the calls that lead to it.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Headline">The failure without its particulars: the same for the same fault in different traces.</param>
/// <param name="Message">One line: what was observed and what is allowed.</param>
/// <param name="Trace">The calls, with the outcomes observed; the last one fails.</param>
public sealed record Finding(FindingKind Kind, string Headline, string Message, Trace Trace)
{
    /// <summary>The finding for a call that does not return, the last of the trace.</summary>
    public static Finding Hang(TimeSpan patience, Trace trace) => new(
        FindingKind.Hang, "no end", $"G2: the call has not ended after {patience.TotalSeconds:0} s", trace);

    /// <summary>True if kind and headline are the same, as they are for the same fault.</summary>
    public bool IsLike(Finding other) => Kind == other.Kind && Headline == other.Headline;
}
