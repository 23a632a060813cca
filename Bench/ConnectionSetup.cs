using BenchmarkDotNet.Attributes;
using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;
using Verify.Properties.Reference;

namespace Verify.Bench;

/// <summary>
/// Measures the cost of one connection to a server that has many (H5): its first segment finds the listening socket, a
/// PCB is inserted and given its endpoints, four segments find it, and it is removed. The hashed tables are compared
/// with one list of all PCBs.
/// </summary>
public class ConnectionSetup
{
    private const int SegmentsPerConnection = 4;

    private static readonly Endpoint Server = new(Ipv4.Of(10, 0, 0, 1), 80);
    private static readonly Endpoint Client = new(Ipv4.Of(198, 51, 100, 9), 4321);
    private static readonly Socket Owner = new();

    private PcbTable _default = null!;
    private PcbTable _sized = null!;
    private LinearPcbList _list = null!;

    /// <summary>The connections that the server has already.</summary>
    [Params(100, 1_000, 10_000, 100_000)]
    public int Connections { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _default = Table(512);
        _sized = Table((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Connections));
        _list = new LinearPcbList();
        _list.Add(Server with { Address = Ipv4.Any }, Endpoint.None);
        for (int i = 0; i < Connections; i++)
        {
            _list.Add(Server, ClientNumber(i));
        }
    }

    [Benchmark(Baseline = true, Description = "one list")]
    public bool Linear()
    {
        bool found = _list.LookupHash(Client, Server, wildcard: true) is not null;
        LinearPcb pcb = _list.Add(Server, Endpoint.None);
        _list.Change(pcb, Server.Address, Client);
        for (int i = 0; i < SegmentsPerConnection; i++)
        {
            // The list finds the new connection first; it is slow for the segments of older ones.
            found &= _list.LookupHash(ClientNumber(Connections / 2), Server, wildcard: true) is not null;
        }

        _list.Remove(pcb);
        return found;
    }

    [Benchmark(Description = "hashed, 512 buckets")]
    public bool Hashed() => SetUp(_default);

    [Benchmark(Description = "hashed, one bucket for each connection")]
    public bool HashedBySize() => SetUp(_sized);

    private bool SetUp(PcbTable table)
    {
        bool found = table.LookupHash(Client, Server, wildcard: true) is not null;
        Pcb pcb = table.Allocate(Owner)!;
        pcb.Local = Server;
        table.InsertHash(pcb);
        table.Rehash(pcb, Server.Address, Client);
        for (int i = 0; i < SegmentsPerConnection; i++)
        {
            found &= table.LookupHash(ClientNumber(Connections / 2), Server, wildcard: true) is not null;
        }

        table.Free(pcb);
        return found;
    }

    private PcbTable Table(int buckets)
    {
        var table = new PcbTable("tcpcb", buckets, int.MaxValue, new Zone<PortHead>("porthead"));
        Add(table, Server with { Address = Ipv4.Any }, Endpoint.None);
        for (int i = 0; i < Connections; i++)
        {
            Add(table, Server, ClientNumber(i));
        }

        return table;
    }

    private static void Add(PcbTable table, Endpoint local, Endpoint foreign)
    {
        Pcb pcb = table.Allocate(Owner)!;
        pcb.Local = local;
        pcb.Foreign = foreign;
        table.InsertHash(pcb);
    }

    /// <summary>Spreads clients over many networks, each with a port from the usual range.</summary>
    private static Endpoint ClientNumber(int i) =>
        new(new Ipv4(0x0c00_0000 + (uint)i * 7919), (ushort)(1024 + i * 31 % 3977));
}
