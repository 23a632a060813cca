using Verify.Model.States;
using Verify.Properties.Checking;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>
/// What the call generators share during one run: the specification's state, the random numbers, and random choices
/// among the processes, sockets and open files of that state.
/// </summary>
internal sealed class RunContext
{
    private static readonly Func<Socket, bool> Any = _ => true;

    private Prng _random;

    public RunContext(Prng random, Theme? theme, AvailableCalls available)
    {
        _random = random;
        Available = available;
        Theme = theme ?? Themes.Next(ref _random);
        IsCrowded = _random.Chance(30);
        Bulk = Bulks.Next(ref _random, Theme);
    }

    /// <summary>The calls that the system has.</summary>
    public AvailableCalls Available { get; }

    /// <summary>The theme of the run.</summary>
    public Theme Theme { get; }

    /// <summary>True in some runs: most of their sockets ask to share, and try to bind ports in use (P5).</summary>
    public bool IsCrowded { get; }

    /// <summary>What the run has many of.</summary>
    public Bulk Bulk { get; }

    /// <summary>The specification's state before the next call. It has a process.</summary>
    public State State { get; private set; } = null!;

    /// <summary>The number of processes that do not sleep, and so make calls.</summary>
    public int Awake { get; private set; }

    /// <summary>True if some process sleeps.</summary>
    public bool HasSleepers => Awake < State.Processes.Length;

    public ref Prng Random => ref _random;

    /// <summary>Takes over the state before the next call.</summary>
    public void Follow(State state)
    {
        State = state;
        Awake = 0;
        foreach (Process process in state.Processes)
        {
            Awake += process.Sleep is null ? 1 : 0;
        }
    }

    /// <summary>A random process that does not sleep; there must be one.</summary>
    public Process AnyProcess()
    {
        int at = _random.Below(State.Processes.Length);
        while (State.Processes[at].Sleep is not null)
        {
            at = (at + 1) % State.Processes.Length;
        }

        return State.Processes[at];
    }

    /// <summary>A random process, which may sleep: the target of a call.</summary>
    public Process AnyTarget() => State.Processes[_random.Below(State.Processes.Length)];

    /// <summary>A random process that sleeps; null if none does.</summary>
    public Process? AnySleeper()
    {
        foreach (int i in new Rotation(ref _random, State.Processes.Length))
        {
            if (State.Processes[i].Sleep is not null)
            {
                return State.Processes[i];
            }
        }

        return null;
    }

    /// <summary>A random process that does not sleep and satisfies a condition; null if none does.</summary>
    public Process? FindProcess(Func<Process, bool> fits)
    {
        foreach (int i in new Rotation(ref _random, State.Processes.Length))
        {
            if (State.Processes[i].Sleep is null && fits(State.Processes[i]))
            {
                return State.Processes[i];
            }
        }

        return null;
    }

    /// <summary>
    /// Like <see cref="FindProcess"/>, but never the last superuser outside prisons: without one, a run reaches little
    /// more. For calls that give up privilege or freedom.
    /// </summary>
    public Process? FindDispensable(Func<Process, bool> fits)
    {
        int superusers = 0;
        foreach (Process process in State.Processes)
        {
            superusers += process.IsHostSuperuser ? 1 : 0;
        }

        return FindProcess(process => fits(process) && (superusers > 1 || !process.IsHostSuperuser));
    }

    /// <summary>A pid that, with rare exceptions, no process has.</summary>
    public int UnusedPid() => _random.Below(6) switch
    {
        0 => 0,
        1 => State.Processes[^1].Pid + 1,
        2 => 1 + _random.Below(State.Processes[^1].Pid),
        3 => EdgeIntegers.Edge(ref _random),
        _ => EdgeIntegers.LookAlike(ref _random, AnyTarget().Pid),
    };

    /// <summary>
    /// Picks a descriptor to make a call on: mostly one of a socket that satisfies a condition, sometimes one of any
    /// socket or of none. False if no open socket satisfies the condition.
    /// </summary>
    public bool TryPickSocket(Func<Socket, bool> fits, out SocketTarget target)
    {
        int choice = _random.Below(100);
        if (choice < 2)
        {
            target = NoSocket();
            return true;
        }

        Func<Socket, bool> wanted = choice < 7 ? Any : fits;
        foreach (int i in new Rotation(ref _random, State.Sockets.Length))
        {
            if (wanted(State.Sockets[i]) && TryFindHolder(State.Sockets[i], out target))
            {
                return true;
            }
        }

        target = default;
        return false;
    }

    /// <summary>Picks a descriptor of any socket; false if none is open.</summary>
    public bool TryPickSocket(out SocketTarget target) => TryPickSocket(Any, out target);

    /// <summary>A socket that satisfies a condition, open or waiting to be accepted; null if there is none.</summary>
    public Socket? FindSocket(Func<Socket, bool> fits)
    {
        foreach (int i in new Rotation(ref _random, State.Sockets.Length))
        {
            if (fits(State.Sockets[i]))
            {
                return State.Sockets[i];
            }
        }

        return null;
    }

    /// <summary>
    /// Finds a process that has a socket open and does not sleep; false if there is none, as for a socket that waits to
    /// be accepted.
    /// </summary>
    public bool TryFindHolder(Socket socket, out SocketTarget target)
    {
        foreach (int i in new Rotation(ref _random, State.Processes.Length))
        {
            Process process = State.Processes[i];
            for (int fd = 0; fd < process.Files.Length && process.Sleep is null; fd++)
            {
                if (process.Files[fd].Id == socket.Id)
                {
                    target = new SocketTarget(process.Pid, fd, socket);
                    return true;
                }
            }
        }

        target = default;
        return false;
    }

    /// <summary>A descriptor of the console, or one that is not open.</summary>
    private SocketTarget NoSocket()
    {
        Process process = AnyProcess();
        int fd = _random.Below(8) switch
        {
            0 => -1,
            1 => process.Files.Length,
            2 => int.MaxValue,
            3 => EdgeIntegers.LookAlike(ref _random, _random.Below(process.Files.Length + 1)),
            _ => _random.Below(3),
        };
        return new SocketTarget(process.Pid, fd, State.SocketAt(process, fd));
    }
}
