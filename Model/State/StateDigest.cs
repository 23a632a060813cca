using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// Feeds a state to a hash so that states that behave alike feed alike: sockets are numbered in the order in which
/// processes and queues name them, not by age.
/// </summary>
public static class StateDigest
{
    /// <summary>Adds everything that can influence a later verdict.</summary>
    public static void AddTo(this State state, ref StateHash hash)
    {
        ImmutableArray<int> names = Names(state);
        foreach (int variable in state.PortVariables)
        {
            hash.Add(variable);
        }

        foreach (ushort cursor in state.Cursors)
        {
            hash.Add(cursor);
        }

        hash.Add(state.Processes.Length);
        foreach (Process process in state.Processes)
        {
            Add(ref hash, process, names);
        }

        foreach (int id in names)
        {
            Add(ref hash, state.SocketOf(id), names);
        }
    }

    private static ImmutableArray<int> Names(State state)
    {
        var names = ImmutableArray.CreateBuilder<int>(state.Sockets.Length);
        foreach (Process process in state.Processes)
        {
            foreach (File file in process.Files)
            {
                if (file.IsSocket && !names.Contains(file.Id))
                {
                    names.Add(file.Id);
                }
            }
        }

        for (int i = 0; i < names.Count; i++)
        {
            names.AddRange(state.SocketOf(names[i]).Queue);
        }

        return names.ToImmutable();
    }

    private static void Add(ref StateHash hash, Process process, ImmutableArray<int> names)
    {
        hash.Add(process.Pid);
        hash.Add(process.Uid);
        hash.Add(process.Prison is { } prison ? 1UL << 32 | prison.Address.Value : 0);
        hash.Add(process.OpenFiles);
        for (int fd = 0; fd < process.Files.Length; fd++)
        {
            File file = process.Files[fd];
            if (file != File.Closed)
            {
                hash.Add(fd);
                hash.Add(file.IsSocket ? names.IndexOf(file.Id) : -1);
            }
        }
    }

    private static void Add(ref StateHash hash, Socket socket, ImmutableArray<int> names)
    {
        hash.Add((int)socket.Protocol);
        hash.Add(socket.Owner);
        hash.Add(socket.Prison is { } prison ? 1UL << 32 | prison.Address.Value : 0);
        hash.Add(socket.Local);
        hash.Add(socket.Foreign);
        hash.Add((socket.ReuseAddress ? 1 : 0) | (socket.ReusePort ? 2 : 0) | (socket.IsGone ? 4 : 0)
            | (socket.IsListening ? 8 : 0) | (int)socket.Range << 4);
        hash.Add(socket.Backlog);
        hash.Add(names.IndexOf(socket.Peer));
        hash.Add((int)socket.PendingError);
        hash.Add(socket.Queue.Length);
        foreach (int waiting in socket.Queue)
        {
            hash.Add(names.IndexOf(waiting));
        }

        hash.Add(socket.Inbox.Length);
        foreach (Datagram datagram in socket.Inbox)
        {
            hash.Add(datagram.Source);
            hash.Add(datagram.Data.Bits);
            hash.Add(datagram.Data.Length);
        }
    }
}
