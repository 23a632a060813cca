using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>fork(2) and exit(2).</summary>
internal sealed class ProcessCalls(
    ProcessTable processes, FileTable files, ProcessDirectories processDirectories, Procfs procfs, Prisons prisons, int maxProcesses)
{
    public Outcome Fork(Process parent)
    {
        Credentials credentials = parent.Credentials;
        bool mayBeLast = Privileges.AllowsUser(parent.Ids.RealUid, credentials, Privilege.LastProcess);
        int limit = mayBeLast ? maxProcesses : maxProcesses - 1;
        if (processes.Count >= limit)
        {
            return Outcome.Failed(Errno.EAGAIN);
        }

        Prisons.Hold(credentials.Prison);
        Process child = processes.Create(parent);
        ProcessDirectories.Share(parent, child);
        FileTable.Copy(parent.Descriptors, child.Descriptors);
        return Outcome.Returned(child.Pid);
    }

    /// <summary>Without process 1 the kernel cannot go on.</summary>
    public Outcome Exit(Process caller)
    {
        if (caller.Pid == ProcessTable.InitPid)
        {
            return Outcome.Panic;
        }

        End(caller);
        return Outcome.Ok;
    }

    /// <summary>Ends a process, by its own will or by a signal: exit1 of kern_exit.c.</summary>
    public void End(Process process)
    {
        Credentials credentials = process.Credentials;
        process.DisownAll();
        files.CloseAll(process.Descriptors);
        processDirectories.Leave(process);
        prisons.Release(process.Credentials.Prison);
        int pid = process.Pid;
        processes.Remove(process);
        procfs.Forget(pid);
        EndTracedBy(pid, credentials);
    }

    /// <summary>
    /// A process whose tracer ends is killed, since nothing else would let it go on. Process 1 goes on, and so does what is
    /// outside the prison that the tracer entered (G4, D29).
    /// </summary>
    private void EndTracedBy(int tracer, in Credentials ended)
    {
        while (processes.FindTracedBy(tracer) is { } traced)
        {
            traced.Tracer = 0;
            if (traced.Pid != ProcessTable.InitPid && ended.Sees(traced.Credentials))
            {
                End(traced);
            }
        }
    }
}
