using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>
/// kill(2): a signal either terminates its process, as exit does, or has no effect here (kern/kern_sig.c).
/// </summary>
internal static class SignalRules
{
    public static readonly Rule SignalBad = new(
        "J6.signal-bad", "kill with a signal below 0 or above 128 fails with EINVAL, whatever the target.",
        "kern/kern_sig.c:kill");
    public static readonly Rule SignalDenied = new(
        "J6.signal-denied",
        "kill of a process that shares no real or effective user id with the caller fails with EPERM for all "
        + "but the superuser.",
        "kern/kern_sig.c:CANSIGNAL");
    public static readonly Rule SignalEnds = new(
        "J6.signal-ends", "A signal terminates its process as exit does.", "kern/kern_sig.c:sigexit");
    public static readonly Rule SignalHarmless = new(
        "J6.signal-harmless",
        "Signal 0, and signals that stop, continue or are ignored by default, terminate no process.",
        "kern/kern_sig.c:psignal");
    public static readonly Rule SignalHeld = new(
        "J6.signal-held", "A signal to a traced process is held for its tracer.", "kern/kern_sig.c:issignal");
    public static readonly Rule SignalToFirst = new(
        "J6.signal-to-first", "A signal does not terminate process 1.", "kern/kern_sig.c:issignal");
    public static readonly Rule SignalContinues = new(
        "J6.signal-continues", "SIGCONT may be sent to any process of the caller's session.",
        "kern/kern_sig.c:CANSIGNAL");
    public static readonly Rule SignalAll = new(
        "J6.signal-all", "kill of -1 signals every process that the caller may signal, except itself and process 1.",
        "kern/kern_sig.c:killpg1");
    public static readonly Rule SignalGroup = new(
        "J6.signal-group",
        "kill of 0, or of a target below -1, signals every process of the group that the caller may signal, "
        + "except process 1.",
        "kern/kern_sig.c:killpg1");
    public static readonly Rule SignalNobody = new(
        "J6.signal-nobody",
        "kill of a group, or of -1, fails with ESRCH if the caller may signal none of the processes.",
        "kern/kern_sig.c:killpg1");

    /// <summary>_SIG_MAXSIG.</summary>
    private const int LastSignal = 128;

    /// <summary>The last signal with a name and properties.</summary>
    private const int LastNamed = 31;

    private const int Continue = 19;

    /// <summary>The target that means every process except the caller and process 1.</summary>
    private const int Everybody = -1;

    /// <summary>0, URG, STOP, TSTP, CONT, CHLD, TTIN, TTOU, IO, WINCH, INFO: they terminate no process.</summary>
    private static readonly ImmutableArray<int> Harmless = [0, 16, 17, 18, 19, 20, 21, 22, 23, 28, 29];

    public static Verdict Kill(ref CallCheck check, Process caller, Call.Kill call)
    {
        if (call.Signal is < 0 or > LastSignal)
        {
            return check.Fails(Errno.EINVAL, SignalBad);
        }

        // The lowest target has no group: its negation overflows.
        int group = call.Target == 0 ? caller.ProcessGroup : unchecked(-call.Target);
        return call.Target > 0 ? KillOne(ref check, caller, call)
            : call.Target == Everybody
                ? KillMany(
                    ref check, caller, process => process.Pid != caller.Pid, call.Signal, SignalAll)
            : KillMany(
                ref check, caller, process => process.ProcessGroup == group, call.Signal, SignalGroup);
    }

    private static Verdict KillOne(ref CallCheck check, Process caller, Call.Kill call)
    {
        Denial? denial =
            VisibilityRules.TargetDenial(check.State, caller, call.Target, out Process target) is { } nobody ? nobody
            : !MaySignal(ref check, caller, target, call.Signal) ? new Denial(Errno.EPERM, SignalDenied)
            : null;
        return denial is { } why
            ? check.Fails(why)
            : check.Must(
                Outcome.Ok,
                Signalled(ref check, check.State, target.Pid, call.Signal),
                Harmless.Contains(call.Signal) ? SignalHarmless : SignalEnds);
    }

    /// <summary>
    /// Processes that the caller may not signal are skipped, and so is process 1; at least one must be left (killpg1).
    /// </summary>
    private static Verdict KillMany(
        ref CallCheck check, Process caller, Func<Process, bool> isMeant, int signal, Rule rule)
    {
        State state = check.State;
        bool any = false;
        foreach (Process target in check.State.Processes)
        {
            if (target.Pid != 1 && isMeant(target) && caller.Sees(target)
                && MaySignal(ref check, caller, target, signal))
            {
                any = true;
                state = state.FindProcess(target.Pid) is null
                    ? state
                    : Signalled(ref check, state, target.Pid, signal);
            }
        }

        return any
            ? check.Must(Outcome.Ok, state, rule)
            : check.Fails(Errno.ESRCH, SignalNobody);
    }

    /// <summary>SIGCONT may be sent to any process of the caller's session (CANSIGNAL).</summary>
    private static bool MaySignal(ref CallCheck check, Process caller, Process target, int signal)
    {
        if (VisibilityRules.MayInterfere(ref check, caller, target))
        {
            return true;
        }

        if (signal != Continue || target.Session != caller.Session)
        {
            return false;
        }

        check.Use(SignalContinues);
        return true;
    }

    private static State Signalled(ref CallCheck check, State state, int pid, int signal)
    {
        Process target = state.FindProcess(pid)!;
        if (Harmless.Contains(signal))
        {
            return state;
        }

        if (target.IsTraced)
        {
            // It is stopped, and the signal is held for its tracer (psignal).
            check.Use(SignalHeld);
            return state;
        }

        if (pid != 1)
        {
            return ProcessRules.Ended(ref check, state, pid);
        }

        // Process 1 ignores default actions (issignal), but a terminating signal resets its nice value (psignal).
        check.Use(SignalToFirst);
        return signal <= LastNamed && target.Nice > 0 ? state.With(target with { Nice = 0 }) : state;
    }
}
