namespace Verify.Abi;

/// <summary>Sizes fixed at boot, with the names of the <c>tunable</c> lines of the trace text.</summary>
public sealed record Tunables
{
    /// <summary>kern.maxproc: processes; the last one is reserved for the superuser.</summary>
    public int MaxProcesses { get; init; } = 532;

    /// <summary>kern.maxfilesperproc: descriptors of one process.</summary>
    public int MaxFilesPerProcess { get; init; } = 1064;

    /// <summary>kern.ipc.maxsockets: sockets of the whole system; sizes the zones (S1).</summary>
    public int MaxSockets { get; init; } = 1064;

    /// <summary>kern.ipc.somaxconn: the largest backlog of listen(2).</summary>
    public int MaxBacklog { get; init; } = 128;

    /// <summary>
    /// net.inet.udp.recvspace: size of a UDP receive buffer, in bytes; each sender's address counts 16.
    /// </summary>
    public int UdpReceiveSpace { get; init; } = 40 * (1024 + 16);

    /// <summary>net.inet.tcp.tcbhashsize: buckets of the TCP connection hash, a power of two.</summary>
    public int TcpHashSize { get; init; } = 512;

    /// <summary>debug.maxportheads: port heads of all protocols that there is memory for (H3).</summary>
    public int MaxPortHeads { get; init; } = int.MaxValue;

    /// <summary>kern.maxvnodes: nodes of all file systems; one more fails with ENOSPC.</summary>
    public int MaxNodes { get; init; } = int.MaxValue;

    /// <summary>debug.maxprisons: prisons that there is memory for (J1).</summary>
    public int MaxPrisons { get; init; } = int.MaxValue;

    /// <summary>debug.lastpid: the last pid in use at boot; by default process 2 comes next.</summary>
    public int LastPid { get; init; } = 1;
}
