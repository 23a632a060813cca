using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>Creates, queues and closes sockets: uipc_socket.c.</summary>
internal sealed partial class SocketLayer(Prisons prisons, Tunables tunables, IWakeups wakeups)
{
    public Zone<Socket> Zone { get; } = new("socket", tunables.MaxSockets);

    public Zone<Datagram> Datagrams { get; } = new("datagram");

    /// <summary>The file table, which sets itself; null while sockets hold nothing of it.</summary>
    public IHeldFiles? Files { get; set; }

    /// <summary>net.inet.udp.recvspace: the receive buffer size of a new UDP socket, in bytes.</summary>
    public int UdpReceiveSpace => tunables.UdpReceiveSpace;

    /// <summary>Creates a socket: socreate. On error nothing remains allocated.</summary>
    public Errno Create(
        SocketProtocol protocol, in Credentials owner, out Socket socket, Protocol number = Protocol.Default)
    {
        socket = Zone.Allocate()!;
        if (socket is null)
        {
            return Errno.ENOBUFS;
        }

        socket.Protocol = protocol;
        socket.Owner = owner;
        Prisons.Hold(owner.Prison);
        Errno error = protocol.Attach(socket, number, owner);
        if (error != Errno.None)
        {
            Free(socket);
        }

        return error;
    }

    /// <summary>
    /// Creates a socket for a connection to a listening socket, with its owner, options and state, and appends it to
    /// the queue: sonewconn. Null if the queue is full or no memory is left. The caller announces it.
    /// </summary>
    public Socket? CreateConnection(Socket listener) => CreateConnection(listener, listener.Owner);

    /// <summary>The same for another owner: sonewconn3.</summary>
    public Socket? CreateConnection(Socket listener, in Credentials owner)
    {
        if (!listener.Waiting.HasRoom
            || Create(listener.Protocol, owner, out Socket connection) != Errno.None)
        {
            return null;
        }

        connection.Options = listener.Options;
        connection.Timing.Linger = listener.Timing.Linger;
        connection.Sizes = listener.Sizes.OfConnection(connection.Sizes);
        connection.CannotReceive = listener.CannotReceive;
        connection.CannotSend = listener.CannotSend;
        connection.Listener = listener;
        connection.IsConnected = true;
        connection.IsNonBlocking = listener.IsNonBlocking;
        listener.Waiting.Append(connection);
        return connection;
    }

    /// <summary>Starts listening, or changes the backlog.</summary>
    public void Listen(Socket socket, int backlog)
    {
        bool within = backlog >= 0 && backlog <= tunables.MaxBacklog;
        socket.IsListening = true;
        socket.Waiting.Backlog = within ? backlog : tunables.MaxBacklog;
    }

    /// <summary>Queues a datagram; false if it does not fit.</summary>
    public bool TryDeliver(Socket socket, Endpoint sender, Data data, in Few<Data> control = default)
    {
        if (TryQueue(socket, data, control, SocketAddress.InetLength) is not { } datagram)
        {
            return false;
        }

        datagram.Sender = sender;
        return true;
    }

    /// <summary>Queues a message, and wakes those who wait for it; null if it does not fit.</summary>
    private Datagram? TryQueue(Socket socket, Data data, in Few<Data> control, int senderLength)
    {
        if (!socket.Received.HasRoom(data, control, senderLength, socket.Sizes.Receive))
        {
            return null;
        }

        Datagram datagram = Datagrams.Allocate()!;
        datagram.SenderLength = senderLength;
        datagram.Data = data;
        datagram.Control = control;
        socket.Received.Append(datagram);
        wakeups.Wake(new Channel(socket, Awaited.Data));
        return datagram;
    }

    /// <summary>
    /// Drops what is queued and receives no more: sorflush. It does not wait for the lock of the buffer (D37). The
    /// sender of a stream gets its room back (D34), and who sleeps in accept is woken (D36).
    /// </summary>
    public void EndReceiving(Socket socket)
    {
        EndArrivals(socket);
        int dropped = socket.Received.Queued;
        FreeDatagrams(socket);
        socket.Received = default;
        socket.Sizes.ClearReceive();
        socket.Timing.ClearReceive();
        if (dropped > 0)
        {
            socket.Protocol.HaveRead(socket, dropped);
        }

        if (socket.IsListening)
        {
            wakeups.Wake(new Channel(socket, Awaited.Connection));
        }
    }

    /// <summary>Appends bytes to a stream, and wakes its readers.</summary>
    public void Append(Socket socket, Data data)
    {
        socket.Received.Append(data);
        wakeups.Wake(new Channel(socket, Awaited.Data));
    }

    /// <summary>Removes a datagram from the buffer and frees it, and the descriptors in it with it.</summary>
    public void Consume(Socket socket, Datagram datagram)
    {
        socket.Received.Remove(datagram);
        Free(datagram);
    }

    /// <summary>Removes a connection from the accept queue because it is accepted or closed.</summary>
    public static void Dequeue(Socket connection)
    {
        connection.Listener!.Waiting.Remove(connection);
        connection.Listener = null;
    }

    /// <summary>Closes a socket whose last descriptor is gone: soclose.</summary>
    public void Close(Socket socket)
    {
        while (socket.Waiting.First is { } connection)
        {
            Dequeue(connection);
            connection.Protocol.Abort(connection);
            Free(connection);
        }

        socket.Protocol.Detach(socket);
        Free(socket);
    }

    private void Free(Socket socket)
    {
        FreeDatagrams(socket);
        SignalOwner.Set(socket, null);
        prisons.Release(socket.Owner.Prison);
        Zone.Free(socket);
    }

    private void Free(Datagram datagram)
    {
        ZoneItem[]? rights = datagram.Rights;
        Datagrams.Free(datagram);
        if (rights is not null)
        {
            Files!.Discard(rights);
        }
    }

    private void FreeDatagrams(Socket socket)
    {
        while (socket.Received.First is { } datagram)
        {
            Consume(socket, datagram);
        }
    }
}
