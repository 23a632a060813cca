using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>Checks that a socket is consistent with itself, its PCB and its queues.</summary>
internal static class SocketAudit
{
    public static string? Check(Socket socket)
    {
        if (!socket.IsAllocated)
        {
            return "socket in use is free";
        }

        if (socket.Pcb is not { } pcb)
        {
            return CheckPair(socket);
        }

        bool hasEnds = socket.IsConnected || pcb.IsSynSent || IsClosing(socket, pcb);
        return !ReferenceEquals(pcb.Socket, socket) ? $"PCB of another socket: {pcb.Local}"
            : (hasEnds == pcb.Foreign.IsNone && !MayConnectToAny(socket)) || (socket.IsConnected && pcb.IsSynSent)
                    || (socket.IsConnecting && !pcb.IsSynSent)
                ? $"socket and PCB disagree about the connection: {pcb.Local} to {pcb.Foreign}"
            : socket.IsListening && (hasEnds || !pcb.IsBound)
                ? $"listening socket is connected or unbound: {pcb.Local}"
            : null;
    }

    /// <summary>A raw socket may be connected to 0.0.0.0, which is every host (S11).</summary>
    private static bool MayConnectToAny(Socket socket) =>
        socket.IsConnected && socket.Protocol.Type == SocketType.SOCK_RAW;

    /// <summary>True in TCPS_FIN_WAIT_2 if nothing is received either: disconnected, with a PCB.</summary>
    private static bool IsClosing(Socket socket, Pcb pcb) =>
        pcb.IsFinSent && socket is { CannotSend: true, CannotReceive: true };

    /// <summary>
    /// Checks a socket without PCB: one of a pair, an idle one, or one whose connection was dropped. Of a stream, what
    /// the sender may still send and what the receiver has not read are at least the size of the buffer, unless it was
    /// connected before.
    /// </summary>
    private static string? CheckPair(Socket socket)
    {
        Socket? peer = socket.Peer;
        if (socket.Node is { } node && !ReferenceEquals(node.Socket, socket))
        {
            return "local socket and its node disagree";
        }

        bool mayListen = socket.CannotSend || (socket.Node is not null && !socket.IsConnected)
            || (socket.Node is not null && socket.Protocol.CarriesDatagrams);
        if ((socket.IsListening && !mayListen) || socket.IsConnecting || socket.IsConnected != peer is not null)
        {
            return "socket without PCB is connected, or listens without having been shut down";
        }

        if (peer is null)
        {
            return null;
        }

        bool isMutual = socket.Protocol.CarriesDatagrams
            ? peer.Referrers.Holds(socket)
            : ReferenceEquals(peer.Peer, socket);
        return !peer.IsAllocated || !isMutual
                ? "pair of sockets disagrees"
            : (!socket.CannotSend && socket.Sizes.Send + peer.Received.Queued < socket.Sizes.SendSet)
                    || socket.Sizes.Send < 0
                ? $"space of a stream miscounted: {socket.Sizes.Send} left, {peer.Received.Queued} unread"
            : null;
    }

    /// <summary>Checks a connection in the queue of a listening socket.</summary>
    public static string? CheckWaiting(Socket listener, Socket connection) =>
        !listener.IsListening ? "connections queued at a socket that does not listen"
        : ReferenceEquals(connection.Listener, listener) && listener.Waiting.Holds(connection)
            && (connection.Pcb is { } pcb
                ? (connection.IsConnected || IsClosing(connection, pcb))
                    && (listener.Pcb is null || IsAcceptedAt(listener.Pcb.Local, pcb.Local))
                : connection is { CannotSend: true, CannotReceive: true } or { Peer: not null })
            ? null
        : $"accept queue corrupt: at {listener.Pcb?.Local}";

    /// <summary>
    /// True if a connection to the endpoint reaches the listening socket; nothing else checks this before accept(2)
    /// (G1).
    /// </summary>
    private static bool IsAcceptedAt(Endpoint listening, Endpoint end) =>
        end.Port == listening.Port && (listening.Address.IsAny || listening.Address == end.Address);

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

        return used == socket.Received.Used
            ? null
            : $"bytes miscounted: {used} queued, {socket.Received.Used} counted";
    }
}
