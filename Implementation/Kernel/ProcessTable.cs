using Verify.Abi;

namespace Verify.Implementation.Kernel;

/// <summary>All processes, hashed by id and listed in the order of their ids.</summary>
internal sealed class ProcessTable
{
    private const int Buckets = 16;

    private readonly IntrusiveList<Process, Process.InPidHash>[] _pidHash =
        new IntrusiveList<Process, Process.InPidHash>[Buckets];

    private readonly Process _first = new();
    private IntrusiveQueue<Process, Process.InOrder> _inOrder;
    private int _lastPid;

    /// <summary>Starts process 1. Like BSD's proc0 it is part of the kernel rather than of the zone.</summary>
    public ProcessTable() => Insert(_first, new Credentials(uid: 0, prison: null));

    public Zone<Process> Zone { get; } = new("process");

    public int Count { get; private set; }

    /// <summary>The process with the lowest id; null where all have exited.</summary>
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

    /// <summary>A new process without descriptors.</summary>
    public Process Create(in Credentials credentials)
    {
        Process process = Zone.Allocate()!;
        Insert(process, credentials);
        return process;
    }

    public void Remove(Process process)
    {
        Bucket(process.Pid).Remove(process);
        _inOrder.Remove(process);
        Count--;
        if (!IsStatic(process))
        {
            Zone.Free(process);
        }
    }

    /// <summary>Lists the processes by id, as ps(1) does; returns how many there are.</summary>
    public int Fill(Span<ProcessEntry> entries)
    {
        int count = 0;
        for (Process? process = First; process is not null; process = process.Next, count++)
        {
            if (count < entries.Length)
            {
                entries[count] = new ProcessEntry(
                    process.Pid, 0, process.Credentials.Uid, 0, 0, 1, 1, process.Credentials.Prison?.Address);
            }
        }

        return count;
    }

    /// <summary>True for the process that is part of the kernel.</summary>
    public bool IsStatic(Process process) => ReferenceEquals(process, _first);

    /// <summary>True where the process is properly in the list and in its chain.</summary>
    public bool Holds(Process process) => _inOrder.Holds(process) && Bucket(process.Pid).Holds(process);

    private void Insert(Process process, in Credentials credentials)
    {
        process.Pid = NextPid();
        process.Credentials = credentials;
        Bucket(process.Pid).InsertHead(process);
        _inOrder.InsertAfter(Below(process.Pid), process);
        Count++;
    }

    private ref IntrusiveList<Process, Process.InPidHash> Bucket(int pid) => ref _pidHash[pid & (Buckets - 1)];

    /// <summary>The id after the one given last that nobody has.</summary>
    private int NextPid()
    {
        do
        {
            _lastPid = _lastPid == int.MaxValue ? 1 : _lastPid + 1;
        }
        while (Find(_lastPid) is not null);

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
