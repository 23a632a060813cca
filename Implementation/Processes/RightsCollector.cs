using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>
/// Closes open files that are held by nothing but messages which nobody can receive: unp_gc, by mark and sweep (S9).
/// FreeBSD 4.0 collects when some local socket is closed, and forgets those that wait at a connection which waits to be
/// accepted; here it is done at the end of the call that has cut them off (D45).
/// </summary>
internal sealed class RightsCollector(ProcessTable processes, FileTable files, SocketLayer sockets)
{
    private readonly Stack<OpenFile> _toScan = new();
    private readonly List<OpenFile> _garbage = [];

    /// <summary>Collects if the last call may have cut a file off.</summary>
    public void Run()
    {
        while (files.MayHaveGarbage)
        {
            files.MayHaveGarbage = false;
            files.DropDiscarded();
            if (files.FirstInFlight is not null)
            {
                Mark();
                Sweep();
            }
        }
    }

    /// <summary>Marks the files in messages that somebody can receive: unp_scan with unp_mark.</summary>
    private void Mark()
    {
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            foreach (OpenFile? file in process.Descriptors.Files)
            {
                Scan(file?.Socket);
            }
        }

        while (_toScan.TryPop(out OpenFile? marked))
        {
            Scan(marked.Socket);
        }
    }

    private void Scan(Socket? socket)
    {
        if (socket is null)
        {
            return;
        }

        for (Datagram? message = socket.Received.First; message is not null; message = message.Next)
        {
            foreach (OpenFile file in FileTable.In(message.Rights))
            {
                if (!file.IsMarked)
                {
                    file.IsMarked = true;
                    _toScan.Push(file);
                }
            }
        }

        for (Socket? waiting = socket.Waiting.First; waiting is not null; waiting = waiting.NextWaiting)
        {
            Scan(waiting);
        }
    }

    /// <summary>
    /// Closes what is not marked, in the order of creation. Each has another reference meanwhile, and loses its queue
    /// first: else a close would lead to the close of a file that is being closed.
    /// </summary>
    private void Sweep()
    {
        for (OpenFile? file = files.FirstInFlight; file is not null; file = file.NextInFlight)
        {
            if (!file.IsMarked && file.References == file.InFlight)
            {
                file.References++;
                _garbage.Add(file);
            }

            file.IsMarked = false;
        }

        _garbage.Sort(static (one, other) => one.Serial.CompareTo(other.Serial));
        foreach (OpenFile file in _garbage)
        {
            if (file.Socket is { } socket)
            {
                sockets.Flush(socket);
            }
        }

        files.DropDiscarded();
        foreach (OpenFile file in _garbage)
        {
            files.Release(file);
        }

        _garbage.Clear();
    }
}
