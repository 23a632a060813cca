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
        Errno error = Check(caller.Credentials, target, nice);
        if (error == Errno.None)
        {
            target.Nice = nice;
        }

        return Replies.Of(error);
    }

    private static Errno Check(in Credentials caller, Process target, int nice) =>
        caller.Uid != target.Credentials.Uid && !Privileges.Check(caller, Privilege.SetOthersPriority) ? Errno.EPERM
        : nice < target.Nice && !Privileges.Check(caller, Privilege.RaisePriority) ? Errno.EACCES
        : Errno.None;

    private Process? Find(Process caller, int pid) =>
        pid == 0 ? caller : processes.FindVisible(caller.Credentials, pid);
}
