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

    /// <summary>The local end.</summary>
    public Endpoint Local { get; internal set; }

    /// <summary>The foreign end; none where it is not connected.</summary>
    public Endpoint Foreign { get; internal set; }

    /// <summary>When it was added, counted in additions.</summary>
    internal long BoundAt { get; }

    internal LinkedListNode<LinearPcb> Place { get; }
}
