using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>Changes of a socket that wake who sleeps there: soisconnected, socantsendmore, sowakeup.</summary>
internal sealed partial class SocketLayer
{
    /// <summary>
    /// Wakes those who poll a listening socket, as data would, and one who sleeps in accept, when both ends of a
    /// connection know of it: the part of soisconnected that is for its head.
    /// </summary>
    public void Announce(Socket listener)
    {
        wakeups.Wake(new Channel(listener, Awaited.Data));
        wakeups.WakeOne(new Channel(listener, Awaited.Connection));
    }

    /// <summary>Marks a socket as connected, and wakes all who sleep at it: soisconnected.</summary>
    public void SetConnected(Socket socket)
    {
        socket.IsConnecting = false;
        socket.IsConnected = true;
        wakeups.Wake(new Channel(socket, Awaited.Connection));
        wakeups.Wake(new Channel(socket, Awaited.Data));
        wakeups.Wake(new Channel(socket, Awaited.Room));
    }

    /// <summary>Ends the transfer of data for ever, and wakes all who sleep at the socket: soisdisconnected.</summary>
    public void SetDisconnected(Socket socket)
    {
        socket.IsConnecting = false;
        socket.IsConnected = false;
        (socket.CannotSend, socket.CannotReceive) = (true, true);
        wakeups.Wake(new Channel(socket, Awaited.Connection));
        wakeups.Wake(new Channel(socket, Awaited.Room));
        wakeups.Wake(new Channel(socket, Awaited.Data));
    }

    /// <summary>Sends nothing more, and wakes those who wait for space to send: socantsendmore.</summary>
    public void EndSending(Socket socket)
    {
        socket.CannotSend = true;
        WakeSenders(socket);
    }

    /// <summary>Nothing more will come; wakes those who wait for it: socantrcvmore.</summary>
    public void EndArrivals(Socket socket)
    {
        socket.CannotReceive = true;
        wakeups.Wake(new Channel(socket, Awaited.Data));
    }

    /// <summary>Wakes those who wait for space to send: sowwakeup.</summary>
    public void WakeSenders(Socket socket) => wakeups.Wake(new Channel(socket, Awaited.Room));

    /// <summary>Reports an error of the network, and wakes those who send or receive: udp_notify.</summary>
    public void Report(Socket socket, Errno error)
    {
        socket.PendingError = error;
        wakeups.Wake(new Channel(socket, Awaited.Data));
        wakeups.Wake(new Channel(socket, Awaited.Room));
    }
}
