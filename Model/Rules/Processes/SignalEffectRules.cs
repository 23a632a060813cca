using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>
/// sigaction(2), and what a signal does to a process: it terminates it as exit does, wakes it from a sleeping call if
/// it has a handler, or has no effect here (kern/kern_sig.c).
/// </summary>
internal static class SignalEffectRules
{
    public static readonly Rule SignalEnds = new(
        "J6.signal-ends", "A signal terminates its process as exit does.", "kern/kern_sig.c:sigexit");
    public static readonly Rule SignalHarmless = new(
        "J6.signal-harmless",
        "Signal 0, and signals that stop, continue or are ignored by default, terminate no process.",
        "kern/kern_sig.c:psignal");
    public static readonly Rule SignalIgnored = new(
        "R2.signal-ignored", "A signal that its process ignores has no effect.", "kern/kern_sig.c:psignal");
    public static readonly Rule SignalCaught = new(
        "R2.signal-caught",
        "A signal with a handler terminates no process; it wakes one that sleeps in a call.",
        "kern/kern_sig.c:psignal");
    public static readonly Rule SignalHeld = new(
        "J6.signal-held", "A signal to a traced process is held for its tracer.", "kern/kern_sig.c:issignal");
    public static readonly Rule SignalToFirst = new(
        "J6.signal-to-first", "A signal does not terminate process 1.", "kern/kern_sig.c:issignal");
    public static readonly Rule SignalWakesFirst = new(
        "R2.signal-wakes-first",
        "A signal that would terminate another process wakes process 1 from a sleeping call, which does not end by it.",
        "kern/kern_sig.c:issignal");
    public static readonly Rule SignalOfChild = new(
        "R2.signal-of-child", "The parent of a process that has ended gets SIGCHLD.", "kern/kern_exit.c:exit1");
    public static readonly Rule SignalOfPipe = new(
        "R2.signal-of-pipe", "A process whose sending fails with EPIPE gets SIGPIPE.", "kern/uipc_syscalls.c:sendit");
    public static readonly Rule ActionBad = new(
        "R2.action-bad", "sigaction with a signal below 1 or above 128 fails with EINVAL.",
        "kern/kern_sig.c:do_sigaction");
    public static readonly Rule ActionFixed = new(
        "R2.action-fixed", "sigaction of SIGKILL or SIGSTOP to anything but SIG_DFL fails with EINVAL.",
        "kern/kern_sig.c:do_sigaction");
    public static readonly Rule ActionSet = new(
        "R2.action", "sigaction sets what a signal does to the caller; a child inherits it.",
        "kern/kern_sig.c:do_sigaction");

    public static Verdict SetAction(ref CallCheck check, Process caller, Call.SigAction call)
    {
        if (call.Signal is < 1 or > SignalNumbers.Last)
        {
            return check.Fails(Errno.EINVAL, ActionBad);
        }

        if (call.Signal is SignalNumbers.Kill or SignalNumbers.Stop && call.Action != SignalAction.SIG_DFL)
        {
            return check.Fails(Errno.EINVAL, ActionFixed);
        }

        // To ignore a signal that does nothing by default changes nothing.
        bool isDefault = call.Action == SignalAction.SIG_IGN && SignalNumbers.Harmless.Contains(call.Signal);
        SignalAction action = isDefault ? SignalAction.SIG_DFL : call.Action;
        return check.Changes(
            caller with { Actions = caller.Actions.With(call.Signal, action, call.Restarts) }, ActionSet);
    }

    /// <summary>The rule for a signal to a process, whether it sleeps or not.</summary>
    public static Rule RuleFor(Process target, int signal) =>
        signal == 0 ? SignalHarmless
        : target.Actions[signal] switch
        {
            SignalAction.Handler => SignalCaught,
            SignalAction.SIG_IGN => SignalIgnored,
            _ => SignalNumbers.Harmless.Contains(signal) ? SignalHarmless : SignalEnds,
        };

    /// <summary>The state after a process has got a signal (kern/kern_sig.c:psignal).</summary>
    public static State Signalled(ref CallCheck check, State state, int pid, int signal)
    {
        Process target = state.FindProcess(pid)!;
        Rule rule = RuleFor(target, signal);
        if (rule == SignalHarmless || rule == SignalIgnored)
        {
            return signal == SignalNumbers.Continue ? WithoutStops(state, target) : state;
        }

        if (target.IsTraced)
        {
            // It is stopped, and the signal is held for its tracer (psignal).
            check.Use(SignalHeld);
            return state;
        }

        if (rule == SignalCaught)
        {
            check.Use(SignalCaught);
            return target.Sleep is { } sleep ? Caught(state, target, sleep, signal) : state;
        }

        return pid == 1 ? Survives(ref check, state, target, signal) : ProcessRules.Ended(ref check, state, pid);
    }

    /// <summary>The state after the parent of a process that has ended has got SIGCHLD.</summary>
    public static State ParentSignalled(ref CallCheck check, State state, int parent)
    {
        if (state.FindProcess(parent) is not { } process
            || process.Actions[SignalNumbers.Child] != SignalAction.Handler)
        {
            return state;
        }

        check.Use(SignalOfChild);
        return Signalled(ref check, state, parent, SignalNumbers.Child);
    }

    /// <summary>
    /// The verdict on a call that sends, after which SIGPIPE may end the caller; the reply is EPIPE all the same.
    /// </summary>
    public static Verdict SenderSignalled(ref CallCheck check, int pid, in Verdict sent)
    {
        Errno error = sent.Accepted ? check.Seen.Error : sent.Expected.Outcome.Error;
        if (error != Errno.EPIPE)
        {
            return sent;
        }

        check.Use(SignalOfPipe);
        return check.Then(Signalled(ref check, sent.After, pid, SignalNumbers.Pipe), in sent);
    }

    /// <summary>
    /// The handler runs, and the call ends or is made again, when the process continues. A stop signal and SIGCONT
    /// cancel each other.
    /// </summary>
    private static State Caught(State state, Process target, Sleep sleep, int signal)
    {
        UInt128 signals = SignalNumbers.Stopping.Contains(signal)
                ? sleep.Signals & ~Dispositions.BitOf(SignalNumbers.Continue)
            : signal == SignalNumbers.Continue ? Without(sleep.Signals)
            : sleep.Signals;
        target = target with { Sleep = sleep with { Signals = signals | Dispositions.BitOf(signal) } };
        return state.With(target).Wake(target, SleepPhase.Interrupted);
    }

    private static State WithoutStops(State state, Process target) =>
        target.Sleep is { } sleep && !target.IsTraced && Without(sleep.Signals) != sleep.Signals
            ? state.With(target with { Sleep = sleep with { Signals = Without(sleep.Signals) } })
            : state;

    private static UInt128 Without(UInt128 signals)
    {
        foreach (int stop in SignalNumbers.Stopping)
        {
            signals &= ~Dispositions.BitOf(stop);
        }

        return signals;
    }

    /// <summary>
    /// Process 1 ignores default actions (issignal), but a terminating signal resets its nice value and wakes it
    /// (psignal).
    /// </summary>
    private static State Survives(ref CallCheck check, State state, Process first, int signal)
    {
        check.Use(SignalToFirst);
        if (signal <= SignalNumbers.LastNamed && first.Nice > 0)
        {
            first = first with { Nice = 0 };
            state = state.With(first);
        }

        if (first.Sleep is null)
        {
            return state;
        }

        check.Use(SignalWakesFirst);
        return state.Wake(first, SleepPhase.Interrupted);
    }
}
