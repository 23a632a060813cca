using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>
/// What a look-up reads of a PCB. It is a class of its own because fields of a base class come first: the chain and
/// both ends share one 64-byte line (H6).
/// </summary>
internal abstract class PcbKey : ZoneItem
{
    protected Links<Pcb> ConnectionLinks;
    protected Links<Pcb> PortLinks;

    /// <summary>The foreign end; none where it is not connected.</summary>
    public Endpoint Foreign { get; set; }

    /// <summary>The local end; port 0 where it is not bound.</summary>
    public Endpoint Local { get; set; }
}
