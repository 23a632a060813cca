namespace Verify.Abi;

/// <summary>Sizes fixed at boot, under the names that the trace text's <c>tunable</c> lines use.</summary>
public sealed record Tunables
{
    /// <summary>kern.maxproc: processes; the last one is kept for the superuser.</summary>
    public int MaxProcesses { get; init; } = 532;

    /// <summary>kern.maxfilesperproc: descriptors of one process.</summary>
    public int MaxFilesPerProcess { get; init; } = 1064;

    /// <summary>kern.ipc.maxsockets: sockets of the whole system; sizes the zones (S1).</summary>
    public int MaxSockets { get; init; } = 1064;

    /// <summary>kern.ipc.somaxconn: the longest listen queue that can be asked for.</summary>
    public int MaxBacklog { get; init; } = 128;

    /// <summary>net.inet.udp.recvspace: octets that may wait at a UDP socket, 16 counted for each sender's address.</summary>
    public int UdpReceiveSpace { get; init; } = 40 * (1024 + 16);

    /// <summary>net.inet.tcp.tcbhashsize: buckets of the TCP connection hash, a power of two.</summary>
    public int TcpHashSize { get; init; } = 512;

    /// <summary>debug.maxportheads: port heads that there is memory for, in all protocols together (H3).</summary>
    public int MaxPortHeads { get; init; } = int.MaxValue;

    /// <summary>kern.maxvnodes: nodes of all file systems together; ENOSPC where a new one would be one more.</summary>
    public int MaxNodes { get; init; } = int.MaxValue;

    /// <summary>debug.maxprisons: prisons that there is memory for (J1).</summary>
    public int MaxPrisons { get; init; } = int.MaxValue;

    /// <summary>debug.lastpid: the process id given last at boot, after which process 2 comes by default.</summary>
    public int LastPid { get; init; } = 1;
}
