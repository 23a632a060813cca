using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>Checks that a socket agrees with itself, with its PCB and with its queues.</summary>
internal static class SocketAudit
{
    public static string? Check(Socket socket)
    {
        if (!socket.IsAllocated)
        {
            return "a socket in use is free";
        }

        if (socket.Pcb is not { } pcb)
        {
            return socket.IsConnected || socket.IsListening ? "a socket without a PCB is connected or listens" : null;
        }

        return !ReferenceEquals(pcb.Socket, socket) ? $"the PCB of {pcb.Local} is another socket's"
            : socket.IsConnected == pcb.Foreign.IsNone ? $"the socket of {pcb.Local} and {pcb.Foreign} is miscalled"
            : socket.IsListening && (socket.IsConnected || !pcb.IsBound) ? $"{pcb.Local} cannot listen"
            : null;
    }

    /// <summary>Checks one connection that waits at a listening socket.</summary>
    public static string? CheckWaiting(Socket listener, Socket connection) =>
        !listener.IsListening ? "connections wait where nobody listens"
        : !ReferenceEquals(connection.Listener, listener) || !connection.IsConnected || !listener.Waiting.Holds(connection)
            ? $"a connection is queued wrongly at {listener.Pcb?.Local}"
        : null;

    public static string? CountDatagrams(Socket socket, ref AuditCounts counts)
    {
        int used = 0;
        for (Datagram? datagram = socket.Received.First; datagram is not null; datagram = datagram.Next)
        {
            counts.Datagrams++;
            used += datagram.Space;
            if (used > socket.Received.Used)
            {
                break;
            }
        }

        return used == socket.Received.Used ? null : $"{used} octets are queued, {socket.Received.Used} are counted";
    }
}
