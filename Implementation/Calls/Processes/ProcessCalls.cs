using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;

namespace Verify.Implementation.Calls.Processes;

/// <summary>fork(2) and exit(2).</summary>
internal sealed class ProcessCalls(
    ProcessTable processes,
    FileTable files,
    ProcessDirectories processDirectories,
    Procfs procfs,
    Prisons prisons,
    Scheduler scheduler,
    SignalPosting signals,
    int maxProcesses)
{
    private const string NoInit = "Going nowhere without my init!";

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
            return Outcome.Panic(NoInit);
        }

        End(caller);
        return Outcome.Ok;
    }

    /// <summary>
    /// Ends a process that exits or is killed by a signal, also in a sleeping call: exit1 of kern_exit.c. Its parent
    /// gets SIGCHLD when its descriptors are closed, and before the processes end that it has traced.
    /// </summary>
    public void End(Process process)
    {
        Credentials credentials = process.Credentials;
        scheduler.Forget(process);
        process.DisownAll();
        files.CloseAll(process.Descriptors);
        processDirectories.Leave(process);
        prisons.Release(process.Credentials.Prison);
        (int pid, int parent) = (process.Pid, process.ParentPid);
        processes.Remove(process);
        procfs.Forget(pid);
        FreeTracedBy(pid, credentials);
        if (processes.Find(parent) is { } informed)
        {
            signals.Post(informed, Signals.Child);
        }

        EndTracedBy(pid);
    }

    /// <summary>
    /// Of the processes that the ended process traced, process 1 survives, and so do those outside the prison that the
    /// tracer had entered (G4, D29). They are its parent, maybe, and no longer traced when they hear of its end.
    /// </summary>
    private void FreeTracedBy(int tracer, in Credentials ended)
    {
        for (Process? traced = processes.First; traced is not null; traced = traced.Next)
        {
            if (traced.Tracer == tracer
                && (traced.Pid == ProcessTable.InitPid || !ended.Sees(traced.Credentials)))
            {
                traced.Tracer = 0;
            }
        }
    }

    /// <summary>Kills the others, because nothing would resume them.</summary>
    private void EndTracedBy(int tracer)
    {
        while (processes.FindTracedBy(tracer) is { } traced)
        {
            traced.Tracer = 0;
            End(traced);
        }
    }
}
