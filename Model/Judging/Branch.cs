using Verify.Model.Verdicts;

namespace Verify.Model.Judging;

/// <summary>One of the ways in which the model allows a call to end.</summary>
/// <param name="After">What is possible after it.</param>
/// <param name="Outcome">The outcome, with stand-ins for unknown ports.</param>
/// <param name="Rule">The rule that requires it.</param>
/// <param name="Freedom">What else the rule allows; empty if that is nothing.</param>
internal readonly record struct Branch(Possibility After, Outcome Outcome, Rule Rule, string Freedom)
{
    /// <summary>Why the outcome may be any; null if it is the one given.</summary>
    public string? Unknown { get; init; }

    /// <summary>The outcome and its rule, for messages.</summary>
    public Expectation Expected => new(Outcome, Rule, Freedom);
}

/// <summary>What is left open when a call is judged, besides what the rules themselves leave open.</summary>
/// <param name="Order">True if lookups may find any of the sockets that match equally well.</param>
/// <param name="Ports">True if any free port of the range may be chosen.</param>
internal readonly record struct Freedoms(bool Order, bool Ports);
