using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Inspection;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;
using Verify.Implementation.Sockets;

namespace Verify.Implementation;

/// <summary>
/// The reference kernel. It puts the parts together at boot, and sends each call to the part that does it.
/// </summary>
public sealed class Machine : ISystem
{
    private const int UdpHashSize = 16;

    private readonly ProcessTable _processes = new();
    private readonly Prisons _prisons = new();
    private readonly SocketLayer _sockets;
    private readonly FileTable _files;
    private readonly Zone<PortHead> _portHeads;
    private readonly Udp _udp;
    private readonly Tcp _tcp;

    private readonly ProcessCalls _processCalls;
    private readonly JailCalls _jailCalls;
    private readonly SysctlCalls _sysctlCalls;
    private readonly CreationCalls _creationCalls;
    private readonly ConnectionCalls _connectionCalls;
    private readonly TransferCalls _transferCalls;
    private readonly Wire _wire;

    private readonly Sockstat _sockstat;
    private readonly Digest _digest;
    private readonly Auditor _auditor;
    private int _traversals;

    /// <summary>Boots: process 1 runs, and nothing else is there.</summary>
    public Machine(World world)
    {
        Tunables tunables = world.Tunables;
        _sockets = new SocketLayer(_prisons, tunables);
        _files = new FileTable(_sockets);
        _files.OpenConsole(_processes.First!.Descriptors);

        var interfaces = new Interfaces(world);
        var ports = new PortVariables(world);
        _portHeads = new Zone<PortHead>("porthead", tunables.MaxPortHeads);
        _udp = new Udp(Pcbs("udpcb", UdpHashSize), interfaces, ports, _sockets);
        _tcp = new Tcp(Pcbs("tcpcb", tunables.TcpHashSize), interfaces, ports, _sockets);
        var protocols = new ProtocolSwitch(
            new ProtocolEntry(AddressFamily.AF_INET, SocketType.SOCK_DGRAM, _udp),
            new ProtocolEntry(AddressFamily.AF_INET, SocketType.SOCK_STREAM, _tcp));

        var names = new ReceiverNames(_processes);
        _processCalls = new ProcessCalls(_processes, _files, _prisons, tunables.MaxProcesses);
        _jailCalls = new JailCalls(_prisons);
        _sysctlCalls = new SysctlCalls(ports);
        _creationCalls = new CreationCalls(protocols, _sockets, _files, tunables.MaxFilesPerProcess);
        _connectionCalls = new ConnectionCalls(_sockets, names);
        _transferCalls = new TransferCalls(_sockets, names);
        _wire = new Wire(interfaces, _udp, _tcp, names);

        _sockstat = new Sockstat(_processes);
        _digest = new Digest(_processes, ports, _udp.Table, _tcp.Table);
        _auditor = new Auditor(_processes, _files, _prisons, _sockets, _udp.Table, _tcp.Table, _portHeads);

        PcbTable Pcbs(string name, int buckets) => new(name, buckets, tunables.MaxSockets, _portHeads);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ZoneUsage> Zones =>
    [
        _processes.Zone.Usage, _files.Zone.Usage, _prisons.Zone.Usage, _sockets.Zone.Usage,
        _sockets.Datagrams.Usage, _udp.Table.Zone.Usage, _tcp.Table.Zone.Usage, _portHeads.Usage,
    ];

    /// <summary>What the hashes of UDP or TCP have done since boot (H3).</summary>
    public PcbStatistics StatisticsOf(Protocol protocol) =>
        (protocol == Protocol.Tcp ? _tcp.Table : _udp.Table).Statistics;

    /// <inheritdoc/>
    public Outcome Execute(Call call) => call switch
    {
        Call.ByProcess { Pid: var pid } system =>
            _processes.Find(pid) is { } caller ? Execute(caller, system) : Outcome.Failed(Errno.ESRCH),
        Call.WireUdp wire => _wire.Receive(wire),
        Call.WireTcp wire => _wire.Receive(wire),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <inheritdoc/>
    public int Sockstat(Span<SocketEntry> entries) => _sockstat.Fill(entries);

    /// <inheritdoc/>
    public int Processes(Span<ProcessEntry> entries) => _processes.Fill(entries);

    /// <inheritdoc/>
    public string? Audit() => _auditor.Audit(new Traversal(++_traversals));

    /// <inheritdoc/>
    public void AddTo(ref StateHash hash) => _digest.AddTo(ref hash, new Traversal(++_traversals));

    private Outcome Execute(Process caller, Call.ByProcess call) => call switch
    {
        Call.OnDescriptor { Fd: var fd } onDescriptor =>
            caller.Descriptors[fd] is { } file
                ? Execute(caller, file, onDescriptor)
                : Outcome.Failed(Errno.EBADF),
        Call.Socket socket => _creationCalls.Create(caller, socket),
        Call.Fork => _processCalls.Fork(caller),
        Call.SetUid setUid => ProcessCalls.SetUid(caller, setUid.Uid),
        Call.Exit => _processCalls.Exit(caller),
        Call.Jail jail => _jailCalls.Jail(caller, jail),
        Call.SysctlRead read => _sysctlCalls.Read(read.Name),
        Call.SysctlWrite write => _sysctlCalls.Write(caller, write.Name, write.Value),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Outcome Execute(Process caller, OpenFile file, Call.OnDescriptor call)
    {
        if (call is Call.Close)
        {
            _files.Close(caller.Descriptors, call.Fd);
            return Outcome.Ok;
        }

        return file.Socket is { } socket ? Execute(caller, socket, call) : Outcome.Failed(Errno.ENOTSOCK);
    }

    private Outcome Execute(Process caller, Socket socket, Call.OnDescriptor call) => call switch
    {
        Call.Bind bind => NameCalls.Bind(caller, socket, bind.Address),
        Call.Connect connect => _connectionCalls.Connect(caller, socket, connect.Address),
        Call.SendTo send => _transferCalls.SendTo(caller, socket, send.Data, send.Address),
        Call.RecvFrom => _transferCalls.RecvFrom(socket),
        Call.Listen listen => _connectionCalls.Listen(caller, socket, listen.Backlog),
        Call.Accept => _creationCalls.Accept(caller, socket),
        Call.GetSockName => NameCalls.GetSockName(socket),
        Call.GetPeerName => NameCalls.GetPeerName(socket),
        Call.SetSockOpt set => OptionCalls.Set(socket, set.Option, set.Value),
        Call.GetSockOpt get => OptionCalls.Get(socket, get.Option),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
