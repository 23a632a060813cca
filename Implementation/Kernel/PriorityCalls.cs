using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>getpriority(2) and setpriority(2) of one process; 0 is the caller: kern_resource.c.</summary>
internal sealed class PriorityCalls(ProcessTable processes)
{
    public Outcome Get(Process caller, int pid) =>
        Find(caller, pid) is { } target
            ? Outcome.Returned(NiceValue.Reported(target.Nice))
            : Outcome.Failed(Errno.ESRCH);

    public Outcome Set(Process caller, int pid, int value)
    {
        if (Find(caller, pid) is not { } target)
        {
            return Outcome.Failed(Errno.ESRCH);
        }

        int nice = NiceValue.Clamp(value);
        Errno error = Check(caller, target, nice);
        if (error == Errno.None)
        {
            target.Nice = nice;
        }

        return Replies.Of(error);
    }

    private static Errno Check(Process caller, Process target, int nice) =>
        !MayChange(caller, target) ? Errno.EPERM
        : nice < target.Nice && !Privileges.Check(caller.Credentials, Privilege.RaisePriority) ? Errno.EACCES
        : Errno.None;

    /// <summary>donice: a real user of 0 will do, and so will a real user who is the target's effective one.</summary>
    private static bool MayChange(Process caller, Process target) =>
        caller.Credentials.Uid == target.Credentials.Uid || caller.Ids.RealUid == target.Credentials.Uid
        || Privileges.AllowsUser(caller.Ids.RealUid, caller.Credentials, Privilege.SetOthersPriority)
        || Privileges.Check(caller.Credentials, Privilege.SetOthersPriority);

    private Process? Find(Process caller, int pid) =>
        pid == 0 ? caller : processes.FindVisible(caller.Credentials, pid);
}
