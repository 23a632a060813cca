using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>One entry of a <see cref="LinearPcbList"/>: a socket with a local port.</summary>
public sealed class LinearPcb
{
    internal LinearPcb(Endpoint local, Endpoint foreign, long boundAt)
    {
        Local = local;
        Foreign = foreign;
        BoundAt = boundAt;
        Place = new LinkedListNode<LinearPcb>(this);
    }

    /// <summary>The local endpoint.</summary>
    public Endpoint Local { get; internal set; }

    /// <summary>The foreign endpoint; none if the socket is not connected.</summary>
    public Endpoint Foreign { get; internal set; }

    /// <summary>The number of entries added before it, plus one.</summary>
    internal long BoundAt { get; }

    internal LinkedListNode<LinearPcb> Place { get; }
}
