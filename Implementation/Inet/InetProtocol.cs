using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>The common part of TCP, UDP and raw IP: PCB allocation and the calls that only read the PCB (S8).</summary>
internal abstract class InetProtocol : SocketProtocol
{
    /// <summary>net.inet.ip.ttl.</summary>
    private const byte DefaultTimeToLive = 64;

    protected InetProtocol(PcbTable table, Interfaces interfaces, PortVariables ports)
    {
        Table = table;
        Interfaces = interfaces;
        Binding = new PcbBinding(table, interfaces, ports);
        Connection = new PcbConnection(table, interfaces, Binding);
        Multicast = new Multicast(interfaces);
    }

    public override AddressFamily Family => AddressFamily.AF_INET;

    /// <summary>Data transfer on TCP is left to S10.</summary>
    public override bool CarriesBytes => false;

    /// <summary>The buffer sizes of a new socket.</summary>
    protected abstract BufferSizes InitialSizes { get; }

    public PcbTable Table { get; }

    public Multicast Multicast { get; }

    /// <summary>in_control.</summary>
    public IAddressRequests? AddressRequests { get; init; }

    protected Interfaces Interfaces { get; }

    protected PcbBinding Binding { get; }

    protected PcbConnection Connection { get; }

    public override Errno Attach(Socket socket, Protocol number, in Credentials owner)
    {
        socket.Pcb = Table.Allocate(socket);
        socket.Sizes = InitialSizes;
        if (socket.Pcb is null)
        {
            return Errno.ENOBUFS;
        }

        socket.Pcb.TimeToLive = DefaultTimeToLive;
        return Errno.None;
    }

    public override void Detach(Socket socket)
    {
        if (socket.Pcb is { } pcb)
        {
            Multicast.Discard(pcb);
            socket.Pcb = null;
            Table.Free(pcb);
        }
    }

    /// <summary>Names are passed by value, so a protocol may change its copy (S7).</summary>
    public override Errno Bind(Socket socket, in SocketAddress name, ICaller caller) =>
        socket.Pcb is { } pcb ? Binding.Bind(pcb, name, caller.Credentials) : Errno.EINVAL;

    public override Outcome Control(Call.OnInterface call, ICaller caller, ref Traffic traffic) =>
        AddressRequests!.Control(call, caller, ref traffic);

    /// <summary>Sets IP_PORTRANGE: ip_ctloutput.</summary>
    public override Errno SetPortRange(Socket socket, int value)
    {
        if (socket.Pcb is not { } pcb)
        {
            return Errno.ECONNRESET;
        }

        var range = (PortRangeOption)value;
        if (range is < PortRangeOption.IP_PORTRANGE_DEFAULT or > PortRangeOption.IP_PORTRANGE_LOW)
        {
            return Errno.EINVAL;
        }

        pcb.Range = range;
        return Errno.None;
    }

    public override Errno GetPortRange(Socket socket, out int value)
    {
        value = (int?)socket.Pcb?.Range ?? 0;
        return socket.Pcb is null ? Errno.ECONNRESET : Errno.None;
    }

    public override bool IsDetached(Socket socket) => socket.Pcb is null;

    /// <summary>in_setsockaddr.</summary>
    public override Errno LocalName(Socket socket, out SocketName name)
    {
        name = new SocketName(AttachedPcb(socket, "in_setsockaddr").Local);
        return Errno.None;
    }

    /// <summary>in_setpeeraddr.</summary>
    public override Errno PeerName(Socket socket, out SocketName name)
    {
        name = new SocketName(AttachedPcb(socket, "in_setpeeraddr").Foreign);
        return Errno.None;
    }

    /// <summary>Without a PCB the seeds' kernel follows a null pointer. Who calls looks first (S8, D30, G7).</summary>
    private static Pcb AttachedPcb(Socket socket, string function) =>
        socket.Pcb ?? throw new KernelPanicException($"{function}: the socket has no PCB");
}
