using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Verdicts;

/// <summary>One observed call under check: the state before it, the outcome, and the rules used so far.</summary>
internal ref struct CallCheck(State state, ref readonly Outcome seen)
{
    private readonly ref readonly Outcome _seen = ref seen;
    private RuleSet _rules;

    /// <summary>The state before the call.</summary>
    public readonly State State => state;

    /// <summary>The observed outcome.</summary>
    public readonly ref readonly Outcome Seen => ref _seen;

    /// <summary>Records that a rule was used.</summary>
    public void Use(Rule rule) => _rules.Add(rule);

    /// <summary>The call must fail and change nothing.</summary>
    public Verdict Fails(Errno error, Rule rule) => Fails(new Denial(error, rule), state);

    /// <summary>The call must fail and change nothing.</summary>
    public Verdict Fails(Denial why) => Fails(why, state);

    /// <summary>The call must fail; what it did before the error stays done.</summary>
    public Verdict Fails(Denial why, State next) => Must(Outcome.Failed(why.Error), next, why.Rule);

    /// <summary>The call must have exactly this outcome.</summary>
    public Verdict Must(in Outcome outcome, State next, Rule rule)
    {
        _rules.Add(rule);
        return outcome == _seen ? Accept(next) : Reject(new Expectation(outcome, rule, ""));
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
        return Reject(new Expectation(example, rule, freedom));
    }

    private readonly Verdict Accept(State next) => new(true, next.Reclaimed(), _rules, default);

    private readonly Verdict Reject(Expectation expected) => new(false, state, _rules, expected);
}

/// <summary>An error and the rule that requires it.</summary>
internal readonly record struct Denial(Errno Error, Rule Rule);
