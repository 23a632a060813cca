using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Dialects;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Judging;

/// <summary>
/// Asks the model alone, without a system under test, whether the outcomes that a trace states are allowed. It follows
/// every state that fits what was stated so far, up to a bound; an outcome is allowed if one of these states allows it.
/// </summary>
public sealed class Judge
{
    /// <summary>
    /// The most states that are followed. A few alternatives rarely stay open for long, because the next lines decide
    /// between them; more than this are a trace that states too little, and each call takes as long as all of them.
    /// </summary>
    public const int MostStates = 64;

    private const string PastBound = "too many states fit what was stated before, and not all of them are followed";

    private static readonly Statement Nothing = new();

    private readonly Continuations _continuations;
    private readonly Freedoms _open;
    private readonly Unknowns _unknowns;
    private ImmutableArray<Possibility> _possible;
    private bool _isPastBound;

    /// <summary>Before the first step of a trace.</summary>
    /// <param name="trace">The trace; its outcomes are judged one after the other by <see cref="Next"/>.</param>
    /// <param name="dialect">The dialect; null for FreeBSD 4.0.</param>
    /// <param name="unknowns">What the trace does not tell of the machine.</param>
    public Judge(Trace trace, Dialect? dialect = null, Unknowns unknowns = Unknowns.None)
    {
        dialect ??= Dialect.FreeBsd40;
        _unknowns = unknowns;
        var named = new NamedNumbers(trace.Steps);
        _continuations = new Continuations(named, unknowns);
        bool hasOtherSockets = unknowns.HasFlag(Unknowns.Descriptors);
        _open = new Freedoms(dialect.LeavesOrderOpen, dialect.LeavesPortsOpen || hasOtherSockets);
        World world = trace.World;
        State boot = Spec.Boot(
            unknowns.HasFlag(Unknowns.Hosts) ? world with { AnswersLater = true } : world, dialect);
        _possible =
        [
            new Possibility(hasOtherSockets ? UnknownDescriptors.AtBoot(boot, named) : boot)
            {
                UnknownCursors = unknowns.HasFlag(Unknowns.Ports) ? -1 : 0,
                HasCounters = (unknowns & (Unknowns.Descriptors | Unknowns.Hosts)) == 0
                    && trace.Steps.Any(step => Spec.ShowsCounters(step.Call)),
            },
        ];
    }

    /// <summary>How many states are followed.</summary>
    public int States => _possible.Length;

    /// <summary>Judges every step of a trace.</summary>
    public static ImmutableArray<Judgement> All(
        Trace trace, Dialect? dialect = null, Unknowns unknowns = Unknowns.None)
    {
        var judge = new Judge(trace, dialect, unknowns);
        return [.. trace.Steps.Select(judge.Next)];
    }

    /// <summary>
    /// Judges the next step. After an outcome that is not allowed it goes on with what was seen, as far as it can.
    /// </summary>
    public Judgement Next(Step step)
    {
        Statement stated = step.Stated ?? Nothing;
        if (ForeignWords.In(step) is { } foreign)
        {
            return Says(JudgementKind.NotKnown, [], foreign);
        }

        Advance advance = Advance.Of(_continuations, _possible, step.Call, stated, _open);
        if (advance.Fits.IsEmpty)
        {
            return Disagree(step.Call, stated, advance.Others);
        }

        Follow(advance.Fits.Select(branch => branch.After));
        ImmutableArray<Branch> known = advance.Fits.RemoveAll(branch => branch.Unknown is not null);
        return stated == Nothing ? Says(JudgementKind.NotStated, known)
            : known.IsEmpty ? Says(JudgementKind.NotKnown, known, advance.Fits[0].Unknown!)
            : Says(JudgementKind.Allowed, known);
    }

    private Judgement Disagree(Call call, Statement stated, ImmutableArray<Branch> others)
    {
        ImmutableArray<Possibility> before = _possible;
        Follow(new Aftermath(_continuations).Of(before, call, stated));
        string? doubt = _isPastBound
            ? PastBound
            : Doubt.About(before[0].State, call, stated, others, _unknowns);
        return doubt is null
            ? Says(JudgementKind.NotAllowed, others)
            : Says(JudgementKind.NotKnown, others, doubt);
    }

    private Judgement Says(JudgementKind kind, ImmutableArray<Branch> expected, string reason = "") =>
        new(kind, Few(expected), reason) { IsPastBound = _isPastBound };

    /// <summary>Goes on with these states: with each once, and with no more than the bound.</summary>
    private void Follow(IEnumerable<Possibility> possible)
    {
        Possibility[] distinct = [.. possible.DistinctBy(one => one.Digest).Take(MostStates + 1)];
        _isPastBound |= distinct.Length > MostStates;
        _possible = [.. distinct.Take(MostStates)];
    }

    /// <summary>A few different outcomes; an example is enough of those that a rule leaves open.</summary>
    private static ImmutableArray<Expectation> Few(ImmutableArray<Branch> continuations) =>
    [
        .. continuations.Select(branch => branch.Expected)
            .DistinctBy(expected => expected.Freedom.Length == 0 ? expected : expected with { Outcome = default })
            .Take(Judgement.MostExpected),
    ];
}
