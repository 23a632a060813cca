using Verify.Abi;

namespace Verify.Proofs.Harnesses;

/// <summary>The state of a socket before a call. With port 0 it has no local end.</summary>
internal readonly struct SocketState(
    byte prison, int uid, int options, PortRangeOption range, Endpoint local, Endpoint foreign, bool listens)
{
    /// <summary>The prison it belongs to: 1 the first, 2 the second, otherwise none.</summary>
    public byte Prison { get; } = prison;

    /// <summary>User id of its creator.</summary>
    public int Uid { get; } = uid;

    /// <summary>SO_REUSEADDR and SO_REUSEPORT.</summary>
    public int Options { get; } = options;

    /// <summary>IP_PORTRANGE.</summary>
    public PortRangeOption Range { get; } = range;

    /// <summary>Its local end. In a prison the address is replaced by the prison's.</summary>
    public Endpoint Local { get; } = local;

    /// <summary>Its foreign end; with port 0 it is not connected.</summary>
    public Endpoint Foreign { get; } = foreign;

    /// <summary>True if it listens, provided it is bound and not connected.</summary>
    public bool Listens { get; } = listens;

    /// <summary>The same, without a local end.</summary>
    public SocketState Unbound => new(Prison, Uid, Options, Range, Endpoint.None, Endpoint.None, listens: false);

    /// <summary>The same, listening.</summary>
    public SocketState Listening => new(Prison, Uid, Options, Range, Local, Endpoint.None, listens: true);

    /// <summary>The same, connected to this end.</summary>
    public SocketState ConnectedTo(Endpoint foreign) =>
        new(Prison, Uid, Options, Range, Local, foreign, listens: false);

    /// <summary>The same, outside all prisons.</summary>
    public SocketState OnHost => new(prison: 0, Uid, Options, Range, Local, Foreign, Listens);
}
