using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// getpriority(2) and setpriority(2): kern_resource.c. They apply to the processes visible to the caller (J6, D15):
/// EINVAL for an unknown kind of target, ESRCH if no process matches.
/// </summary>
internal sealed class PriorityCalls(ProcessTable processes)
{
    /// <summary>Returns the lowest value among the targets.</summary>
    public Outcome Get(Process caller, PriorityOf which, int who)
    {
        Process? lowest = null;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (IsTarget(caller, process, which, who) && (lowest is null || process.Nice < lowest.Nice))
            {
                lowest = process;
            }
        }

        return lowest is not null ? Outcome.Returned(NiceValue.Reported(lowest.Nice)) : Outcome.Failed(NotFound(which));
    }

    /// <summary>
    /// Sets the value of each target separately; the result is that of the process with the lowest id.
    /// </summary>
    public Outcome Set(Process caller, PriorityOf which, int who, int value)
    {
        Errno? answer = null;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (IsTarget(caller, process, which, who))
            {
                Errno error = SetOne(caller, process, NiceValue.Clamp(value));
                answer ??= error;
            }
        }

        return Replies.Of(answer ?? NotFound(which));
    }

    private static Errno NotFound(PriorityOf which) =>
        which is PriorityOf.PRIO_PROCESS or PriorityOf.PRIO_PGRP or PriorityOf.PRIO_USER ? Errno.ESRCH : Errno.EINVAL;

    private static bool IsTarget(Process caller, Process process, PriorityOf which, int who)
    {
        if (!caller.Credentials.Sees(process.Credentials))
        {
            return false;
        }

        switch (which)
        {
            case PriorityOf.PRIO_PROCESS:
                return process.Pid == (who == 0 ? caller.Pid : who);
            case PriorityOf.PRIO_PGRP:
                return process.Group.Id == (who == 0 ? caller.Group.Id : who);
            case PriorityOf.PRIO_USER:
                return process.Credentials.Uid == (who == 0 ? caller.Credentials.Uid : who);
            default:
                return false;
        }
    }

    /// <summary>donice: EPERM, then EACCES if the value is lowered without privilege.</summary>
    private static Errno SetOne(Process caller, Process target, int nice)
    {
        Errno error = !MayChange(caller, target) ? Errno.EPERM
            : nice < target.Nice && !Privileges.Allows(caller.Credentials, Privilege.RaisePriority) ? Errno.EACCES
            : Errno.None;
        if (error == Errno.None)
        {
            target.Nice = nice;
        }

        return error;
    }

    /// <summary>
    /// Permitted for the superuser, by real id too, and if the caller's effective or real user is the target's
    /// effective user.
    /// </summary>
    private static bool MayChange(Process caller, Process target) =>
        caller.Credentials.Uid == target.Credentials.Uid || caller.Ids.RealUid == target.Credentials.Uid
        || Privileges.AllowsUser(caller.Ids.RealUid, caller.Credentials, Privilege.SetOthersPriority)
        || Privileges.Allows(caller.Credentials, Privilege.SetOthersPriority);
}
