using System.Numerics;

namespace Verify.Abi.Text;

/// <summary>A size fixed at boot, with its name in <c>tunable</c> lines.</summary>
internal sealed record Tunable(string Name, Func<Tunables, int> Get, Func<Tunables, int, Tunables> Set)
{
    /// <summary>The largest hash table in a trace, in buckets.</summary>
    private const int MostBuckets = 1 << 20;

    public static readonly IReadOnlyList<Tunable> All =
    [
        new("kern.maxproc", t => t.MaxProcesses, (t, size) => t with { MaxProcesses = size }),
        new("kern.maxfilesperproc", t => t.MaxFilesPerProcess, (t, size) => t with { MaxFilesPerProcess = size }),
        new("kern.ipc.maxsockets", t => t.MaxSockets, (t, size) => t with { MaxSockets = size }),
        new("kern.ipc.somaxconn", t => t.MaxBacklog, (t, size) => t with { MaxBacklog = size }),
        new("net.inet.udp.recvspace", t => t.UdpReceiveSpace, (t, size) => t with { UdpReceiveSpace = size }),
        new("net.inet.tcp.tcbhashsize", t => t.TcpHashSize, (t, size) => t with { TcpHashSize = size })
        {
            IsHashSize = true,
        },
        new("debug.maxportheads", t => t.MaxPortHeads, (t, size) => t with { MaxPortHeads = size })
        {
            Least = 0,
        },
        new("kern.maxvnodes", t => t.MaxNodes, (t, size) => t with { MaxNodes = size }),
        new("debug.maxprisons", t => t.MaxPrisons, (t, size) => t with { MaxPrisons = size }),
        new("debug.lastpid", t => t.LastPid, (t, pid) => t with { LastPid = pid }),
    ];

    private bool IsHashSize { get; init; }

    private int Least { get; init; } = 1;

    public int ParseSize(Scanner scanner)
    {
        int start = scanner.Mark();
        int size = scanner.Number(Least, IsHashSize ? MostBuckets : int.MaxValue, "a size");
        return !IsHashSize || BitOperations.IsPow2(size) ? size : throw scanner.Expected("a power of two", start);
    }
}
