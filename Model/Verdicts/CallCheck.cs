using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Verdicts;

/// <summary>
/// One observed call under check: the state before it, the outcome, and the rules used so far. Which sleeping calls the
/// outcome resumed is not checked here.
/// </summary>
/// <param name="state">The state before the call; if it was resumed, that in which it continues.</param>
/// <param name="seen">The observed outcome.</param>
/// <param name="slept">The sleep from which the call was resumed; null for a new call.</param>
internal ref struct CallCheck(State state, ref readonly Outcome seen, Sleep? slept = null)
{
    private readonly ref readonly Outcome _seen = ref seen;
    private RuleSet _rules;

    /// <summary>The state before the call.</summary>
    public readonly State State => state;

    /// <summary>The observed outcome.</summary>
    public readonly ref readonly Outcome Seen => ref _seen;

    /// <summary>True if the call has slept and continues.</summary>
    public readonly bool HasSlept => slept is not null;

    /// <summary>The bytes that the call had sent before it slept.</summary>
    public readonly int Sent => slept?.Sent ?? 0;

    /// <summary>True if the call had sent its control data before it slept.</summary>
    public readonly bool HasSentControl => slept is { HasSentControl: true };

    /// <summary>The control data that the call had received before it slept.</summary>
    public readonly Data TakenControl => slept?.TakenControl ?? default;

    /// <summary>The bytes that the call had received before it slept.</summary>
    public readonly Data Taken => slept?.Taken ?? default;

    /// <summary>Of poll and select that continue, when their time is over; null for never.</summary>
    public readonly long? WaitsUntil => slept?.End;

    /// <summary>Records that a rule was used.</summary>
    public void Use(Rule rule) => _rules.Add(rule);

    /// <summary>The call must fail and change nothing.</summary>
    public Verdict Fails(Errno error, Rule rule) => Fails(new Denial(error, rule), state);

    /// <summary>The call must fail and change nothing.</summary>
    public Verdict Fails(Denial why) => Fails(why, state);

    /// <summary>The call must fail; what it did before the error stays done.</summary>
    public Verdict Fails(Denial why, State next) => Must(Outcome.Failed(why.Error), next, why.Rule);

    /// <summary>The call must fail with the pending error of a socket, and clear it.</summary>
    /// <param name="socket">The socket, as it is otherwise.</param>
    /// <param name="next">The state.</param>
    /// <param name="rule">The rule that requires it.</param>
    public Verdict FailsWithPendingError(Socket socket, State next, Rule rule) => Must(
        Outcome.Failed(socket.PendingError), next.With(socket with { PendingError = Errno.None }), rule);

    /// <summary>The call must sleep, and change nothing.</summary>
    public Verdict Sleeps(Call.OnDescriptor call, Rule rule) =>
        Sleeps(new Sleep(call, 0), state, Outcome.Asleep, rule);

    /// <summary>The call must sleep.</summary>
    /// <param name="sleep">The call, and what it has done already.</param>
    /// <param name="next">The state, in which the caller does not sleep yet.</param>
    /// <param name="outcome">The outcome: what the call has caused before it sleeps.</param>
    /// <param name="rule">The rule that requires it.</param>
    public Verdict Sleeps(Sleep sleep, State next, in Outcome outcome, Rule rule) =>
        Must(in outcome, next.Asleep(sleep), rule);

    /// <summary>The call must have exactly this outcome.</summary>
    public Verdict Must(in Outcome outcome, State next, Rule rule)
    {
        _rules.Add(rule);
        bool isSeen = outcome.Reply == _seen.Reply
            && outcome.Sent == _seen.Sent && outcome.Receivers == _seen.Receivers;
        return isSeen ? Accept(next) : Reject(next, new Expectation(outcome, rule, ""));
    }

    /// <summary>The call must return 0 and change a process.</summary>
    public Verdict Changes(Process process, Rule rule) => Must(Outcome.Ok, state.With(process), rule);

    /// <summary>The call must return 0 and change the file systems.</summary>
    public Verdict Changes(FileTree tree, Rule rule) => Must(Outcome.Ok, state with { Tree = tree }, rule);

    /// <summary>The observed outcome is one of several allowed ones.</summary>
    public Verdict May(State next, Rule rule)
    {
        _rules.Add(rule);
        return Accept(next);
    }

    /// <summary>The observed outcome is none of the allowed ones.</summary>
    public Verdict MustNot(in Outcome example, Rule rule, string freedom)
    {
        _rules.Add(rule);
        return Reject(state, new Expectation(example, rule, freedom));
    }

    /// <summary>The same verdict with another state after the call.</summary>
    public readonly Verdict Then(State after, in Verdict verdict) => End(after, verdict.Expected);

    private readonly Verdict Accept(State next) => End(next, null);

    private readonly Verdict Reject(State next, Expectation expected) => End(next, expected);

    private readonly Verdict End(State next, Expectation? expected) =>
        new(state, next.Reclaimed(), in _rules, expected);
}

/// <summary>An error and the rule that requires it.</summary>
internal readonly record struct Denial(Errno Error, Rule Rule);
