using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model;

/// <summary>kill(2): a signal either ends its process, as exit does, or does nothing here.</summary>
internal static class SignalRules
{
    private const int LastSignal = 31;

    /// <summary>The target that stands for every process but the caller and process 1.</summary>
    private const int Everybody = -1;

    /// <summary>None at all, URG, STOP, TSTP, CONT, CHLD, TTIN, TTOU, IO, WINCH, INFO: nobody ends of them.</summary>
    private static readonly ImmutableArray<int> Harmless = [0, 16, 17, 18, 19, 20, 21, 22, 23, 28, 29];

    public static Verdict Kill(ref Hearing hearing, Process caller, Call.Kill call) =>
        call.Signal is < 0 or > LastSignal ? hearing.Fails(Errno.EINVAL, Rule.SignalBad)
        : call.Target == Everybody ? KillAll(ref hearing, caller, call.Signal)
        : call.Target <= 0 ? hearing.Fails(Errno.ESRCH, Rule.SignalNoGroups)
        : KillOne(ref hearing, caller, call);

    private static Verdict KillOne(ref Hearing hearing, Process caller, Call.Kill call)
    {
        if (Visibility.WhyNone(hearing.State, caller, call.Target, out Process target) is { } denial)
        {
            return hearing.Fails(denial);
        }

        return Visibility.MayInterfere(ref hearing, caller, target)
            ? hearing.Must(
                Outcome.Ok, Signalled(ref hearing, hearing.State, target.Pid, call.Signal), RuleFor(call.Signal))
            : hearing.Fails(Errno.EPERM, Rule.SignalDenied);
    }

    private static Verdict KillAll(ref Hearing hearing, Process caller, int signal)
    {
        State state = hearing.State;
        bool any = false;
        foreach (Process target in hearing.State.Processes)
        {
            if (target.Pid != 1 && target.Pid != caller.Pid && caller.Sees(target)
                && Visibility.MayInterfere(ref hearing, caller, target))
            {
                any = true;
                state = Signalled(ref hearing, state, target.Pid, signal);
            }
        }

        return any
            ? hearing.Must(Outcome.Ok, state, Rule.SignalAll)
            : hearing.Fails(Errno.ESRCH, Rule.SignalAllNobody);
    }

    private static State Signalled(ref Hearing hearing, State state, int pid, int signal) =>
        Harmless.Contains(signal) || IsHeld(ref hearing, state, pid)
            ? state
            : ProcessRules.Ended(ref hearing, state, pid);

    /// <summary>A traced process is stopped, and its signals wait for its tracer (kern/kern_sig.c:psignal).</summary>
    private static bool IsHeld(ref Hearing hearing, State state, int pid)
    {
        if (state.FindProcess(pid) is not { IsTraced: true })
        {
            return false;
        }

        hearing.Use(Rule.SignalHeld);
        return true;
    }

    private static Rule RuleFor(int signal) => Harmless.Contains(signal) ? Rule.SignalHarmless : Rule.SignalEnds;
}
