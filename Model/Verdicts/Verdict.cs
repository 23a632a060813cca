using Verify.Model.States;

namespace Verify.Model.Verdicts;

/// <summary>The specification's answer for one observed call.</summary>
public readonly struct Verdict
{
    internal Verdict(bool accepted, State before, State after, RuleSet rules, Expectation expected)
    {
        (Accepted, Rules, Expected) = (accepted, rules, expected);
        (Next, After) = (accepted ? after : before, after);
    }

    /// <summary>True if the observed outcome is allowed.</summary>
    public bool Accepted { get; }

    /// <summary>The state after the call; the state before it if the outcome was rejected.</summary>
    public State Next { get; }

    /// <summary>The state after the outcome that is allowed, also if another one was observed.</summary>
    internal State After { get; }

    /// <summary>The rules that led to the verdict.</summary>
    public RuleSet Rules { get; }

    /// <summary>What would have been allowed; empty if the outcome was accepted.</summary>
    public Expectation Expected { get; }
}

/// <summary>What a call was allowed to do.</summary>
/// <param name="Outcome">An allowed outcome: the only one, unless <see cref="Freedom"/> names others.</param>
/// <param name="Rule">The rule that requires it.</param>
/// <param name="Freedom">What may differ from the outcome; empty if nothing may.</param>
public readonly record struct Expectation(Outcome Outcome, Rule Rule, string Freedom)
{
    /// <summary>For messages: the allowed outcome, what may differ, and the rule's id, source and sentence.</summary>
    public string Describe(Call call)
    {
        string freedom = Freedom.Length == 0 ? "" : $" ({Freedom})";
        return $"{TraceWriter.Result(call, Outcome)}{freedom} by {Rule.Id} ({Rule.Source}): {Rule.Text}";
    }

    /// <summary>The same with one more freedom.</summary>
    internal Expectation Or(string freedom) =>
        this with { Freedom = Freedom.Length == 0 ? freedom : $"{Freedom}, {freedom}" };
}
