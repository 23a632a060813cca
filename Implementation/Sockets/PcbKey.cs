using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>
/// The fields that look-ups read. They are in a base class because its fields are laid out first: the chain and both
/// endpoints share one 64-byte cache line (H6).
/// </summary>
internal abstract class PcbKey : ZoneItem
{
    protected Links<Pcb> ConnectionLinks;
    protected Links<Pcb> PortLinks;

    /// <summary>The foreign endpoint; none if unconnected.</summary>
    public Endpoint Foreign { get; set; }

    /// <summary>The local endpoint; port 0 if unbound.</summary>
    public Endpoint Local { get; set; }
}
