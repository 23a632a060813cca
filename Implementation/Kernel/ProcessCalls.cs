using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>fork(2), setuid(2) and exit(2).</summary>
internal sealed class ProcessCalls(ProcessTable processes, FileTable files, Prisons prisons, int maxProcesses)
{
    public Outcome Fork(Process parent)
    {
        Credentials credentials = parent.Credentials;
        int limit = credentials.IsSuperuser ? maxProcesses : maxProcesses - 1;
        if (processes.Count >= limit)
        {
            return Outcome.Failed(Errno.EAGAIN);
        }

        Prisons.Hold(credentials.Prison);
        Process child = processes.Create(credentials);
        FileTable.Copy(parent.Descriptors, child.Descriptors);
        return Outcome.Returned(child.Pid);
    }

    public static Outcome SetUid(Process caller, int uid)
    {
        if (uid < 0)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (!caller.Credentials.IsSuperuser && uid != caller.Credentials.Uid)
        {
            return Outcome.Failed(Errno.EPERM);
        }

        caller.Credentials = caller.Credentials.WithUid(uid);
        return Outcome.Ok;
    }

    public Outcome Exit(Process process)
    {
        files.CloseAll(process.Descriptors);
        prisons.Release(process.Credentials.Prison);
        processes.Remove(process);
        return Outcome.Ok;
    }
}
