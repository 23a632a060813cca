using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>
/// What the makers of calls see: the state, and choices among its processes and sockets. The random numbers are its
/// own, so that a run is one run.
/// </summary>
internal sealed class RunContext
{
    private static readonly Func<Socket, bool> Any = _ => true;

    private Prng _random;

    public RunContext(Prng random, Theme? theme)
    {
        _random = random;
        Theme = theme ?? Themes.Next(ref _random);
        IsCrowded = _random.Chance(30);
        Bulk = Bulks.Next(ref _random, Theme);
    }

    /// <summary>What the run is about.</summary>
    public Theme Theme { get; }

    /// <summary>True in some runs: most sockets then ask to share, and want what others have (P5).</summary>
    public bool IsCrowded { get; }

    /// <summary>What the run has much of.</summary>
    public Bulk Bulk { get; }

    /// <summary>The specification's state before the call to be made. It has a process.</summary>
    public State State { get; set; } = null!;

    public ref Prng Random => ref _random;

    /// <summary>Any process.</summary>
    public Process AnyProcess() => State.Processes[_random.Below(State.Processes.Length)];

    /// <summary>A process that fits; null where none does.</summary>
    public Process? FindProcess(Func<Process, bool> fits)
    {
        int start = _random.Below(State.Processes.Length);
        for (int i = 0; i < State.Processes.Length; i++)
        {
            Process process = State.Processes[(start + i) % State.Processes.Length];
            if (fits(process))
            {
                return process;
            }
        }

        return null;
    }

    /// <summary>
    /// A process that fits and could lose its privilege or freedom without leaving the host without a superuser, which
    /// would end the interesting part of the run; null where none does.
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

    /// <summary>A pid that no process has, or hardly ever.</summary>
    public int UnusedPid() => _random.Below(6) switch
    {
        0 => 0,
        1 => State.Processes[^1].Pid + 1,
        2 => 1 + _random.Below(State.Processes[^1].Pid),
        3 => Integers.Edge(ref _random),
        _ => Integers.LookAlike(ref _random, AnyProcess().Pid),
    };

    /// <summary>
    /// A descriptor to make a call on: mostly that of a socket that fits, but sometimes of any socket, or of none.
    /// False where there is nothing that fits.
    /// </summary>
    public bool TryPickSocket(Func<Socket, bool> fits, out SocketTarget target)
    {
        int slip = _random.Below(100);
        if (slip < 2)
        {
            target = NoSocket();
            return true;
        }

        Func<Socket, bool> wanted = slip < 7 ? Any : fits;
        int start = State.Sockets.IsEmpty ? 0 : _random.Below(State.Sockets.Length);
        for (int i = 0; i < State.Sockets.Length; i++)
        {
            Socket socket = State.Sockets[(start + i) % State.Sockets.Length];
            if (wanted(socket) && TryFindHolder(socket, out target))
            {
                return true;
            }
        }

        target = default;
        return false;
    }

    /// <summary>A descriptor of any socket; false where there is none.</summary>
    public bool TryPickSocket(out SocketTarget target) => TryPickSocket(Any, out target);

    /// <summary>
    /// A descriptor of an open file or directory that fits; sometimes of anything, or of nothing. False where there is
    /// nothing that fits.
    /// </summary>
    public bool TryPickFile(Func<FileTree, Vnode, bool> fits, out int pid, out int fd)
    {
        if (_random.Chance(4))
        {
            Process any = AnyProcess();
            (pid, fd) = (any.Pid, _random.Below(any.Files.Length + 2) - 1);
            return true;
        }

        int start = _random.Below(State.Processes.Length);
        for (int i = 0; i < State.Processes.Length; i++)
        {
            Process process = State.Processes[(start + i) % State.Processes.Length];
            int first = process.Files.IsEmpty ? 0 : _random.Below(process.Files.Length);
            for (int j = 0; j < process.Files.Length; j++)
            {
                fd = (first + j) % process.Files.Length;
                DescriptorEntry file = process.Files[fd];
                if (file.IsNode && fits(State.Tree, file.Node))
                {
                    pid = process.Pid;
                    return true;
                }
            }
        }

        (pid, fd) = (0, 0);
        return false;
    }

    /// <summary>A socket that fits, open or waiting to be accepted; null where there is none.</summary>
    public Socket? FindSocket(Func<Socket, bool> fits)
    {
        int start = State.Sockets.IsEmpty ? 0 : _random.Below(State.Sockets.Length);
        for (int i = 0; i < State.Sockets.Length; i++)
        {
            Socket socket = State.Sockets[(start + i) % State.Sockets.Length];
            if (fits(socket))
            {
                return socket;
            }
        }

        return null;
    }

    /// <summary>
    /// One of the processes that have a socket open, the parent or a child; nobody has one that waits to be accepted.
    /// </summary>
    private bool TryFindHolder(Socket socket, out SocketTarget target)
    {
        int start = _random.Below(State.Processes.Length);
        for (int i = 0; i < State.Processes.Length; i++)
        {
            Process process = State.Processes[(start + i) % State.Processes.Length];
            for (int fd = 0; fd < process.Files.Length; fd++)
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

    /// <summary>The console, or a descriptor that is not open.</summary>
    private SocketTarget NoSocket()
    {
        Process process = AnyProcess();
        int fd = _random.Below(8) switch
        {
            0 => -1,
            1 => process.Files.Length,
            2 => int.MaxValue,
            3 => Integers.LookAlike(ref _random, _random.Below(process.Files.Length + 1)),
            _ => _random.Below(3),
        };
        return new SocketTarget(process.Pid, fd, State.SocketAt(process, fd));
    }
}

/// <summary>What a call is made on.</summary>
/// <param name="Pid">The process that makes it.</param>
/// <param name="Fd">Its descriptor.</param>
/// <param name="Socket">The socket that the descriptor names; null where it names none.</param>
internal readonly record struct SocketTarget(int Pid, int Fd, Socket? Socket);
