using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Processes;

/// <summary>All processes, hashed by id and in a list ordered by id.</summary>
internal sealed class ProcessTable
{
    /// <summary>Process 1, which adopts orphans and is skipped by broadcast signals.</summary>
    public const int InitPid = 1;

    /// <summary>PID_MAX: ids are lower than this.</summary>
    private const int PidLimit = 99999;

    /// <summary>
    /// Where allocation restarts after the highest id; lower ids belong to daemons, which seldom exit.
    /// </summary>
    private const int FirstPidAgain = 100;

    private const int Buckets = 16;

    private readonly IntrusiveList<Process, Process.InPidHash>[] _pidHash =
        new IntrusiveList<Process, Process.InPidHash>[Buckets];

    private readonly Process _first = new();
    private IntrusiveQueue<Process, Process.InOrder> _inOrder;
    private int _lastPid;

    /// <summary>Creates process 1 as a session leader. It is not from the zone, just as BSD's proc0 is not.</summary>
    /// <param name="lastPid">The id after which those of new processes start.</param>
    public ProcessTable(int lastPid = InitPid)
    {
        Insert(_first);
        Groups.CreateSession(_first);
        _lastPid = lastPid;
    }

    public ProcessGroups Groups { get; } = new();

    public Zone<Process> Zone { get; } = new("process");

    public int Count { get; private set; }

    /// <summary>The process with the lowest id: process 1.</summary>
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

    /// <summary>The process, if it is visible to the viewer (J6); null means ESRCH.</summary>
    public Process? FindVisible(in Credentials viewer, int pid) =>
        Find(pid) is { } process && viewer.Sees(process.Credentials) ? process : null;

    /// <summary>The process with the lowest id among those that a process traces.</summary>
    public Process? FindTracedBy(int tracer)
    {
        Process? process = First;
        while (process is not null && process.Tracer != tracer)
        {
            process = process.Next;
        }

        return process;
    }

    /// <summary>The process with the lowest id among those marked for a signal.</summary>
    public Process? FindSignalled()
    {
        Process? process = First;
        while (process is not null && !process.IsSignalled)
        {
            process = process.Next;
        }

        return process;
    }

    /// <summary>The process group, if a member is visible to the viewer (J6).</summary>
    public ProcessGroup? FindVisibleGroup(in Credentials viewer, int id)
    {
        Process? process = First;
        while (process is not null && (process.Group.Id != id || !viewer.Sees(process.Credentials)))
        {
            process = process.Next;
        }

        return process?.Group;
    }

    /// <summary>Creates a child without descriptors or directories.</summary>
    public Process Create(Process parent)
    {
        Process process = Zone.Allocate()!;
        process.InheritFrom(parent);
        Insert(process);
        ProcessGroups.Join(process, parent.Group);
        return process;
    }

    /// <summary>Removes a process that has released all its resources.</summary>
    public void Remove(Process process)
    {
        Groups.Forget(process);
        Bucket(process.Pid).Remove(process);
        _inOrder.Remove(process);
        Count--;
        Reparent(process.Pid);
        Zone.Free(process);
    }

    /// <summary>True for process 1, which is not from the zone.</summary>
    public bool IsStatic(Process process) => ReferenceEquals(process, _first);

    /// <summary>True if the process is linked consistently in the list and in its hash chain.</summary>
    public bool Holds(Process process) => _inOrder.Holds(process) && Bucket(process.Pid).Holds(process);

    /// <summary>Makes process 1 the parent of the children of a process that has ended.</summary>
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

    /// <summary>The next id not in use by a process, group or session: fork1 of kern_fork.c.</summary>
    private int NextPid()
    {
        do
        {
            _lastPid = _lastPid + 1 < PidLimit ? _lastPid + 1 : FirstPidAgain;
        }
        while (Find(_lastPid) is not null || Groups.IsIdInUse(_lastPid));

        return _lastPid;
    }

    /// <summary>The process with the highest id below this one, usually the last in the list.</summary>
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
