using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Processes;

/// <summary>All processes, hashed by id and listed in the order of their ids.</summary>
internal sealed class ProcessTable
{
    /// <summary>The first process: it adopts orphans, and broadcasts of signals pass it by.</summary>
    public const int InitPid = 1;

    /// <summary>PID_MAX: no process has this id or a higher one.</summary>
    private const int PidLimit = 99999;

    /// <summary>Where ids start again: daemons, which seldom exit, have those under it.</summary>
    private const int FirstPidAgain = 100;

    private const int Buckets = 16;

    private readonly IntrusiveList<Process, Process.InPidHash>[] _pidHash =
        new IntrusiveList<Process, Process.InPidHash>[Buckets];

    private readonly Process _first = new();
    private IntrusiveQueue<Process, Process.InOrder> _inOrder;
    private int _lastPid;

    /// <summary>
    /// Makes process 1, which leads a session. Like BSD's proc0 it is part of the kernel rather than of the zone.
    /// </summary>
    /// <param name="lastPid">The id after which those of its children come.</param>
    public ProcessTable(int lastPid = InitPid)
    {
        Insert(_first);
        Groups.CreateSession(_first);
        _lastPid = lastPid;
    }

    public ProcessGroups Groups { get; } = new();

    public Zone<Process> Zone { get; } = new("process");

    public int Count { get; private set; }

    /// <summary>The process with the lowest id, which is process 1.</summary>
    public Process? First => _inOrder.First;

    public Process? Find(int pid)
    {
        Process? process = Bucket(pid).First;
        while (process is not null && process.Pid != pid)
        {
            process = Process.InPidHash.Of(process).Next;
        }

        return process;
    }

    /// <summary>The process, where one that asks sees it (J6); null is ESRCH.</summary>
    public Process? FindVisible(in Credentials viewer, int pid) =>
        Find(pid) is { } process && viewer.Sees(process.Credentials) ? process : null;

    /// <summary>The process with the lowest id of those that one traces.</summary>
    public Process? FindTracedBy(int tracer)
    {
        Process? process = First;
        while (process is not null && process.Tracer != tracer)
        {
            process = process.Next;
        }

        return process;
    }

    /// <summary>The process with the lowest id of those that a signal waits for.</summary>
    public Process? FindSignalled()
    {
        Process? process = First;
        while (process is not null && !process.IsSignalled)
        {
            process = process.Next;
        }

        return process;
    }

    /// <summary>The process group, where one that asks sees somebody in it (J6).</summary>
    public ProcessGroup? FindVisibleGroup(in Credentials viewer, int id)
    {
        Process? process = First;
        while (process is not null && (process.Group.Id != id || !viewer.Sees(process.Credentials)))
        {
            process = process.Next;
        }

        return process?.Group;
    }

    /// <summary>A child as its parent is, but without descriptors and nowhere yet.</summary>
    public Process Create(Process parent)
    {
        Process process = Zone.Allocate()!;
        process.InheritFrom(parent);
        Insert(process);
        ProcessGroups.Join(process, parent.Group);
        return process;
    }

    /// <summary>Takes a process that has given back all it had out of the lists.</summary>
    public void Remove(Process process)
    {
        Groups.Forget(process);
        Bucket(process.Pid).Remove(process);
        _inOrder.Remove(process);
        Count--;
        Reparent(process.Pid);
        Zone.Free(process);
    }

    /// <summary>True for the process that is part of the kernel.</summary>
    public bool IsStatic(Process process) => ReferenceEquals(process, _first);

    /// <summary>True where the process is properly in the list and in its chain.</summary>
    public bool Holds(Process process) => _inOrder.Holds(process) && Bucket(process.Pid).Holds(process);

    /// <summary>Process 1 adopts the children of one that ended.</summary>
    private void Reparent(int ended)
    {
        for (Process? process = First; process is not null; process = process.Next)
        {
            if (process.ParentPid == ended)
            {
                process.ParentPid = InitPid;
            }
        }
    }

    private void Insert(Process process)
    {
        process.Pid = NextPid();
        Bucket(process.Pid).InsertHead(process);
        _inOrder.InsertAfter(Below(process.Pid), process);
        Count++;
    }

    private ref IntrusiveList<Process, Process.InPidHash> Bucket(int pid) => ref _pidHash[pid & (Buckets - 1)];

    /// <summary>The id after the one given last that no process, group or session has: fork1 of kern_fork.c.</summary>
    private int NextPid()
    {
        do
        {
            _lastPid = _lastPid + 1 < PidLimit ? _lastPid + 1 : FirstPidAgain;
        }
        while (Find(_lastPid) is not null || Groups.IsIdInUse(_lastPid));

        return _lastPid;
    }

    /// <summary>The process with the highest id under this one: almost always the last.</summary>
    private Process? Below(int pid)
    {
        Process? process = _inOrder.Last;
        while (process is not null && process.Pid > pid)
        {
            process = Process.InOrder.Of(process).Previous;
        }

        return process;
    }
}
