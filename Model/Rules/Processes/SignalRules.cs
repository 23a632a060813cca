using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>kill(2): who gets the signal; <see cref="SignalEffectRules"/> says what it does there.</summary>
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

    /// <summary>The target that means every process except the caller and process 1.</summary>
    private const int Everybody = -1;

    public static Verdict Kill(ref CallCheck check, Process caller, Call.Kill call)
    {
        if (call.Signal is < 0 or > SignalNumbers.Last)
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
                SignalEffectRules.Signalled(ref check, check.State, target.Pid, call.Signal),
                SignalEffectRules.RuleFor(target, call.Signal));
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
                    : SignalEffectRules.Signalled(ref check, state, target.Pid, signal);
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

        if (signal != SignalNumbers.Continue || target.Session != caller.Session)
        {
            return false;
        }

        check.Use(SignalContinues);
        return true;
    }
}
