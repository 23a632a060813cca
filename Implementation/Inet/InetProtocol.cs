using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>The common part of UDP and TCP: PCB allocation and the calls that only read the PCB (S8).</summary>
internal abstract class InetProtocol : ITransport
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

    public AddressFamily Family => AddressFamily.AF_INET;

    public abstract Protocol Number { get; }

    public abstract SocketType Type { get; }

    public abstract bool CarriesDatagrams { get; }

    /// <summary>Data transfer on TCP is left to S10.</summary>
    public bool CarriesBytes => false;

    public bool RefusesUrgentData => false;

    public abstract Errno NoUrgentData { get; }

    /// <summary>The buffer sizes of a new socket.</summary>
    protected abstract BufferSizes InitialSizes { get; }

    public PcbTable Table { get; }

    public Multicast Multicast { get; }

    protected Interfaces Interfaces { get; }

    protected PcbBinding Binding { get; }

    protected PcbConnection Connection { get; }

    public virtual Errno Attach(Socket socket, Protocol number, in Credentials caller)
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

    public virtual void Detach(Socket socket)
    {
        if (socket.Pcb is { } pcb)
        {
            Multicast.Discard(pcb);
            socket.Pcb = null;
            Table.Free(pcb);
        }
    }

    /// <summary>Names are passed by value, so a protocol may change its copy (S7).</summary>
    public virtual Errno Bind(Socket socket, in SocketAddress name, in Credentials caller) =>
        socket.Pcb is { } pcb ? Binding.Bind(pcb, name, caller) : Errno.EINVAL;

    public abstract Errno Connect(
        Socket socket, in SocketAddress name, in Credentials caller, ref Traffic traffic);

    public abstract Errno Disconnect(Socket socket);

    public abstract Errno Listen(Socket socket, in Credentials caller);

    public abstract Errno Send(
        Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic);

    public abstract Errno Shutdown(Socket socket);

    public void HaveRead(Socket socket, int count)
    {
    }

    /// <summary>Sets IP_PORTRANGE: ip_ctloutput.</summary>
    public Errno SetPortRange(Socket socket, int value)
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

    public Errno GetPortRange(Socket socket, out int value)
    {
        value = (int?)socket.Pcb?.Range ?? 0;
        return socket.Pcb is null ? Errno.ECONNRESET : Errno.None;
    }

    /// <summary>in_setsockaddr.</summary>
    public Errno LocalName(Socket socket, out SocketName name)
    {
        name = new SocketName(socket.Pcb?.Local);
        return socket.Pcb is null ? Errno.EINVAL : Errno.None;
    }

    /// <summary>in_setpeeraddr.</summary>
    public Errno PeerName(Socket socket, out SocketName name)
    {
        name = new SocketName(socket.Pcb?.Foreign);
        return socket.Pcb is null ? Errno.EINVAL : Errno.None;
    }
}
