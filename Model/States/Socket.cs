using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <summary>A socket: its options, its endpoints, and what is queued at it.</summary>
public sealed record Socket
{
    /// <summary>Identifies it in this state; never visible outside.</summary>
    public required int Id { get; init; }

    /// <summary>UDP or TCP; <see cref="Protocol.Default"/> for others.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>Its domain.</summary>
    public AddressFamily Family { get; init; } = AddressFamily.AF_INET;

    /// <summary>What it has as a local socket; null for other sockets (S9).</summary>
    public LocalEnd? End { get; init; }

    /// <summary>What it has as a raw IPv4 socket; null for other sockets (S11).</summary>
    public RawEnd? Raw { get; init; }

    /// <summary>What it has as a routing socket; null for other sockets (S9).</summary>
    public RoutingEnd? Routing { get; init; }

    /// <summary>The user that created it (P5).</summary>
    public required int Owner { get; init; }

    /// <summary>The prison that it was created in; null on the host (G1).</summary>
    public required Prison? Prison { get; init; }

    /// <summary>The local endpoint; port 0 if it is not bound.</summary>
    public Endpoint Local { get; init; }

    /// <summary>The foreign endpoint; none if it is not connected.</summary>
    public Endpoint Foreign { get; init; }

    /// <summary>
    /// When it was bound, and when an endpoint last changed: later is greater. FreeBSD 4.0 moves a PCB to the head of
    /// its lists at these times (in_pcbinshash, in_pcbrehash), so they give the order in which lookups find sockets
    /// that match equally well.
    /// </summary>
    public (int Bound, int Changed) Age { get; init; }

    /// <summary>The boolean options that are set.</summary>
    public ImmutableHashSet<SocketOption> Options { get; init; } = [];

    /// <summary>Its buffer sizes and low-water marks.</summary>
    public Buffers Buffers { get; init; }

    /// <summary>SO_REUSEADDR.</summary>
    public bool ReuseAddress => Options.Contains(SocketOption.SO_REUSEADDR);

    /// <summary>SO_REUSEPORT.</summary>
    public bool ReusePort => Options.Contains(SocketOption.SO_REUSEPORT);

    /// <summary>O_NONBLOCK, O_APPEND and others of its open file, without the access mode.</summary>
    public OpenOptions Flags { get; init; }

    /// <summary>
    /// True if calls on it do not sleep (SS_NBIO). It follows O_NONBLOCK, except that a connection has its listener's
    /// from the arrival of the request, and takes over <see cref="Flags"/> when it is accepted.
    /// </summary>
    public bool IsNonBlocking { get; init; }

    /// <summary>IP_PORTRANGE (P1).</summary>
    public PortRangeOption Range { get; init; }

    /// <summary>Its settings for multicast datagrams, and its memberships (S11).</summary>
    public MulticastSettings Multicast { get; init; } = MulticastSettings.Defaults;

    /// <summary>What other options of IPPROTO_IP have set.</summary>
    public IpSettings Ip { get; init; } = IpSettings.Defaults;

    /// <summary>The times of SO_LINGER, SO_SNDTIMEO and SO_RCVTIMEO (S7).</summary>
    public Waits Waits { get; init; }

    /// <summary>The owner for SIGIO: a pid, a negative process group id, or 0 for none.</summary>
    public int SignalsTo { get; init; }

    /// <summary>
    /// True for a TCP socket whose connection failed, was reset or has ended, or that was shut down without one: it has
    /// no PCB and can only be closed.
    /// </summary>
    public bool IsGone { get; init; }

    /// <summary>
    /// True for a TCP socket whose connection request has no answer yet; it has both endpoints (SYN_SENT).
    /// </summary>
    public bool IsUnanswered { get; init; }

    /// <summary>
    /// True while connect(2) regards the request as under way (SS_ISCONNECTING): a signal, or another connect(2), ends
    /// that before there is an answer.
    /// </summary>
    public bool IsConnecting { get; init; }

    /// <summary>
    /// True once sending was shut down (SS_CANTSENDMORE); <see cref="CannotSend"/> has the other reasons.
    /// </summary>
    public bool IsSendingShut { get; init; }

    /// <summary>
    /// True once receiving was shut down, or the other end of a stream has shut down sending (SS_CANTRCVMORE).
    /// </summary>
    public bool IsReceivingShut { get; init; }

    /// <summary>How far the end of a TCP connection has got.</summary>
    public Ending Ending { get; init; }

    /// <summary>
    /// True for a TCP socket that is no longer connected although its PCB remains, since its own end has finished and
    /// it can receive no more.
    /// </summary>
    public bool IsDisconnected { get; init; }

    /// <summary>True for a TCP socket that listens.</summary>
    public bool IsListening { get; init; }

    /// <summary>The backlog of listen(2).</summary>
    public int Backlog { get; init; }

    /// <summary>Ids of the connections to be accepted, oldest first.</summary>
    public ImmutableArray<int> Queue { get; init; } = [];

    /// <summary>
    /// The id of the socket that a local socket is connected to, or of the other socket of a connection inside this
    /// host; 0 if there is none or it was closed.
    /// </summary>
    public int Peer { get; init; }

    /// <summary>
    /// Received datagrams, oldest first. Of a local stream its records: the bytes that were sent with one control
    /// message, and after it up to the next.
    /// </summary>
    public ImmutableArray<Datagram> Inbox { get; init; } = [];

    /// <summary>The error of an earlier datagram, connection or peer, which the next call returns.</summary>
    public Errno PendingError { get; init; }

    /// <summary>True for an IPX socket, which transfers no data (J9).</summary>
    public bool IsIdle => Family == AddressFamily.AF_IPX;

    /// <summary>True for a socket of the Internet.</summary>
    public bool IsInternet => Family == AddressFamily.AF_INET;

    /// <summary>True for a local stream (S9).</summary>
    public bool IsLocalStream => End is { Type: SocketType.SOCK_STREAM };

    /// <summary>True for a family without IP addresses: its sockets may enter and leave prisons (G1).</summary>
    public bool IsWithoutAddress => Family is AddressFamily.AF_LOCAL or AddressFamily.AF_ROUTE;

    /// <summary>
    /// The bytes in its receive buffer: each datagram counts with its sender's address and its control data.
    /// </summary>
    public int Used
    {
        get
        {
            int used = 0;
            foreach (Datagram waiting in Inbox)
            {
                used += waiting.Size;
            }

            return used;
        }
    }

    /// <summary>The unread bytes of the first record of a local stream.</summary>
    public Data Unread => IsLocalStream && !Inbox.IsEmpty ? Inbox[0].Data : default;

    /// <summary>True if it has a local port.</summary>
    public bool IsBound => Local.Port != 0;

    /// <summary>True if it has a foreign endpoint.</summary>
    public bool IsConnected => Raw?.IsConnected ?? !Foreign.IsNone;

    /// <summary>True if it is connected with its foreign endpoint, which has answered if it had to.</summary>
    public bool IsEstablished => IsConnected && !IsUnanswered && !IsDisconnected;

    /// <summary>True if it can send no more: shut down, or without a connection for ever.</summary>
    public bool CannotSend => IsSendingShut || IsGone;

    /// <summary>True if no data is to come: shut down, or without a connection for ever.</summary>
    public bool CannotReceive => IsReceivingShut || IsGone;

    /// <summary>True if neither reuse option is set: then any use of a port conflicts.</summary>
    public bool Shuns => !ReuseAddress && !ReusePort;

    /// <summary>The local address of an unbound socket: its prison's, or none (G1).</summary>
    public Ipv4 RestingAddress => Prison?.Address ?? Ipv4.Any;
}

/// <summary>A datagram queued at a socket, or a record of a local stream.</summary>
/// <param name="Source">Its sender, in the Internet domain.</param>
/// <param name="Data">Its data.</param>
public readonly record struct Datagram(Endpoint Source, Data Data)
{
    private readonly ImmutableArray<DescriptorEntry> _rights;

    /// <summary>
    /// The control data that came with it (S12). Descriptors in it have no numbers until they arrive.
    /// </summary>
    public Data Control { get; init; }

    /// <summary>The open files whose descriptors it passes.</summary>
    public ImmutableArray<DescriptorEntry> Rights
    {
        get => _rights.IsDefault ? [] : _rights;
        init => _rights = value;
    }

    /// <summary>The path of its sender, in the local domain; null if it has none.</summary>
    public string? Path { get; init; }

    /// <summary>The size of the sender's address in the receive buffer, in bytes.</summary>
    public int NameSize { get; init; } = SocketAddress.InetLength;

    /// <summary>The room that it takes in the receive buffer, in bytes.</summary>
    public int Size => NameSize + Control.Length + Data.Length;

    /// <summary>Same sender, data, control data and open files.</summary>
    public bool Equals(Datagram other) =>
        Source == other.Source && Data == other.Data && Control == other.Control && Path == other.Path
        && NameSize == other.NameSize && Rights.AsSpan().SequenceEqual(other.Rights.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source, Data, Control, Path, Rights.Length);
}
