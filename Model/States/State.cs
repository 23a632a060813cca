using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>
/// The state of the system between two calls. Immutable: a step creates a new one. It has sets and maps of what is open
/// and bound, and none of a kernel's lookup structures.
/// </summary>
public sealed record State
{
    /// <summary>The machine as a whole.</summary>
    public required Host Host { get; init; }

    /// <summary>The file systems.</summary>
    public required FileTree Tree { get; init; }

    /// <summary>The processes by pid.</summary>
    public ImmutableArray<Process> Processes { get; init; } = [];

    /// <summary>The sockets, oldest first: open ones and connections to be accepted.</summary>
    public ImmutableArray<Socket> Sockets { get; init; } = [];

    /// <summary>The port chosen last from each range, three for UDP and three for TCP (P3); 0 if none was.</summary>
    public ImmutableArray<ushort> Cursors { get; init; } = [0, 0, 0, 0, 0, 0];

    /// <summary>The id of the newest socket.</summary>
    public int LastSocket { get; init; }

    /// <summary>The number of the newest open file that is a node.</summary>
    public int LastFile { get; init; }

    /// <summary>Counts the changes of endpoints, see <see cref="Socket.Age"/>.</summary>
    public int LastChange { get; init; }

    /// <summary>The machine's clock, in microseconds: 0 at boot, and moved by the trace alone (S12).</summary>
    public long Clock { get; init; }

    /// <summary>What UDP has counted (S11).</summary>
    public UdpCounters Udp { get; init; }

    /// <summary>True once the kernel has panicked: no further call is carried out.</summary>
    public bool HasPanicked { get; init; }

    /// <summary>The machine at boot.</summary>
    public World World => Host.World;

    /// <summary>The machine's addresses.</summary>
    public Network Network => Host.Network;

    /// <summary>The six variables of the port ranges, by <see cref="PortVariable"/> (P2).</summary>
    public ImmutableArray<int> PortVariables => Host.PortVariables;

    /// <summary>The existing prisons: those of processes, and those of sockets that outlived their processes.</summary>
    public IEnumerable<Prison> Prisons =>
        Processes.Select(process => process.Prison)
            .Concat(Sockets.Select(socket => socket.Prison))
            .OfType<Prison>()
            .DistinctBy(prison => prison.Id);

    /// <summary>An unused prison id.</summary>
    internal int NewPrisonId => Prisons.Select(prison => prison.Id).DefaultIfEmpty().Max() + 1;

    /// <summary>The process with a pid, if any.</summary>
    public Process? FindProcess(int pid)
    {
        foreach (Process process in Processes)
        {
            if (process.Pid == pid)
            {
                return process;
            }
        }

        return null;
    }

    /// <summary>The socket with an id that is known to exist.</summary>
    public Socket SocketOf(int id) => Sockets[IndexOf(id)];

    /// <summary>The socket of a descriptor; null if it is not open or not a socket.</summary>
    public Socket? SocketAt(Process process, int fd) => SocketOf(process.FileAt(fd));

    /// <summary>The socket of a descriptor entry; null if it is not a socket.</summary>
    public Socket? SocketOf(in DescriptorEntry file) => file.IsSocket ? SocketOf(file.Id) : null;

    /// <summary>The port that a protocol chose last from a range.</summary>
    public ushort CursorOf(Protocol protocol, PortRangeOption range) => Cursors[CursorIndex(protocol, range)];

    /// <summary>The first and last port of a range; if first is above last, it counts down.</summary>
    public (ushort First, ushort Last) RangeOf(PortRangeOption range) =>
        ((ushort)PortVariables[2 * (int)range], (ushort)PortVariables[2 * (int)range + 1]);

    /// <summary>The owner of a socket: the lowest pid, then the lowest descriptor; null until it is accepted.</summary>
    public Receiver? OwnerOf(int socket)
    {
        foreach (Process process in Processes)
        {
            ReadOnlySpan<DescriptorEntry> files = process.Files.AsSpan();
            for (int fd = 0; fd < files.Length; fd++)
            {
                if (files[fd].Id == socket)
                {
                    return new Receiver(process.Pid, fd);
                }
            }
        }

        return null;
    }

    /// <summary>The open IPv4 sockets by pid and descriptor, as ISystem.Sockstat lists them.</summary>
    public int Sockstat(Span<SocketEntry> entries)
    {
        int count = 0;
        foreach (Process process in Processes)
        {
            ReadOnlySpan<DescriptorEntry> files = process.Files.AsSpan();
            for (int fd = 0; fd < files.Length; fd++)
            {
                if (SocketOf(in files[fd]) is not { IsInternet: true } socket)
                {
                    continue;
                }

                if (count < entries.Length)
                {
                    entries[count] = new SocketEntry(
                        process.Pid, fd, socket.Raw?.Protocol ?? socket.Protocol, socket.Local, socket.Foreign,
                        process.Prison?.Address)
                    {
                        IsRaw = socket.Raw is not null,
                    };
                }

                count++;
            }
        }

        return count;
    }

    /// <summary>The processes by pid, as ISystem.Processes lists them.</summary>
    public int ListProcesses(Span<ProcessEntry> entries)
    {
        for (int i = 0; i < Math.Min(entries.Length, Processes.Length); i++)
        {
            Process process = Processes[i];
            entries[i] = new ProcessEntry(
                process.Pid, process.Parent, process.Uid, process.Gid, process.Nice,
                process.Root.Number, process.Directory.Number, process.Prison?.Address);
        }

        return Processes.Length;
    }

    internal static int CursorIndex(Protocol protocol, PortRangeOption range) =>
        (protocol == Protocol.Udp ? 0 : 3) + (int)range;

    /// <summary>The state with more counted.</summary>
    internal State Counting(in UdpCounters more) => this with { Udp = Udp.Plus(in more) };

    internal State With(Process process)
    {
        for (int i = 0; i < Processes.Length; i++)
        {
            if (Processes[i].Pid == process.Pid)
            {
                return this with { Processes = Processes.SetItem(i, process) };
            }

            if (Processes[i].Pid > process.Pid)
            {
                return this with { Processes = Processes.Insert(i, process) };
            }
        }

        return this with { Processes = Processes.Add(process) };
    }

    /// <summary>The state with a prison replaced in all its processes and sockets.</summary>
    internal State With(Prison prison) => this with
    {
        Processes =
        [
            .. Processes.Select(process =>
                process.Prison?.Id == prison.Id ? process with { Prison = prison } : process),
        ],
        Sockets =
        [
            .. Sockets.Select(socket => socket.Prison?.Id == prison.Id ? socket with { Prison = prison } : socket),
        ],
    };

    internal State With(Socket socket)
    {
        int index = IndexOf(socket.Id);
        Socket was = Sockets[index];
        bool isChanged = (was.Local, was.Foreign) != (socket.Local, socket.Foreign);
        (int, int) age = isChanged ? AgeNow(was.IsBound, was.Age.Bound) : was.Age;
        return this with
        {
            Sockets = Sockets.SetItem(index, socket.Age == age ? socket : socket with { Age = age }),
            LastChange = LastChange + (isChanged ? 1 : 0),
        };
    }

    internal State WithNew(Socket socket) => this with
    {
        Sockets = Sockets.Add(socket with { Age = AgeNow(wasBound: false, 0) }),
        LastSocket = socket.Id,
        LastChange = LastChange + 1,
    };

    /// <summary>The age of a socket whose endpoints change now; a port, once bound, stays.</summary>
    private (int Bound, int Changed) AgeNow(bool wasBound, int bound) =>
        (wasBound ? bound : LastChange + 1, LastChange + 1);

    private int IndexOf(int id)
    {
        ReadOnlySpan<Socket> sockets = Sockets.AsSpan();
        int i = 0;
        while (sockets[i].Id != id)
        {
            i++;
        }

        return i;
    }
}
