using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>
/// The PCBs of one protocol, hashed by connection and by local port: FreeBSD's struct inpcbinfo and the functions of
/// in_pcb.c that maintain it. A PCB is in the hash tables while it has a local port.
/// </summary>
internal sealed partial class PcbTable
{
    private readonly IntrusiveList<Pcb, Pcb.InChain>[] _connections;
    private readonly IntrusiveList<PortHead, PortHead.InChain>[] _ports;
    private readonly uint _mask;
    private readonly Zone<PortHead> _portHeads;
    private IntrusiveList<Pcb, Pcb.OfProtocol> _all;
    private PcbStatistics _statistics;

    /// <param name="name">The name of its zone.</param>
    /// <param name="buckets">The number of buckets of each hash table, a power of two.</param>
    /// <param name="maxPcbs">The maximum number of PCBs.</param>
    /// <param name="portHeads">The zone of port heads, shared by all protocols.</param>
    public PcbTable(string name, int buckets, int maxPcbs, Zone<PortHead> portHeads)
    {
        _connections = new IntrusiveList<Pcb, Pcb.InChain>[buckets];
        _ports = new IntrusiveList<PortHead, PortHead.InChain>[buckets];
        _mask = (uint)buckets - 1;
        _portHeads = portHeads;
        Zone = new Zone<Pcb>(name, maxPcbs);
    }

    public Zone<Pcb> Zone { get; }

    public PortCursors Cursors { get; } = new();

    public PcbStatistics Statistics => _statistics;

    /// <summary>The newest PCB, bound or not.</summary>
    public Pcb? First => _all.First;

    /// <summary>Allocates an unbound PCB: in_pcballoc. Null if no memory is left.</summary>
    public Pcb? Allocate(Socket socket)
    {
        if (Zone.Allocate() is not { } pcb)
        {
            return null;
        }

        pcb.Socket = socket;
        _all.InsertHead(pcb);
        return pcb;
    }

    /// <summary>Removes a PCB from all lists and frees it: in_pcbdetach.</summary>
    public void Free(Pcb pcb)
    {
        RemoveLists(pcb);
        Zone.Free(pcb);
    }

    /// <summary>
    /// Inserts a PCB that has just got its local port into both hash tables: in_pcbinshash. Returns false, with nothing
    /// changed, if no memory is left for a port head.
    /// </summary>
    public bool InsertHash(Pcb pcb)
    {
        PortHead? head = FindHead(pcb.Local.Port) ?? AddHead(pcb.Local.Port);
        if (head is null)
        {
            return false;
        }

        pcb.PortHead = head;
        head.Pcbs.InsertHead(pcb);
        Chain(pcb);
        _statistics = _statistics with { Inserts = _statistics.Inserts + 1 };
        return true;
    }

    /// <summary>
    /// Changes the local address and foreign endpoint of a PCB in the hash tables: in_pcbrehash. The local port cannot
    /// change and the local address is not hashed, so only the connection chain changes (H3).
    /// </summary>
    public void Rehash(Pcb pcb, Ipv4 local, Endpoint foreign)
    {
        bool isSame = pcb.Local.Address == local && pcb.Foreign == foreign;
        _connections[pcb.Bucket].Remove(pcb);
        pcb.Local = pcb.Local with { Address = local };
        pcb.Foreign = foreign;
        Chain(pcb);
        _statistics = _statistics with
        {
            Rehashes = _statistics.Rehashes + 1,
            Redundant = _statistics.Redundant + (isSame ? 1 : 0),
        };
    }

    /// <summary>True if the PCB is linked consistently in the list of all PCBs.</summary>
    public bool IsListed(Pcb pcb) => _all.Holds(pcb);

    /// <summary>
    /// True if the PCB is linked consistently in the right chains of both hash tables, or is unbound and has nothing to
    /// be hashed by.
    /// </summary>
    public bool IsHashed(Pcb pcb)
    {
        if (pcb.PortHead is not { } head)
        {
            return pcb.Local.IsNone && pcb.Foreign.IsNone;
        }

        return pcb.IsBound
            && pcb.Bucket == ChainOf(pcb) && _connections[pcb.Bucket].Holds(pcb)
            && ReferenceEquals(head, FindHead(pcb.Local.Port)) && head.Pcbs.Holds(pcb);
    }

    /// <summary>Removes a PCB from all lists, and the port head with its last PCB (H3): in_pcbremlists.</summary>
    private void RemoveLists(Pcb pcb)
    {
        if (pcb.PortHead is { } head)
        {
            _connections[pcb.Bucket].Remove(pcb);
            head.Pcbs.Remove(pcb);
            if (head.Pcbs.First is null)
            {
                RemoveHead(head);
            }

            _statistics = _statistics with { Removes = _statistics.Removes + 1 };
        }

        _all.Remove(pcb);
    }

    private uint ChainOf(Pcb pcb) =>
        PcbHash.Connection(pcb.Foreign.Address.Value, pcb.Local.Port, pcb.Foreign.Port, _mask);

    private void Chain(Pcb pcb)
    {
        pcb.Bucket = ChainOf(pcb);
        _connections[pcb.Bucket].InsertHead(pcb);
    }

    private PortHead? AddHead(ushort port)
    {
        if (_portHeads.Allocate() is not { } head)
        {
            return null;
        }

        head.Port = port;
        _ports[PcbHash.Port(port, _mask)].InsertHead(head);
        return head;
    }

    private void RemoveHead(PortHead head)
    {
        _ports[PcbHash.Port(head.Port, _mask)].Remove(head);
        _portHeads.Free(head);
    }
}
