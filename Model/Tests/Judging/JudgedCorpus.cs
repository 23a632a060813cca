using System.Collections.Immutable;
using Verify.Model.Dialects;
using Verify.Model.Judging;
using Verify.Properties;
using Verify.Properties.Corpus;
using Verify.Properties.Reference;

namespace Verify.Model.Tests.Judging;

/// <summary>The traces of the corpus and the facts, all of whose outcomes the model allows.</summary>
internal static class JudgedCorpus
{
    private static readonly Repository Here = Repository.Around(AppContext.BaseDirectory);

    /// <summary>The traces by file name; facts that differ from this suite are left out.</summary>
    public static ImmutableArray<(string Name, Trace Trace)> All { get; } =
    [
        .. CorpusFolder.Load(Here.Corpus).Select(kept => (kept.Name, kept.Trace)),
        .. FactText.Load(Here.Facts).Where(fact => fact.Differs is null).Select(fact => (fact.Name, fact.Trace)),
    ];

    /// <summary>The steps that are not allowed, for messages.</summary>
    public static IEnumerable<string> NotAllowed(
        string name, Trace trace, Dialect? dialect = null, Unknowns unknowns = Unknowns.None)
    {
        ImmutableArray<Judgement> judged = Judge.All(trace, dialect, unknowns);
        return
            from step in trace.Steps.Zip(judged)
            where step.Second.Kind == JudgementKind.NotAllowed
            select $"{name}: {TraceWriter.Lines(step.First)}: {step.Second.Expected[0].Describe(step.First.Call)}";
    }

    /// <summary>A trace whose steps state less.</summary>
    public static Trace WithLess(Trace trace, Func<Statement, int, Statement?> less) => trace with
    {
        Steps =
        [
            .. trace.Steps.Select((step, index) =>
                step.Stated is { } stated ? step with { Stated = less(stated, index) } : step),
        ],
    };
}
