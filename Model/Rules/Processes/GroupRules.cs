using Verify.Abi;

namespace Verify.Model;

/// <summary>Process groups and sessions, each call with its errors in the order in which they win (kern/kern_prot.c).</summary>
internal static class GroupRules
{
    /// <summary>setpgid(2), kern/kern_proc.c:inferior, enterpgrp.</summary>
    public static Verdict SetPGid(ref Hearing hearing, Process caller, Call.SetPGid call)
    {
        State state = hearing.State;
        bool isOwn = call.Target == 0 || call.Target == caller.Pid;
        Process? target = isOwn ? caller : Visibility.Find(state, caller, call.Target);
        int group = call.Group == 0 ? target?.Pid ?? 0 : call.Group;
        Denial? denial =
            call.Group < 0 ? new Denial(Errno.EINVAL, Rule.GroupNegative)
            : target is null || !IsDescendant(state, target, caller) ? new Denial(Errno.ESRCH, Rule.GroupOfStranger)
            : target.Session != caller.Session ? new Denial(Errno.EPERM, Rule.GroupOfOtherSession)
            : target.Pid == target.Session ? new Denial(Errno.EPERM, Rule.GroupOfLeader)
            : group != target.Pid && !IsThere(state, caller, group)
                ? new Denial(Errno.EPERM, Rule.GroupElsewhere)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Must(
                Outcome.Ok,
                SignalOwnerRules.WithoutStrangers(ref hearing, state.With(target! with { ProcessGroup = group })),
                Rule.GroupSet);
    }

    /// <summary>setsid(2): neither may the caller lead its group nor another process be in one with its id.</summary>
    public static Verdict SetSid(ref Hearing hearing, Process caller) =>
        hearing.State.Processes.Any(process => process.ProcessGroup == caller.Pid)
            ? hearing.Fails(Errno.EPERM, Rule.SessionOfGroupLeader)
            : hearing.Must(
                Outcome.Returned(caller.Pid),
                SignalOwnerRules.WithoutStrangers(
                    ref hearing, hearing.State.With(caller with { ProcessGroup = caller.Pid, Session = caller.Pid })),
                Rule.SessionMade);

    public static Verdict GetPGrp(ref Hearing hearing, Process caller) =>
        hearing.Must(Outcome.Returned(caller.ProcessGroup), hearing.State, Rule.GroupRead);

    public static Verdict GetPGid(ref Hearing hearing, Process caller, int pid) =>
        Visibility.WhyNoneOrSelf(hearing.State, caller, pid, out Process target) is { } denial
            ? hearing.Fails(denial)
            : hearing.Must(Outcome.Returned(target.ProcessGroup), hearing.State, Rule.GroupRead);

    /// <summary>getsid(2), which knows nobody but the caller: it compares where it means to assign.</summary>
    public static Verdict GetSid(ref Hearing hearing, Process caller, int pid) =>
        pid != 0 && pid != caller.Pid
            ? hearing.Fails(Errno.ESRCH, Rule.SessionOfOther)
            : hearing.Must(Outcome.Returned(caller.Session), hearing.State, Rule.SessionRead);

    /// <summary>True for the caller and those that come of it, by parents, who may have become that by tracing.</summary>
    private static bool IsDescendant(State state, Process process, Process caller)
    {
        HashSet<int> met = [];
        while (process.Pid != caller.Pid)
        {
            if (!met.Add(process.Pid) || state.FindProcess(process.Parent) is not { } parent)
            {
                return false;
            }

            process = parent;
        }

        return true;
    }

    /// <summary>True for a group of the caller's session in which it sees a process.</summary>
    private static bool IsThere(State state, Process caller, int group) =>
        state.Processes.Any(process =>
            process.ProcessGroup == group && process.Session == caller.Session && caller.Sees(process));
}
