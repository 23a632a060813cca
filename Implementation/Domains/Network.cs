using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Raw;
using Verify.Implementation.Local;
using Verify.Implementation.Primitives;
using Verify.Implementation.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Domains;

/// <summary>The parts of the network layer, assembled at boot.</summary>
internal sealed class Network
{
    private const int UdpHashSize = 16;

    public Network(World world, Prisons prisons, IWakeups wakeups)
    {
        Tunables tunables = world.Tunables;
        Sockets = new SocketLayer(prisons, tunables, wakeups);
        Interfaces = new Interfaces(world, Clock);
        Interfaces.Changes.AddRoutesOfAddresses();
        Ports = new PortVariables(world);
        PortHeads = new Zone<PortHead>("porthead", tunables.MaxPortHeads);
        Udp = new Udp(Pcbs("udpcb", UdpHashSize), Interfaces, Ports, Sockets, Clock);
        Tcp = new Tcp(Pcbs("tcpcb", tunables.TcpHashSize), Interfaces, Ports, Sockets)
        {
            AnswersLater = world.AnswersLater,
        };

        Raw = new RawIp(Pcbs("ripcb", buckets: 1), Interfaces, Ports, Sockets, Clock);
        Route = new RouteProtocol(Pcbs("rawcb", buckets: 1), Sockets);
        RouteRequests = new RouteRequests(Route, Interfaces);
        InterfaceControl = new InterfaceControl(Interfaces, new Announcements(Route, Clock));
        Protocols = new ProtocolSwitch(
            new ProtocolEntry(SocketType.SOCK_DGRAM, Udp),
            new ProtocolEntry(SocketType.SOCK_STREAM, Tcp),
            new ProtocolEntry(SocketType.SOCK_RAW, Raw, takesAnyNumber: true),
            new ProtocolEntry(SocketType.SOCK_STREAM, new LocalStream(Sockets)),
            new ProtocolEntry(SocketType.SOCK_DGRAM, new LocalDatagram(Sockets)),
            new ProtocolEntry(SocketType.SOCK_RAW, Route, takesAnyNumber: true),
            new ProtocolEntry(SocketType.SOCK_DGRAM, new IdleProtocol(AddressFamily.AF_IPX)));

        PcbTable Pcbs(string name, int buckets) => new(name, buckets, tunables.MaxSockets, PortHeads);
    }

    public SocketLayer Sockets { get; }

    public Clock Clock { get; } = new();

    public Interfaces Interfaces { get; }

    public PortVariables Ports { get; }

    public Zone<PortHead> PortHeads { get; }

    public Udp Udp { get; }

    public Tcp Tcp { get; }

    public RawIp Raw { get; }

    /// <summary>Routing sockets.</summary>
    public RouteProtocol Route { get; }

    /// <summary>What they send.</summary>
    public RouteRequests RouteRequests { get; }

    /// <summary>Changes of interfaces.</summary>
    public InterfaceControl InterfaceControl { get; }

    public ProtocolSwitch Protocols { get; }
}
