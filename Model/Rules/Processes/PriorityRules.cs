using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>getpriority(2) and setpriority(2) of a process, a group, or a user (kern/kern_resource.c).</summary>
internal static class PriorityRules
{
    public static readonly Rule PriorityRead = new(
        "J6.priority-read", "getpriority returns the lowest nice value of the visible processes named, plus 20.",
        "kern/kern_resource.c:getpriority");
    public static readonly Rule PriorityOfNothing = new(
        "J6.priority-of-nothing",
        "getpriority and setpriority fail with EINVAL if the first argument names neither a process, a group "
        + "nor a user.",
        "kern/kern_resource.c:getpriority");
    public static readonly Rule PriorityDenied = new(
        "J6.priority-denied",
        "setpriority of a process whose effective user is not the caller's real or effective one fails with "
        + "EPERM for all but the superuser.",
        "kern/kern_resource.c:donice");
    public static readonly Rule PriorityRaiseDenied = new(
        "J4.priority-raise-denied", "setpriority to a lower nice value fails with EACCES for all but the superuser.",
        "kern/kern_resource.c:donice");
    public static readonly Rule PrioritySet = new(
        "J6.priority-set", "setpriority sets the nice value, clamped to -20 to 20.", "kern/kern_resource.c:donice");
    public static readonly Rule PriorityOfSeveral = new(
        "J6.priority-of-several",
        "setpriority of several processes changes each that it may, and returns the result for the one with "
        + "the lowest pid.",
        "kern/kern_resource.c:setpriority");

    /// <summary>PRIO_MAX; PRIO_MIN is its negative.</summary>
    private const int Most = 20;

    public static Verdict Get(ref CallCheck check, Process caller, Call.GetPriority call) =>
        TargetDenial(check.State, caller, call.Which, call.Target, out ImmutableArray<Process> meant) is { } denial
            ? check.Fails(denial)
            : check.Must(
                Outcome.Returned(meant.Min(process => process.Nice) + Most), check.State, PriorityRead);

    /// <summary>
    /// Each process is changed or not independently; the result is that of the lowest pid, which comes last.
    /// </summary>
    public static Verdict Set(ref CallCheck check, Process caller, Call.SetPriority call)
    {
        if (TargetDenial(check.State, caller, call.Which, call.Target, out ImmutableArray<Process> meant)
            is { } nobody)
        {
            return check.Fails(nobody);
        }

        int nice = Math.Clamp(call.Nice, -Most, Most);
        State next = check.State;
        Denial? last = null;
        foreach (Process target in meant.OrderByDescending(process => process.Pid))
        {
            last = NiceDenial(ref check, caller, target, nice);
            next = last is null ? next.With(target with { Nice = nice }) : next;
        }

        if (meant.Length > 1)
        {
            check.Use(PriorityOfSeveral);
        }

        return last is { } why
            ? check.Fails(why, next)
            : check.Must(Outcome.Ok, next, PrioritySet);
    }

    /// <summary>The denial if no visible process is named, or the processes by pid.</summary>
    private static Denial? TargetDenial(
        State state, Process caller, PriorityOf which, int who, out ImmutableArray<Process> meant)
    {
        Func<Process, bool> isMeant = which switch
        {
            PriorityOf.PRIO_PROCESS => process => process.Pid == (who == 0 ? caller.Pid : who),
            PriorityOf.PRIO_PGRP => process => process.ProcessGroup == (who == 0 ? caller.ProcessGroup : who),
            PriorityOf.PRIO_USER => process => process.Uid == (who == 0 ? caller.Uid : who),
            _ => _ => false,
        };
        Denial? nobody = VisibilityRules.TargetsDenial(state, caller, isMeant, out meant);
        return Enum.IsDefined(which) ? nobody : new Denial(Errno.EINVAL, PriorityOfNothing);
    }

    /// <summary>
    /// The denial for one process: the caller must be its effective user or the superuser, and the superuser for a
    /// lower value (donice).
    /// </summary>
    private static Denial? NiceDenial(ref CallCheck check, Process caller, Process target, int nice)
    {
        bool isUsers = caller.User.Real == 0 || caller.Uid == target.Uid || caller.User.Real == target.Uid;
        return !isUsers && !check.Grants(caller, Privilege.SetOthersPriority)
                ? new Denial(Errno.EPERM, PriorityDenied)
            : nice < target.Nice && !check.Grants(caller, Privilege.RaisePriority)
                ? new Denial(Errno.EACCES, PriorityRaiseDenied)
            : null;
    }
}
