using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// ptrace(2), which attaches: sys_process.c. ktrace(2), of which only the question who may is kept: kern_ktrace.c.
/// </summary>
internal sealed class TracingCalls(ProcessTable processes)
{
    /// <summary>ESRCH, EINVAL for oneself, EBUSY where the target is traced already, EPERM.</summary>
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

    /// <summary>ESRCH, EPERM. Of a group, named by a negative number, one that the caller may trace will do.</summary>
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

    /// <summary>A process that has changed its ids may know what its new user should not.</summary>
    private static bool MayAttach(Process caller, Process target) =>
        (caller.Ids.RealUid == target.Ids.RealUid && !target.HasChangedIds)
        || Privileges.Allows(caller.Credentials, Privilege.PTraceOthers);

    /// <summary>
    /// ktrcanset: the same user and group, which the target has no others to go back to. What the superuser has begun is
    /// the superuser's.
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
