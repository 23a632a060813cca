using Verify.Abi;
using Verify.Implementation.Calls.Files;
using Verify.Implementation.Calls.Processes;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Calls.Sysctl;
using Verify.Implementation.Dispatch;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inspection;
using Verify.Implementation.Local;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;

namespace Verify.Implementation;

/// <summary>The reference kernel: assembles its parts at boot and dispatches calls.</summary>
public sealed class Machine : ISystem, IListsSockets, IListsProcesses, IAudited, IHashed, IHasZones
{
    private readonly ProcessTable _processes;
    private readonly Network _network;
    private readonly VirtualFileSystem _vfs;
    private readonly Prisons _prisons;
    private readonly FileTable _files;
    private readonly RightsCollector _collector;
    private readonly Scheduler _scheduler = new();

    private readonly ProcessDispatch _processDispatch;
    private readonly FileDispatch _fileDispatch;
    private readonly DescriptorDispatch _descriptorDispatch;
    private readonly Wire _wire;
    private readonly SleeperDispatch _sleeperDispatch;
    private readonly TimeDispatch _timeDispatch;

    /// <summary>True if woken processes continue when the trace says so.</summary>
    private readonly bool _wakesLater;

    /// <summary>The panic that has ended the machine, which every later call returns; null while it runs.</summary>
    private Outcome? _panic;

    private readonly Traversals _traversals = new();
    private readonly Sockstat _sockstat;
    private readonly Digest _digest;
    private readonly Auditor _auditor;

    /// <summary>Boots the kernel; only process 1 is running.</summary>
    public Machine(World world)
    {
        Tunables tunables = world.Tunables;
        _wakesLater = world.WakesLater;
        _processes = new ProcessTable(tunables.LastPid);
        _vfs = new VirtualFileSystem(world, _processes);
        _prisons = new Prisons(_vfs.Nodes, tunables.MaxPrisons);
        _network = new Network(world, _prisons, _scheduler);
        _files = new FileTable(_network.Sockets, _vfs.Nodes);
        _collector = new RightsCollector(_processes, _files, _network.Sockets);
        Init.Start(_processes.First!, _vfs.Mounts.First.Root, _files, tunables);

        var jail = new JailVariables();
        var polls = new PollCalls(_scheduler);
        var names = new ReceiverNames(_processes);
        var signals = new SignalPosting(_scheduler);
        var processCalls = new ProcessCalls(
            _processes, _files, _vfs.ProcessDirectories, _vfs.Procfs, _prisons, _scheduler, signals,
            tunables.MaxProcesses);
        var owners = new SignalOwners(_processes);
        var creationCalls = new CreationCalls(
            _network.Domains, _network.Sockets, _files, owners, jail, _scheduler);
        var roots = new RootCalls(_vfs.Namei, _vfs.Procfs, _vfs.ProcessDirectories, _vfs.OpenDirectories);
        var listings = new SysctlListings(_processes, _network.Interfaces, _network.Udp, _network.Tcp.Table);
        _processDispatch = new ProcessDispatch(
            processCalls,
            new LimitCalls(tunables.MaxFilesPerProcess),
            new JailCalls(_prisons, _vfs.Namei, _vfs.ProcessDirectories, _vfs.OpenDirectories),
            new SysctlCalls(
                listings, _network.Ports, _network.Raw.Variables, jail, _vfs.OpenDirectories, tunables.MaxProcesses),
            creationCalls,
            new SignalCalls(_processes, signals, processCalls),
            new TracingCalls(_processes),
            new PriorityCalls(_processes),
            new GroupCalls(_processes),
            new LoginCalls(_processes),
            polls);
        var creation = new NodeCreation(_vfs.Namei, _vfs.Nodes, _vfs.Directories);
        var rights = new RightsCalls(_files);
        _fileDispatch = new FileDispatch(_vfs, creation, roots, _files);
        _descriptorDispatch = new DescriptorDispatch(
            new DescriptorCalls(_files),
            new OwnerCalls(owners),
            new ReadCalls(_vfs.Procfs),
            roots,
            creationCalls,
            new ConnectionCalls(_network.Sockets, names, _scheduler),
            new SendCalls(names, _scheduler),
            new ReceiveCalls(_network.Sockets, rights, _scheduler),
            new ShutdownCalls(_network.Sockets),
            new InterfaceCalls(_network.Interfaces, _network.InterfaceControl, names),
            signals,
            processCalls);
        _sleeperDispatch = new SleeperDispatch(_scheduler, _descriptorDispatch, polls, processCalls, _collector);
        _timeDispatch = new TimeDispatch(_network.Clock, _scheduler, _sleeperDispatch, _wakesLater);
        _wire = new Wire(_network, names);

        _sockstat = new Sockstat(_processes);
        _digest = new Digest(_processes, _vfs, _network, jail);
        _auditor = new Auditor(
            _processes, _files, _prisons, _vfs, _network, new SleepAudit(_processes, _scheduler, _wakesLater));
        try
        {
            _network.Register(new LocalNames(_vfs.Namei, creation), rights);
        }
        catch (KernelPanicException panic)
        {
            _panic = Outcome.Panic(panic.Message);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ZoneUsage> Zones =>
    [
        _processes.Zone.Usage, _processes.Groups.Zone.Usage, _processes.Groups.Sessions.Usage,
        _files.Zone.Usage, _prisons.Zone.Usage, _network.Sockets.Zone.Usage,
        _network.Sockets.Datagrams.Usage, _network.Udp.Table.Zone.Usage, _network.Tcp.Table.Zone.Usage,
        _network.Raw.Table.Zone.Usage, _network.Raw.Multicast.Zone.Usage, _network.PortHeads.Usage,
        _network.Udp.Multicast.Zone.Usage, _network.Tcp.Multicast.Zone.Usage,
        _network.Interfaces.Groups.Zone.Usage, _network.Route.Table.Zone.Usage,
    ];

    /// <summary>Operations on the hash tables of UDP or TCP since boot (H3).</summary>
    public PcbStatistics StatisticsOf(Protocol protocol) =>
        (protocol == Protocol.Tcp ? _network.Tcp.Table : _network.Udp.Table).Statistics;

    /// <inheritdoc/>
    public Outcome Execute(Call call)
    {
        if (_panic is { } panic)
        {
            return panic;
        }

        try
        {
            Outcome outcome = ExecuteWhole(call);
            _panic = outcome.HasPanicked ? outcome : null;
            return outcome;
        }
        catch (KernelPanicException trap)
        {
            _panic = Outcome.Panic(trap.Message);
            return _panic.Value;
        }
    }

    /// <summary>Nothing outside the process's memory has to be released.</summary>
    public void Dispose()
    {
    }

    /// <summary>The call, and those of sleepers that continue because of it.</summary>
    private Outcome ExecuteWhole(Call call)
    {
        Outcome outcome = CarryOut(call);
        _collector.Run();
        return outcome.HasPanicked || _wakesLater || _scheduler.FirstRunnable is null
            ? outcome
            : outcome with { Effects = outcome.Effects with { Resumed = _sleeperDispatch.RunAll() } };
    }

    private Outcome CarryOut(Call call) => call switch
    {
        Call.ByProcess { Pid: var pid } system =>
            _processes.Find(pid) is { } caller ? Execute(caller, system) : Outcome.Failed(Errno.ESRCH),
        Call.WireUdp wire => _wire.Receive(wire),
        Call.WireIp wire => _wire.Receive(wire),
        Call.WireTcp wire => _wire.Receive(wire),
        Call.WireTcpAnswer answer => _wire.Receive(answer),
        Call.WireIdle idle => _timeDispatch.Pass(idle.Milliseconds),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <inheritdoc/>
    public int Sockstat(Span<SocketEntry> entries) => _sockstat.Fill(entries);

    /// <inheritdoc/>
    public int Processes(Span<ProcessEntry> entries) => ProcessListing.Fill(_processes, entries);

    /// <summary>A call that has ended in a panic may leave anything behind.</summary>
    public string? Audit() => _panic is null ? _auditor.Audit(_traversals) : null;

    /// <inheritdoc/>
    public void AddCountersTo(ref StateHash hash) => Digest.Add(ref hash, _network.Udp.Statistics);

    /// <inheritdoc/>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(_panic is null ? 0 : 1);
        _digest.AddTo(ref hash, _traversals.Next());
    }

    private Outcome Execute(Process caller, Call.ByProcess call) => call switch
    {
        _ when call is Call.Resume || caller.IsAsleep => _sleeperDispatch.Execute(caller, call),
        Call.OnDescriptor onDescriptor => _descriptorDispatch.Execute(caller, onDescriptor),
        Call.OnPath onPath => _fileDispatch.Execute(caller, onPath),
        Call.OnProcess onProcess => _processDispatch.Execute(caller, onProcess),
        _ => _processDispatch.Execute(caller, call),
    };
}
