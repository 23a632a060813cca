using System.Diagnostics.CodeAnalysis;
using Verify.Model.States;

namespace Verify.Model.Verdicts;

/// <summary>The specification's answer for one observed call.</summary>
public readonly struct Verdict
{
    private readonly RuleSet _rules;

    /// <param name="before">The state before the call.</param>
    /// <param name="after">The state after the outcome that is allowed.</param>
    /// <param name="rules">The rules that led to the verdict.</param>
    /// <param name="expected">What would have been allowed; null if the observed outcome is.</param>
    internal Verdict(State before, State after, in RuleSet rules, Expectation? expected)
    {
        (_rules, Expected) = (rules, expected);
        (Next, After) = (expected is null ? after : before, after);
    }

    /// <summary>True if the observed outcome is allowed.</summary>
    [MemberNotNullWhen(false, nameof(Expected))]
    public bool Accepted => Expected is null;

    /// <summary>The state after the call; the state before it if the outcome was rejected.</summary>
    public State Next { get; }

    /// <summary>The state after the outcome that is allowed, also if another one was observed.</summary>
    internal State After { get; }

    /// <summary>The rules that led to the verdict.</summary>
    [UnscopedRef]
    public ref readonly RuleSet Rules => ref _rules;

    /// <summary>What would have been allowed; null if the outcome was accepted.</summary>
    public Expectation? Expected { get; }
}

/// <summary>What a call was allowed to do.</summary>
/// <param name="Outcome">An allowed outcome: the only one, unless <see cref="Freedom"/> names others.</param>
/// <param name="Rule">The rule that requires it.</param>
/// <param name="Freedom">What may differ from the outcome; empty if nothing may.</param>
public sealed record Expectation(Outcome Outcome, Rule Rule, string Freedom)
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
