using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>Hashes sockets that have been numbered.</summary>
internal static class SocketDigest
{
    /// <summary>
    /// Numbers all sockets; queued connections, and the sockets in messages, follow the one at which they wait.
    /// </summary>
    public static void Number(ProcessTable processes, Traversal numbers)
    {
        int count = 0;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            foreach (OpenFile? file in process.Descriptors.Files)
            {
                Number(file?.Socket, numbers, ref count);
            }
        }
    }

    /// <summary>Adds a socket and its queued connections.</summary>
    public static void Add(
        ref StateHash hash, Socket socket, Traversal numbers, ref int prisons, ref int files)
    {
        AddOne(ref hash, socket, numbers, ref prisons, ref files);
        for (Socket? waiting = socket.Waiting.First; waiting is not null; waiting = waiting.NextWaiting)
        {
            AddOne(ref hash, waiting, numbers, ref prisons, ref files);
        }
    }

    private static void Number(Socket? socket, Traversal numbers, ref int count)
    {
        if (socket is null || numbers.NoteOf(socket) != 0)
        {
            return;
        }

        numbers.Note(socket, ++count);
        for (Socket? waiting = socket.Waiting.First; waiting is not null; waiting = waiting.NextWaiting)
        {
            Number(waiting, numbers, ref count);
        }

        for (Datagram? message = socket.Received.First; message is not null; message = message.Next)
        {
            foreach (OpenFile file in FileTable.In(message.Rights))
            {
                Number(file.Socket, numbers, ref count);
            }
        }
    }

    private static void AddOne(
        ref StateHash hash, Socket socket, Traversal numbers, ref int prisons, ref int files)
    {
        hash.Add((int)socket.Protocol.Family);
        hash.Add((int)socket.Protocol.Number);
        hash.Add((int)socket.Options);
        hash.Add(socket.Sizes.Send);
        hash.Add(socket.Sizes.SendSet);
        hash.Add(socket.Sizes.Receive);
        hash.Add(socket.Sizes.SendLow);
        hash.Add(socket.Sizes.ReceiveLow);
        hash.Add(socket.Timing.Linger);
        hash.Add(socket.Timing.Send << 16 | (ushort)socket.Timing.Receive);
        Digest.Add(ref hash, socket.Owner, numbers, ref prisons);
        hash.Add(socket.SignalOwner?.OwnerId ?? 0);
        hash.Add((int)socket.PendingError);
        hash.Add(socket.IsNonBlocking ? 1 : 0);
        hash.Add(socket.IsListening ? socket.Waiting.Backlog : -1);
        hash.Add(socket.Waiting.Count);
        for (Datagram? datagram = socket.Received.First; datagram is not null; datagram = datagram.Next)
        {
            hash.Add(datagram.Sender);
            hash.Add(datagram.SenderLength);
            Digest.Add(ref hash, datagram.SenderPath ?? "");
            foreach (OpenFile file in FileTable.In(datagram.Rights))
            {
                Digest.Add(ref hash, file, numbers, ref prisons, ref files);
            }

            hash.Add(datagram.Data);
            Add(ref hash, datagram.Control);
        }

        hash.Add(socket.Received.Used);
        hash.Add(socket.Received.Bytes);
        hash.Add(socket.CannotSend ? 1 : 0);
        hash.Add(socket.CannotReceive ? 1 : 0);
        hash.Add(socket.IsReceiveLocked ? 1 : 0);
        hash.Add(socket.IsConnected ? 1 : 0);
        hash.Add(socket.IsConnecting ? 1 : 0);
        hash.Add(socket.Peer is { } peer ? numbers.NoteOf(peer) : 0);
        hash.Add(socket.NextReferrer is { } referrer ? numbers.NoteOf(referrer) : 0);
        hash.Add(socket.Node?.Number ?? 0);
        hash.Add(socket.Name?.Length ?? 0);
        Digest.Add(ref hash, socket.Name?.LocalPath ?? "");
        if (socket.Pcb is { } pcb)
        {
            Add(ref hash, pcb, numbers);
        }
    }

    /// <summary>
    /// Adds a PCB with its successors, because list order decides between PCBs that match a look-up equally well. Two
    /// PCBs of one connection chain can match the same look-up only if port and foreign endpoint are equal. The order
    /// of all PCBs is that of net.inet.*.pcblist.
    /// </summary>
    private static void Add(ref StateHash hash, Pcb pcb, Traversal numbers)
    {
        hash.Add(pcb.Local);
        hash.Add(pcb.Foreign);
        hash.Add((int)pcb.Range);
        hash.Add((int)pcb.Options);
        hash.Add((int)pcb.Number);
        hash.Add(pcb.TimeToLive << 8 | pcb.TypeOfService);
        hash.Add(pcb.IsSynSent ? 1 : 0);
        hash.Add(pcb.IsFinSent ? 1 : 0);
        hash.Add(pcb.IsFinReceived ? 1 : 0);
        Add(ref hash, pcb.Multicast);
        hash.Add(NumberOf(pcb.NextOfProtocol, numbers));
        hash.Add(NumberOf(pcb.NextOnPort, numbers));
        Pcb? next = pcb.NextInChain;
        while (next is not null && (next.Foreign != pcb.Foreign || next.Local.Port != pcb.Local.Port))
        {
            next = next.NextInChain;
        }

        hash.Add(NumberOf(next, numbers));
    }

    /// <summary>Adds the options and the memberships in their order, of which the host's groups follow.</summary>
    private static void Add(ref StateHash hash, MulticastOptions? options)
    {
        hash.Add(options?.Count ?? -1);
        if (options is null)
        {
            return;
        }

        hash.Add(options.Interface ?? -1);
        hash.Add(options.Ttl);
        hash.Add(options.Loops ? 1 : 0);
        for (int i = 0; i < options.Count; i++)
        {
            hash.Add(options[i].Address.Value);
            hash.Add(options[i].Interface);
        }
    }

    /// <summary>Adds control messages.</summary>
    public static void Add(ref StateHash hash, in Few<Data> messages)
    {
        hash.Add(messages.Count);
        for (int i = 0; i < messages.Count; i++)
        {
            hash.Add(messages[i]);
        }
    }

    private static int NumberOf(Pcb? pcb, Traversal numbers) => pcb is null ? 0 : numbers.NoteOf(pcb.Socket);
}
