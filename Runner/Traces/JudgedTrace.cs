using System.Collections.Immutable;
using System.Text;
using Verify.Model.Dialects;
using Verify.Model.Judging;
using Verify.Model.Verdicts;
using Verify.Runner.Output;

namespace Verify.Runner.Traces;

/// <summary>A trace with the model's judgement of every outcome that it states.</summary>
/// <param name="Source">The trace.</param>
/// <param name="Judgements">What the model says of each step.</param>
internal sealed record JudgedTrace(Trace Source, ImmutableArray<Judgement> Judgements)
{
    /// <summary>True if the model allows all of it, as far as it can tell.</summary>
    public bool IsClean => !NotAllowed.Any();

    /// <summary>The indices of the steps that are not allowed.</summary>
    public IEnumerable<int> NotAllowed => Enumerable.Range(0, Judgements.Length)
        .Where(step => Judgements[step].Kind == JudgementKind.NotAllowed);

    /// <summary>Judges a trace.</summary>
    public static JudgedTrace Of(Trace trace, Dialect dialect, Unknowns unknowns) =>
        new(trace, Judge.All(trace, dialect, unknowns));

    /// <summary>
    /// The trace text, with what is allowed as a comment on its line and everything else as comments below it, and a
    /// summary at the end.
    /// </summary>
    public string Text()
    {
        var text = new StringBuilder(TraceWriter.Write(new Trace(Source.World, [])));
        bool wasPastBound = false;
        for (int i = 0; i < Judgements.Length; i++)
        {
            bool isShort = Judgements[i].Kind == JudgementKind.Allowed;
            text.Append(TraceWriter.Lines(Source.Steps[i]))
                .Append(isShort ? $"  # {Remark(i)}\n" : $"\n{WordWrap.Wrap(Remark(i), "# ^ ", "#   ")}\n");
            if (Judgements[i].IsPastBound && !wasPastBound)
            {
                wasPastBound = true;
                text.Append(WordWrap.Wrap(PastBound, "# ", "# ")).Append('\n');
            }
        }

        return text.Append($"# {Summary}\n").ToString();
    }

    /// <summary>What the model says of a step, in a line.</summary>
    public string Remark(int step)
    {
        Judgement judgement = Judgements[step];
        Call call = Source.Steps[step].Call;
        return judgement.Kind switch
        {
            JudgementKind.Allowed => $"allowed: {string.Join(" or ", judgement.Rules)}",
            JudgementKind.NotAllowed => $"not allowed; allowed is {Expected(one => one.Describe(call))}",
            JudgementKind.NotKnown => $"not known: {judgement.Reason}",
            _ => $"nothing is stated; allowed is {Expected(Result)}",
        };

        string Expected(Func<Expectation, string> describe) =>
            string.Join("; or ", judgement.Expected.Select(describe).Distinct());

        string Result(Expectation expected) => $"{TraceWriter.Result(call, expected.Outcome)} by {expected.Rule.Id}";
    }

    private static string PastBound =>
        $"More than {Judge.MostStates} states fit what is stated so far. From here on only {Judge.MostStates} of them"
        + " are followed, and what none of these allows is not known.";

    private string Summary
    {
        get
        {
            int Count(JudgementKind kind) => Judgements.Count(judgement => judgement.Kind == kind);
            int unstated = Count(JudgementKind.NotStated);
            return $"{Judgements.Length} calls: {Count(JudgementKind.Allowed)} allowed,"
                + $" {Count(JudgementKind.NotAllowed)} not allowed, {Count(JudgementKind.NotKnown)} not known"
                + (unstated > 0 ? $", {unstated} without a stated outcome" : "");
        }
    }
}
