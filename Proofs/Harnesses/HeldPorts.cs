using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>Tables of PCBs that each hold a port at INADDR_ANY.</summary>
internal static class HeldPorts
{
    /// <summary>A table in which these distinct ports are held, with room for one more PCB.</summary>
    public static PcbTable Table(params ushort[] held)
    {
        var table = new PcbTable("pcb", 1, held.Length + 1, new Zone<PortHead>("porthead"));
        foreach (ushort port in held)
        {
            Pcb pcb = table.Allocate(null!)!;
            pcb.Local = new Endpoint(Ipv4.Any, port);
            table.InsertHash(pcb);
        }

        return table;
    }
}
