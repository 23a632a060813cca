using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>A socket: what it may do, what it is bound and connected to, what waits at it.</summary>
public sealed record Socket
{
    /// <summary>Names it inside this state; never seen outside.</summary>
    public required int Id { get; init; }

    /// <summary>UDP or TCP; <see cref="Protocol.Default"/> for a socket that is idle.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>Its domain.</summary>
    public AddressFamily Family { get; init; } = AddressFamily.AF_INET;

    /// <summary>The user who made it (P5).</summary>
    public required int Owner { get; init; }

    /// <summary>The prison that it was made in; null on the host (G1).</summary>
    public required Prison? Prison { get; init; }

    /// <summary>The local end; port 0 where it is not bound.</summary>
    public Endpoint Local { get; init; }

    /// <summary>The foreign end; none where it is not connected.</summary>
    public Endpoint Foreign { get; init; }

    /// <summary>
    /// When it got its local port, and when it last got another address or foreign end, a port too: later is greater.
    /// FreeBSD 4.0 puts a PCB at the head of its lists then (in_pcbinshash, in_pcbrehash), so these tell the order in
    /// which look-ups meet sockets that fit equally well.
    /// </summary>
    public (int Bound, int Changed) Age { get; init; }

    /// <summary>The options that are on, of those that can be on or off.</summary>
    public ImmutableHashSet<SocketOption> Options { get; init; } = [];

    /// <summary>How much may wait at it, and how much is waited for.</summary>
    public Buffers Buffers { get; init; }

    /// <summary>SO_REUSEADDR.</summary>
    public bool ReuseAddress => Options.Contains(SocketOption.SO_REUSEADDR);

    /// <summary>SO_REUSEPORT.</summary>
    public bool ReusePort => Options.Contains(SocketOption.SO_REUSEPORT);

    /// <summary>IP_PORTRANGE (P1).</summary>
    public PortRangeOption Range { get; init; }

    /// <summary>Whom its SIGIO goes to: a process, or a process group under its negative id; 0 for nobody.</summary>
    public int SignalsTo { get; init; }

    /// <summary>A TCP socket whose connection came to nothing or was reset: it can only be closed.</summary>
    public bool IsGone { get; init; }

    /// <summary>A TCP socket that waits for connections.</summary>
    public bool IsListening { get; init; }

    /// <summary>How many connections listen(2) asked to queue.</summary>
    public int Backlog { get; init; }

    /// <summary>Ids of the connections that wait to be accepted, oldest first.</summary>
    public ImmutableArray<int> Queue { get; init; } = [];

    /// <summary>
    /// The id of the socket at the other end of a connection inside this host; 0 where there is none, or none any more.
    /// </summary>
    public int Peer { get; init; }

    /// <summary>Datagrams that wait to be received, oldest first.</summary>
    public ImmutableArray<Datagram> Inbox { get; init; } = [];

    /// <summary>What the next call reports of an earlier datagram.</summary>
    public Errno PendingError { get; init; }

    /// <summary>True for a local, routing, raw or IPX socket, which carries nothing yet (J9).</summary>
    public bool IsIdle => Protocol == Protocol.Default;

    /// <summary>True for a socket of a family that has no address of the prison: such ones may go anywhere (G1).</summary>
    public bool IsWithoutAddress => Family is AddressFamily.AF_LOCAL or AddressFamily.AF_ROUTE;

    /// <summary>True where it has a local port.</summary>
    public bool IsBound => Local.Port != 0;

    /// <summary>True where it has a foreign end.</summary>
    public bool IsConnected => !Foreign.IsNone;

    /// <summary>True where neither reuse option is set: then any use of a port counts as taken.</summary>
    public bool Shuns => !ReuseAddress && !ReusePort;

    /// <summary>The local address that it has when nothing binds it: its prison's, or none (G1).</summary>
    public Ipv4 RestingAddress => Prison?.Address ?? Ipv4.Any;
}

/// <summary>A datagram that waits at a socket.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="Data">What it carries.</param>
public readonly record struct Datagram(Endpoint Source, Data Data);
