using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>Lists the open sockets of all processes, as sockstat(1) does.</summary>
internal sealed class Sockstat(ProcessTable processes)
{
    public int Fill(Span<SocketEntry> entries)
    {
        int count = 0;
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            ReadOnlySpan<OpenFile?> files = process.Descriptors.Files;
            for (int fd = 0; fd < files.Length; fd++)
            {
                if (files[fd]?.Socket is not { Protocol: InetProtocol protocol } socket)
                {
                    continue;
                }

                if (count < entries.Length)
                {
                    Pcb? pcb = socket.Pcb;
                    bool isRaw = protocol.Type == SocketType.SOCK_RAW;
                    entries[count] = new SocketEntry(
                        process.Pid, fd, isRaw ? pcb!.Number : protocol.Number,
                        pcb?.Local ?? Endpoint.None, pcb?.Foreign ?? Endpoint.None,
                        process.Credentials.Prison?.Address)
                    {
                        IsRaw = isRaw,
                    };
                }

                count++;
            }
        }

        return count;
    }
}
