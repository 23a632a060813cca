using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>Messages of the local domain, which may have control data (S9).</summary>
internal sealed partial class SocketLayer
{
    /// <summary>
    /// Queues a datagram of the local domain, or a message with control data in a stream, which has no sender; false if
    /// it does not fit: sbappendaddr, sbappendcontrol.
    /// </summary>
    public bool TryDeliverMessage(Socket socket, string? path, int senderLength, Data data, in Attachment attached)
    {
        Few<Data> control = attached.IsEmpty ? default : new Few<Data>(attached.Control);
        if (TryQueue(socket, data, control, senderLength) is not { } message)
        {
            return false;
        }

        message.SenderPath = path;
        message.Rights = attached.Rights;
        return true;
    }

    /// <summary>Drops what is queued at a socket, and at the connections that wait there; nobody is told.</summary>
    public void Flush(Socket socket)
    {
        FreeDatagrams(socket);
        for (Socket? waiting = socket.Waiting.First; waiting is not null; waiting = waiting.NextWaiting)
        {
            FreeDatagrams(waiting);
        }
    }

    /// <summary>
    /// Removes the message that begins the first record of a stream; its bytes stay. The sender gets the room of its
    /// control data back.
    /// </summary>
    public void Open(Socket socket, Datagram message)
    {
        int opened = message.Space - message.Data.Length;
        socket.Received.Open(message);
        Free(message);
        socket.Protocol.HaveRead(socket, opened);
    }
}
