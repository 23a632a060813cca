using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>The completed connections of a listening socket: so_comp of FreeBSD's struct socket.</summary>
internal struct AcceptQueue
{
    private IntrusiveQueue<Socket, Socket.InAcceptQueue> _connections;

    public readonly Socket? First => _connections.First;

    public int Count { get; private set; }

    /// <summary>The backlog set by listen(2), at most kern.ipc.somaxconn.</summary>
    public int Backlog { get; set; }

    public readonly bool HasRoom => HasRoomBehind(Count, Backlog);

    /// <summary>
    /// True if another connection fits: up to one and a half times the backlog may wait, as in FreeBSD's sonewconn.
    /// </summary>
    public static bool HasRoomBehind(int waiting, int backlog) => waiting <= 3L * backlog / 2;

    public void Append(Socket connection)
    {
        _connections.Append(connection);
        Count++;
    }

    public void Remove(Socket connection)
    {
        _connections.Remove(connection);
        Count--;
    }

    public readonly bool Holds(Socket connection) => _connections.Holds(connection);
}
