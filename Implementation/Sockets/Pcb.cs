using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>An Internet protocol control block: FreeBSD's struct inpcb.</summary>
internal sealed class Pcb : PcbKey
{
    private Links<Pcb> _protocolLinks;

    public Socket Socket { get; set; } = null!;

    /// <summary>IP_PORTRANGE: the range for implicit binding (P1).</summary>
    public PortRangeOption Range { get; set; }

    /// <summary>IP_RECVDSTADDR and others: what is received with datagrams (S12).</summary>
    public PcbOptions Options { get; set; }

    /// <summary>The IP protocol of a raw socket, 0 for every one that it may receive: inp_ip_p (S11).</summary>
    public Protocol Number { get; set; }

    /// <summary>IP_TTL: inp_ip_ttl.</summary>
    public byte TimeToLive { get; set; }

    /// <summary>IP_TOS: inp_ip_tos.</summary>
    public byte TypeOfService { get; set; }

    /// <summary>The multicast options; null while all have their defaults (S11).</summary>
    public MulticastOptions? Multicast { get; set; }

    /// <summary>TCPS_SYN_SENT: it has asked its foreign end for a connection, and has no answer.</summary>
    public bool IsSynSent { get; set; }

    /// <summary>It has sent a FIN, or will when its connection request is answered (TF_NEEDFIN).</summary>
    public bool IsFinSent { get; set; }

    /// <summary>TCPS_CLOSE_WAIT: the other end has sent a FIN.</summary>
    public bool IsFinReceived { get; set; }

    /// <summary>The head of the PCBs with the same local port; null if unbound.</summary>
    public PortHead? PortHead { get; set; }

    /// <summary>The connection hash chain it is in, if bound.</summary>
    public uint Bucket { get; set; }

    public bool IsBound => Local.Port != 0;

    /// <summary>SO_DONTROUTE: it sends to attached networks only.</summary>
    public bool IsDirect => (Socket.Options & SocketOptions.DontRoute) != 0;

    /// <summary>The next PCB in the connection hash chain.</summary>
    public Pcb? NextInChain => ConnectionLinks.Next;

    /// <summary>The next PCB with the same local port.</summary>
    public Pcb? NextOnPort => PortLinks.Next;

    /// <summary>The next PCB of the protocol.</summary>
    public Pcb? NextOfProtocol => _protocolLinks.Next;

    internal override void Clear()
    {
        Foreign = default;
        Local = default;
        Socket = null!;
        Range = default;
        Options = PcbOptions.None;
        Number = Protocol.Default;
        TimeToLive = 0;
        TypeOfService = 0;
        Multicast = null;
        IsSynSent = false;
        IsFinSent = false;
        IsFinReceived = false;
        PortHead = null;
        Bucket = 0;
    }

    internal readonly struct InChain : ILinksOf<Pcb>
    {
        public static ref Links<Pcb> Of(Pcb item) => ref item.ConnectionLinks;
    }

    internal readonly struct OnPort : ILinksOf<Pcb>
    {
        public static ref Links<Pcb> Of(Pcb item) => ref item.PortLinks;
    }

    internal readonly struct OfProtocol : ILinksOf<Pcb>
    {
        public static ref Links<Pcb> Of(Pcb item) => ref item._protocolLinks;
    }
}
