using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet.Raw;

/// <summary>Raw IP: raw_ip.c (S11). Its PCBs have no ports, and are in no hash table.</summary>
internal sealed class RawIp : InetProtocol
{
    /// <summary>The bytes of a sockaddr_in up to the end of the address.</summary>
    private const int AddressEnd = 8;

    /// <summary>AF_IMPLINK, which is as good as AF_INET here.</summary>
    private const AddressFamily ImpLink = (AddressFamily)3;

    private readonly SocketLayer _sockets;
    private readonly RawOutput _output;
    private readonly RawInput _input;

    public RawIp(PcbTable table, Interfaces interfaces, PortVariables ports, SocketLayer sockets, Clock clock)
        : base(table, interfaces, ports)
    {
        _sockets = sockets;
        _input = new RawInput(table, sockets, new ReceivedControl(interfaces, clock));
        _output = new RawOutput(interfaces, _input);
    }

    /// <summary>The sizes of the buffers of new sockets.</summary>
    public RawVariables Variables { get; } = new();

    public override Protocol Number => Protocol.Default;

    public override SocketType Type => SocketType.SOCK_RAW;

    public override bool CarriesDatagrams => true;

    protected override BufferSizes InitialSizes =>
        BufferSizes.Of(Variables.MaxDatagram, Variables.ReceiveSpace);

    /// <summary>EPERM without the privilege, ENOBUFS for buffers that are too large, or without memory.</summary>
    public override Errno Attach(Socket socket, Protocol number, in Credentials owner)
    {
        if (!Privileges.Allows(owner, Privilege.RawSocket))
        {
            return Errno.EPERM;
        }

        if (!BufferSizes.CanBe(Variables.MaxDatagram) || !BufferSizes.CanBe(Variables.ReceiveSpace))
        {
            return Errno.ENOBUFS;
        }

        Errno error = base.Attach(socket, number, owner);
        if (socket.Pcb is { } pcb)
        {
            pcb.Number = (Protocol)(byte)number;
            pcb.TimeToLive = 0;
        }

        return error;
    }

    /// <summary>
    /// May be repeated. The address is compared with those of the interfaces as a whole, so its port must be 0, and its
    /// family AF_INET; but 0.0.0.0 is not compared.
    /// </summary>
    public override Errno Bind(Socket socket, in SocketAddress name, ICaller caller)
    {
        if (name.Length != SocketAddress.InetLength)
        {
            return Errno.EINVAL;
        }

        Ipv4 address = name.Endpoint.Address;
        bool isOfInterface = name.Family == AddressFamily.AF_INET && name.Endpoint.Port == 0
            && Interfaces.HasAddressOrBroadcast(address);
        if (!Interfaces.HasInterface || !IsFamily(name.Family) || !(address.IsAny || isOfInterface))
        {
            return Errno.EADDRNOTAVAIL;
        }

        socket.Pcb!.Local = new Endpoint(address, 0);
        return Errno.None;
    }

    /// <summary>Any address will do.</summary>
    public override Errno Connect(Socket socket, in SocketAddress name, ICaller caller, ref Traffic traffic)
    {
        Errno error = name.Length != SocketAddress.InetLength ? Errno.EINVAL
            : !Interfaces.HasInterface ? Errno.EADDRNOTAVAIL
            : !IsFamily(name.Family) ? Errno.EAFNOSUPPORT
            : Errno.None;
        if (error == Errno.None)
        {
            socket.Pcb!.Foreign = new Endpoint(name.Endpoint.Address, 0);
            _sockets.SetConnected(socket);
        }

        return error;
    }

    /// <summary>FreeBSD 4.0 frees the PCB here, and the next connect finds none: a panic (D53, G7).</summary>
    public override Errno Disconnect(Socket socket)
    {
        socket.Pcb!.Foreign = Endpoint.None;
        socket.IsConnected = false;
        return Errno.None;
    }

    /// <summary>
    /// Of an address only the four bytes count. If they are not there, FreeBSD 4.0 takes what it finds (D55).
    /// </summary>
    public override Errno Send(Socket socket, in Message message, ICaller caller, ref Traffic traffic)
    {
        Pcb pcb = socket.Pcb!;
        SocketAddress? name = message.Name;
        return socket.IsConnected && name is not null ? Errno.EISCONN
            : name is { Length: < AddressEnd } ? Errno.EINVAL
            : _output.Send(pcb, message.Data, name?.Endpoint.Address ?? pcb.Foreign.Address, ref traffic);
    }

    public override Errno Shutdown(Socket socket)
    {
        _sockets.EndSending(socket);
        return Errno.None;
    }

    /// <summary>A packet from another host: to this one alone or to many, or none of its business.</summary>
    public void Input(in Ipv4Packet packet, int card, ref Traffic traffic)
    {
        if (Interfaces.IsOwn(packet.Destination) || Interfaces.Accepts(packet.Destination, card))
        {
            _input.Receive(packet, card, ref traffic);
        }
    }

    private static bool IsFamily(AddressFamily family) => family is AddressFamily.AF_INET or ImpLink;
}
