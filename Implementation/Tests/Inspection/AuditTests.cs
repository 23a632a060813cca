using Shouldly;
using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inspection;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Inspection;

/// <summary>The audit detects damage: each test corrupts one thing in a consistent kernel.</summary>
public sealed class AuditTests
{
    private static readonly World World = new()
    {
        Interfaces = [new Interface("fxp0", [new InterfaceAddress(Ipv4.Of(10, 0, 0, 1), 24)])],
    };

    private readonly ProcessTable _processes = new();
    private readonly VirtualFileSystem _vfs;
    private readonly Network _network;
    private readonly FileTable _files;
    private readonly Auditor _auditor;
    private readonly Scheduler _scheduler = new();
    private readonly Traversals _traversals = new();
    private readonly Socket _socket;
    private readonly Socket _second;

    public AuditTests()
    {
        _vfs = new VirtualFileSystem(World, _processes);
        var prisons = new Prisons(_vfs.Nodes, maxPrisons: 1);
        _network = new Network(World, prisons, _scheduler);
        _files = new FileTable(_network.Sockets, _vfs.Nodes);
        _auditor = new Auditor(
            _processes, _files, prisons, _vfs, _network, new SleepAudit(_processes, _scheduler, wakesLater: false));
        Verify.Implementation.Processes.Init.Start(Init, _vfs.Mounts.First.Root, _files, World.Tunables);

        Prison prison = prisons.Create(Ipv4.Of(10, 0, 0, 1))!;
        prison.Root = NodeTable.Hold(Init.Root);
        Init.Credentials = Init.Credentials.WithPrison(prison);
        _socket = Open(_network.Udp, fd: 3, port: 53);
        _second = Open(_network.Udp, fd: 4, port: 69);
        Audit().ShouldBeNull();
    }

    private Process Init => _processes.First!;

    private Pcb Pcb => _socket.Pcb!;

    [Fact]
    public void A_consistent_kernel_passes_repeatedly()
    {
        Audit().ShouldBeNull();
        Audit().ShouldBeNull();
    }

    [Fact]
    public void An_endpoint_changed_without_a_rehash() =>
        AuditAfter(() => Pcb.Foreign = new Endpoint(Ipv4.Of(10, 0, 0, 9), 1), () => _socket.IsConnected = true)
            .ShouldStartWith("PCB hash corrupt: 10.0.0.1:53");

    [Fact]
    public void A_port_head_freed_too_early() =>
        AuditAfter(() => Pcb.PortHead = null).ShouldStartWith("PCB hash corrupt");

    [Fact]
    public void A_port_head_of_another_port() =>
        AuditAfter(() => Pcb.PortHead!.Port = 54).ShouldStartWith("PCB hash corrupt");

    [Fact]
    public void A_PCB_without_its_socket() =>
        AuditAfter(() => _socket.Pcb = null).ShouldStartWith("PCB without socket: 10.0.0.1:53");

    [Fact]
    public void Two_sockets_with_the_same_PCB() =>
        AuditAfter(() => _second.Pcb = Pcb).ShouldStartWith("PCB of another socket");

    [Fact]
    public void A_PCB_freed_while_in_use() =>
        AuditAfter(() => _network.Udp.Table.Free(Pcb)).ShouldNotBeNull();

    [Fact]
    public void A_broken_chain() =>
        AuditAfter(() => Pcb.InChain.Of(Pcb).Next = _second.Pcb).ShouldStartWith("PCB hash corrupt");

    [Fact]
    public void A_file_with_a_reference_too_few() =>
        AuditAfter(() => Init.Descriptors[3]!.References--).ShouldStartWith("references miscounted: a file");

    [Fact]
    public void A_descriptor_copied_without_a_reference() =>
        AuditAfter(() => Init.Descriptors.Open(5, Init.Descriptors[3]!))
            .ShouldStartWith("references miscounted: a file");

    [Fact]
    public void An_uncounted_descriptor_of_the_console() =>
        AuditAfter(() => Init.Descriptors.Close(0)).ShouldBe("references miscounted: the console");

    [Fact]
    public void A_prison_with_a_reference_too_many() =>
        AuditAfter(() => Prisons.Hold(Init.Credentials.Prison))
            .ShouldStartWith("references miscounted: prison 10.0.0.1");

    [Fact]
    public void A_prison_that_only_a_connection_in_a_queue_has()
    {
        _network.Sockets.Create(_network.Tcp, Init.Credentials, out Socket listener).ShouldBe(Errno.None);
        _files.Open(Init.Descriptors, 5, listener);
        var address = SocketAddress.Inet(Ipv4.Any, 80);
        _network.Tcp.Bind(listener, address, Init).ShouldBe(Errno.None);
        listener.IsListening = true;
        Socket connection = _network.Sockets.Zone.Allocate()!;
        (connection.Listener, connection.CannotSend, connection.CannotReceive) = (listener, true, true);
        listener.Waiting.Append(connection);
        Audit().ShouldBeNull();

        var prison = new Prison { References = 2, Root = Init.Root };
        AuditAfter(() => connection.Owner = connection.Owner.WithPrison(prison), () => NodeTable.Hold(Init.Root))
            .ShouldBe("references miscounted: the prison of a connection in a queue");
    }

    [Fact]
    public void A_leaked_file() =>
        AuditAfter(() => _files.Zone.Allocate()).ShouldBe("zone file miscounted: 2 reached, 3 in use");

    [Fact]
    public void A_leaked_port_head() =>
        AuditAfter(() => _network.PortHeads.Allocate()).ShouldStartWith("zone porthead miscounted");

    [Fact]
    public void A_process_missing_from_its_hash_chain() =>
        AuditAfter(() => Init.Pid = 2).ShouldStartWith("process list corrupt: 2");

    [Fact]
    public void An_uncounted_datagram() =>
        AuditAfter(
            () => _network.Sockets.TryDeliver(_socket, Endpoint.None, Data.Of("a")),
            () => _socket.Received.First!.Data = Data.Of("longer"))
            .ShouldStartWith("bytes miscounted: 22 queued, 17 counted");

    [Fact]
    public void A_socket_marked_connected_without_a_connection() =>
        AuditAfter(() => _socket.IsConnected = true).ShouldStartWith("socket and PCB disagree about the connection");

    [Fact]
    public void A_socket_that_connects_without_having_asked() =>
        AuditAfter(() => _socket.IsConnecting = true).ShouldStartWith("socket and PCB disagree about the connection");

    [Fact]
    public void A_PCB_that_asks_nobody() =>
        AuditAfter(() => Pcb.IsSynSent = true).ShouldStartWith("socket and PCB disagree about the connection");

    private string? AuditAfter(params Action[] changes)
    {
        foreach (Action change in changes)
        {
            change();
        }

        return Audit();
    }

    private string? Audit() => _auditor.Audit(_traversals);

    private Socket Open(Udp udp, int fd, int port)
    {
        _network.Sockets.Create(udp, Init.Credentials, out Socket socket).ShouldBe(Errno.None);
        _files.Open(Init.Descriptors, fd, socket);
        udp.Bind(socket, SocketAddress.Inet(Ipv4.Any, port), Init).ShouldBe(Errno.None);
        return socket;
    }
}
