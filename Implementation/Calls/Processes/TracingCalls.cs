using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// ptrace(2) to attach: sys_process.c. ktrace(2), of which only the permission check is modelled: kern_ktrace.c.
/// </summary>
internal sealed class TracingCalls(ProcessTable processes)
{
    /// <summary>ESRCH, EINVAL for the caller itself, EBUSY if the target is traced already, EPERM.</summary>
    public Outcome PTrace(Process caller, int pid)
    {
        Process? target = processes.FindVisible(caller.Credentials, pid);
        Errno error = target is null ? Errno.ESRCH
            : ReferenceEquals(target, caller) ? Errno.EINVAL
            : target.Tracer != 0 ? Errno.EBUSY
            : !MayAttach(caller, target) ? Errno.EPERM
            : Errno.None;
        if (error == Errno.None)
        {
            target!.Tracer = caller.Pid;
            target.ParentPid = caller.Pid;
        }

        return Replies.Of(error);
    }

    /// <summary>
    /// ESRCH, EPERM. A negative number is a group, in which one process that the caller may trace is enough.
    /// </summary>
    public Outcome KTrace(Process caller, int target)
    {
        Errno error = Errno.ESRCH;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            bool isTarget = target < 0 ? process.Group.Id == -target : process.Pid == target;
            if (isTarget && caller.Credentials.Sees(process.Credentials))
            {
                bool isRecorded = MayRecord(caller, process);
                process.IsRecordedByRoot |= Privileges.Allows(caller.Credentials, Privilege.KTraceOthers);
                error = isRecorded || error == Errno.None ? Errno.None : Errno.EPERM;
            }
        }

        return Replies.Of(error);
    }

    /// <summary>A process that has changed its ids may hold data that its new user must not see.</summary>
    private static bool MayAttach(Process caller, Process target) =>
        (caller.Ids.RealUid == target.Ids.RealUid && !target.HasChangedIds)
        || Privileges.Allows(caller.Credentials, Privilege.PTraceOthers);

    /// <summary>
    /// ktrcanset: the user and group must be the same, and the target's real and saved ids must agree. Tracing started
    /// by the superuser may only be changed by the superuser.
    /// </summary>
    private static bool MayRecord(Process caller, Process target)
    {
        ProcessIds ids = target.Ids;
        bool isSame = caller.Credentials.Uid == ids.RealUid && ids.RealUid == ids.SavedUid
            && caller.Ids.RealGid == ids.RealGid && ids.RealGid == ids.SavedGid
            && !target.IsRecordedByRoot;
        return isSame || Privileges.Allows(caller.Credentials, Privilege.KTraceOthers);
    }
}
