using System.Collections.Immutable;
using System.Text;
using Verify.Abi;
using Verify.Model.Dialects;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Runner.Output;

namespace Verify.Runner.Traces;

/// <summary>A trace run against model and implementation, call by call, up to the first fault.</summary>
/// <param name="Source">The trace as it was given.</param>
/// <param name="Observed">What the implementation did, for each call that was run; null where it threw.</param>
/// <param name="Fault">Where the two disagree or a goal breaks: on the last call that was run, or at the end.</param>
internal sealed record ReplayedTrace(Trace Source, ImmutableArray<Outcome?> Observed, Finding? Fault)
{
    /// <summary>Index of the first step whose stated outcome is not the one observed; -1 where there is none.</summary>
    public int Misstated => Replay.FirstMisstated(Source.Steps, Observed);

    /// <summary>True where both sides agree and the trace states nothing else.</summary>
    public bool IsClean => Fault is null && Misstated < 0;

    public static ReplayedTrace Of(
        Trace trace, SystemFactory boot, RuleCounts rules, CallWatchdog? watch = null, Dialect? dialect = null)
    {
        Replay? replay = (watch ?? CallWatchdog.Usual).Run(
            boot,
            watched => Replay.Of(trace.World, trace.Steps.Select(step => step.Call), watched, rules, dialect),
            out Finding? hang);
        IEnumerable<Step> steps = replay?.Steps ?? hang!.Trace.Steps.Take(trace.Steps.Length);
        return new ReplayedTrace(trace, [.. steps.Select(step => step.Expected)], hang ?? replay!.Fault);
    }

    /// <summary>
    /// The trace with the results observed, as trace text again: what is said about a line stands in comments under it.
    /// </summary>
    public string Text()
    {
        var text = new StringBuilder(TraceWriter.Write(new Trace(Source.World, [])));
        int misstated = Misstated;
        for (int i = 0; i < Observed.Length; i++)
        {
            text.Append(TraceWriter.Line(Source.Steps[i].Call, Observed[i])).Append('\n');
            if (i == misstated)
            {
                (Call call, Outcome? stated) = Source.Steps[i];
                text.Append($"# ^ the trace states {TraceWriter.Result(call, stated!.Value)}\n");
            }
        }

        if (Fault is not null)
        {
            text.Append(WordWrap.Wrap($"{Fault.Kind}: {Fault.Message}", "# ^ ", "#   ")).Append('\n');
        }

        int left = Source.Steps.Length - Observed.Length;
        if (left > 0)
        {
            text.Append($"# {left} more not run\n");
        }

        return text.ToString();
    }
}
