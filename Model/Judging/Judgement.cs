using System.Collections.Immutable;
using Verify.Model.Verdicts;

namespace Verify.Model.Judging;

/// <summary>What the model says of a stated outcome.</summary>
public enum JudgementKind
{
    /// <summary>A state that fits everything stated before allows it.</summary>
    Allowed,

    /// <summary>No such state allows it.</summary>
    NotAllowed,

    /// <summary>The model cannot tell.</summary>
    NotKnown,

    /// <summary>Nothing is stated, so there is nothing to judge.</summary>
    NotStated,
}

/// <summary>The model's judgement of one call of a trace.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Expected">
/// The outcomes that it allows: those that fit what is stated, or if none does, those that it allows instead; a few if
/// there are many.
/// </param>
/// <param name="Reason">Why it cannot tell; empty if it can.</param>
public sealed record Judgement(JudgementKind Kind, ImmutableArray<Expectation> Expected, string Reason)
{
    /// <summary>The most outcomes that <see cref="Expected"/> has: more would not be read.</summary>
    public const int MostExpected = 3;

    /// <summary>True from the call on after which the judge no longer follows every state that fits.</summary>
    public bool IsPastBound { get; init; }

    /// <summary>The ids of the rules that decide, without repetition.</summary>
    public IEnumerable<string> Rules => Expected.Select(expected => expected.Rule.Id).Distinct();
}
