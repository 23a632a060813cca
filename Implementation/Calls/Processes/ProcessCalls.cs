using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>fork(2) and exit(2).</summary>
internal sealed class ProcessCalls(
    ProcessTable processes,
    FileTable files,
    ProcessDirectories processDirectories,
    Procfs procfs,
    Prisons prisons,
    int maxProcesses)
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

    /// <summary>The kernel panics if process 1 exits.</summary>
    public Outcome Exit(Process caller)
    {
        if (caller.Pid == ProcessTable.InitPid)
        {
            return Outcome.Panic;
        }

        End(caller);
        return Outcome.Ok;
    }

    /// <summary>Ends a process that exits or is killed by a signal: exit1 of kern_exit.c.</summary>
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
    /// Kills the processes that the ended process traced, because nothing would resume them. Process 1 survives, and so
    /// do processes outside the prison that the tracer had entered (G4, D29).
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
