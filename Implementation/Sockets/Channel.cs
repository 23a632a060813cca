namespace Verify.Implementation.Sockets;

/// <summary>Where a process sleeps and what it waits for: the address that FreeBSD passes to tsleep.</summary>
internal readonly struct Channel(Socket? socket, Awaited awaited)
{
    /// <summary>selwait: where all sleep that are in poll or select.</summary>
    public static Channel Polled => new(null, Awaited.Event);

    /// <summary>The socket; null in the channel that all sockets share, and while there is no channel.</summary>
    public Socket? Socket { get; } = socket;

    public Awaited Awaited { get; } = awaited;

    public bool Is(Channel other) => ReferenceEquals(Socket, other.Socket) && Awaited == other.Awaited;
}

/// <summary>What a process can wait for at a socket: FreeBSD takes the address of a field of it.</summary>
internal enum Awaited
{
    /// <summary>so_timeo: a connection to accept, or the end of an attempt to connect.</summary>
    Connection,

    /// <summary>so_rcv: data, an error, or the end of the data.</summary>
    Data,

    /// <summary>so_snd: room for more data.</summary>
    Room,

    /// <summary>sb_flags of so_rcv: the lock of the buffer.</summary>
    Turn,

    /// <summary>selwait: an event at one of several files.</summary>
    Event,
}
