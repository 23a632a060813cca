using System.Collections.Immutable;
using System.Text;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Runner.Output;

namespace Verify.Runner.Traces;

/// <summary>A trace run against model and implementation, call by call, up to the first fault.</summary>
/// <param name="Source">The trace that was given.</param>
/// <param name="Observed">The implementation's outcome of each call that was run; null if it threw.</param>
/// <param name="Fault">The fault of the last call that was run, or at the end; null if there is none.</param>
/// <param name="LeftOut">The checks that the system has nothing to show for, one phrase each.</param>
internal sealed record ReplayedTrace(
    Trace Source, ImmutableArray<Outcome?> Observed, Finding? Fault, ImmutableArray<string> LeftOut)
{
    /// <summary>The index of the first step whose stated outcome was not observed; -1 if there is none.</summary>
    public int Misstated => Replay.FirstMisstated(Source.Steps, Observed);

    /// <summary>True if both sides agree, and with the outcomes that the trace states.</summary>
    public bool IsClean => Fault is null && Misstated < 0;

    /// <summary>Runs a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="boot">Boots the implementation.</param>
    /// <param name="rules">Counts the rules that are used.</param>
    /// <param name="watch">Ends a call that hangs.</param>
    public static ReplayedTrace Of(Trace trace, SystemFactory boot, RuleCounts rules, CallWatchdog? watch = null)
    {
        Replay? replay = (watch ?? CallWatchdog.Usual).Run(
            boot,
            watched => Replay.Of(trace.World, [.. trace.Steps.Select(step => step.Call)], watched, rules),
            out Finding? hang);
        IEnumerable<Outcome?> observed = replay is null
            ? hang!.Trace.Steps.Take(trace.Steps.Length).Select(step => step.Stated?.Least)
            : replay.Steps.Select(step => step.Outcome);
        return new ReplayedTrace(trace, [.. observed], hang ?? replay!.Fault, replay?.LeftOut ?? []);
    }

    /// <summary>
    /// The trace text with the observed results: what the trace does not state is filled in, and what it states wrongly
    /// is replaced. Remarks about a line are comments below it.
    /// </summary>
    public string Text()
    {
        var text = new StringBuilder(TraceWriter.Write(new Trace(Source.World, [])));
        int misstated = Misstated;
        for (int i = 0; i < Observed.Length; i++)
        {
            Step step = Source.Steps[i];
            Step known = Observed[i] is { } seen ? step.CompletedBy(seen) : step with { Stated = null };
            text.Append(TraceWriter.Lines(known)).Append('\n');
            if (i == misstated)
            {
                text.Append($"# ^ the trace states {TraceWriter.Result(step.Call, step.Stated!)}\n");
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
