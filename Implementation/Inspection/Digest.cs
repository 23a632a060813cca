using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Kernel;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Digests everything that can influence a later outcome. Sockets are numbered in the order in which processes and
/// their descriptors lead to them, so that it does not matter in which memory they are. The last process id is left
/// out: it decides only how the next child is called, and any free id would do.
/// </summary>
internal sealed class Digest(ProcessTable processes, PortVariables ports, PcbTable udp, PcbTable tcp)
{
    public void AddTo(ref StateHash hash, Traversal numbers)
    {
        AddPorts(ref hash);
        NumberSockets(numbers);
        int next = 1;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            hash.Add(process.Pid);
            Add(ref hash, process.Credentials);
            AddDescriptors(ref hash, process.Descriptors, numbers, ref next);
        }
    }

    private void NumberSockets(Traversal numbers)
    {
        int count = 0;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            for (int fd = 0; fd < process.Descriptors.End; fd++)
            {
                if (process.Descriptors[fd]?.Socket is { } socket && numbers.NoteOf(socket) == 0)
                {
                    numbers.Note(socket, ++count);
                    for (Socket? waiting = socket.Waiting.First; waiting is not null; waiting = waiting.NextWaiting)
                    {
                        numbers.Note(waiting, ++count);
                    }
                }
            }
        }
    }

    private static void AddDescriptors(
        ref StateHash hash, DescriptorTable descriptors, Traversal numbers, ref int next)
    {
        for (int fd = 0; fd < descriptors.End; fd++)
        {
            Socket? socket = descriptors[fd]?.Socket;
            int number = socket is null ? 0 : numbers.NoteOf(socket);
            hash.Add(descriptors[fd] is null ? -1 : number);
            if (socket is not null && number == next)
            {
                Add(ref hash, socket, numbers);
                next++;
                for (Socket? waiting = socket.Waiting.First; waiting is not null; waiting = waiting.NextWaiting)
                {
                    Add(ref hash, waiting, numbers);
                    next++;
                }
            }
        }

        hash.Add(descriptors.End);
    }

    private static void Add(ref StateHash hash, Socket socket, Traversal numbers)
    {
        hash.Add((int)socket.Protocol.Number);
        hash.Add((int)socket.Options);
        Add(ref hash, socket.Owner);
        hash.Add((int)socket.PendingError);
        hash.Add(socket.IsListening ? socket.Waiting.Backlog : -1);
        hash.Add(socket.Waiting.Count);
        for (Datagram? datagram = socket.Received.First; datagram is not null; datagram = datagram.Next)
        {
            hash.Add(datagram.Sender);
            hash.Add(datagram.Data.Bits);
            hash.Add(datagram.Data.Length);
        }

        hash.Add(socket.Received.Used);
        if (socket.Pcb is { } pcb)
        {
            Add(ref hash, pcb, numbers);
        }
    }

    /// <summary>
    /// The order within the lists counts: of PCBs that fit a look-up equally well, it decides. Two PCBs of one chain
    /// can fit the same look-up only where they have the same port and foreign end.
    /// </summary>
    private static void Add(ref StateHash hash, Pcb pcb, Traversal numbers)
    {
        hash.Add(pcb.Local);
        hash.Add(pcb.Foreign);
        hash.Add((int)pcb.Range);
        hash.Add(NumberOf(pcb.NextOnPort, numbers));
        Pcb? next = pcb.NextInChain;
        while (next is not null && (next.Foreign != pcb.Foreign || next.Local.Port != pcb.Local.Port))
        {
            next = next.NextInChain;
        }

        hash.Add(NumberOf(next, numbers));
    }

    private static int NumberOf(Pcb? pcb, Traversal numbers) => pcb is null ? 0 : numbers.NoteOf(pcb.Socket);

    private static void Add(ref StateHash hash, in Credentials credentials)
    {
        hash.Add(credentials.Uid);
        hash.Add(credentials.Prison is { } prison ? prison.Address.Value : ulong.MaxValue);
    }

    private void AddPorts(ref StateHash hash)
    {
        for (var variable = PortVariable.First; variable <= PortVariable.LowLast; variable++)
        {
            hash.Add(ports.Ranges.Get(variable));
        }

        for (var range = PortRangeOption.IP_PORTRANGE_DEFAULT; range <= PortRangeOption.IP_PORTRANGE_LOW; range++)
        {
            hash.Add(udp.Cursors[range]);
            hash.Add(tcp.Cursors[range]);
        }
    }
}
