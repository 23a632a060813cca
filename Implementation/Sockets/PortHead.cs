using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>A local port in use and its PCBs (H2): FreeBSD's struct inpcbport.</summary>
internal sealed class PortHead : ZoneItem
{
    /// <summary>The PCBs, most recently bound first.</summary>
    public IntrusiveList<Pcb, Pcb.OnPort> Pcbs;

    private Links<PortHead> _links;

    public ushort Port { get; set; }

    /// <summary>The next head in the port hash chain.</summary>
    public PortHead? Next => _links.Next;

    internal override void Clear()
    {
        Pcbs = default;
        Port = 0;
    }

    internal readonly struct InChain : ILinksOf<PortHead>
    {
        public static ref Links<PortHead> Of(PortHead item) => ref item._links;
    }
}
