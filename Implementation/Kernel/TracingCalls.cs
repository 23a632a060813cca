using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>ptrace(2) and ktrace(2), of which only the question who may is kept.</summary>
internal sealed class TracingCalls(ProcessTable processes)
{
    public Outcome PTrace(Process caller, int pid)
    {
        Process? target = processes.FindVisible(caller.Credentials, pid);
        return ReferenceEquals(target, caller)
            ? Outcome.Failed(Errno.EINVAL)
            : Check(caller, target, Privilege.PTraceOthers);
    }

    public Outcome KTrace(Process caller, int pid) =>
        Check(caller, processes.FindVisible(caller.Credentials, pid), Privilege.KTraceOthers);

    private static Outcome Check(Process caller, Process? target, Privilege needed) => Replies.Of(
        target is null ? Errno.ESRCH
        : target.Credentials.Uid != caller.Credentials.Uid && !Privileges.Check(caller.Credentials, needed)
            ? Errno.EPERM
            : Errno.None);
}
