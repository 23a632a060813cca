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
        Interfaces.Changes.AddDefaultRoute();
        Ports = new PortVariables(world);
        PortHeads = new Zone<PortHead>("porthead", tunables.MaxPortHeads);
        Route = new RouteProtocol(Pcbs("rawcb", buckets: 1), Sockets, Interfaces);
        InterfaceControl = new InterfaceControl(Interfaces, new Announcements(Route, Clock));
        var addresses = new AddressRequests(Interfaces, InterfaceControl);
        Udp = new Udp(Pcbs("udpcb", UdpHashSize), Interfaces, Ports, Sockets, Clock) { AddressRequests = addresses };
        Tcp = new Tcp(Pcbs("tcpcb", tunables.TcpHashSize), Interfaces, Ports, Sockets)
        {
            AddressRequests = addresses,
            AnswersLater = world.AnswersLater,
        };

        Raw = new RawIp(Pcbs("ripcb", buckets: 1), Interfaces, Ports, Sockets, Clock) { AddressRequests = addresses };

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

    /// <summary>Changes of interfaces.</summary>
    public InterfaceControl InterfaceControl { get; }

    /// <summary>The domains that have been registered.</summary>
    public DomainList Domains { get; } = new();

    /// <summary>Registers all domains, at the end of the boot: SYSINIT(domain_add).</summary>
    /// <param name="names">The names of local sockets.</param>
    /// <param name="rights">The control data of local sockets.</param>
    public void Register(LocalNames names, RightsCalls rights)
    {
        Domains.Add(new Domain(
            AddressFamily.AF_LOCAL, "local",
            new LocalStream(Sockets, names, rights), new LocalDatagram(Sockets, names, rights)));
        Domains.Add(new Domain(AddressFamily.AF_INET, "internet", Udp, Tcp, Raw));
        Domains.Add(new Domain(AddressFamily.AF_ROUTE, "route", Route));
        Domains.Add(new Domain(AddressFamily.AF_IPX, "ipx", new IdleProtocol(AddressFamily.AF_IPX)));
    }
}
