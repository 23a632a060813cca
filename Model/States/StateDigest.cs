using System.Collections.Immutable;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>
/// Hashes a state so that states with the same behaviour have the same hash: sockets and prisons are numbered in the
/// order in which processes and queues refer to them, not by age.
/// </summary>
public static partial class StateDigest
{
    /// <summary>Adds everything that can influence a later verdict.</summary>
    public static void AddTo(this State state, ref StateHash hash)
    {
        ImmutableArray<int> names = Names(state);
        ImmutableArray<Prison> prisons = [.. state.Prisons];
        hash.Add(state.HasPanicked ? 1 : 0);
        hash.Add((ulong)state.Clock);
        Add(ref hash, state.Host);
        state.Tree.AddTo(ref hash);
        foreach (ushort cursor in state.Cursors)
        {
            hash.Add(cursor);
        }

        hash.Add(prisons.Length);
        foreach (Prison prison in prisons)
        {
            hash.Add((int)prison.Address.Value);
            hash.Add(prison.Hostname);
            hash.Add(prison.Root);
        }

        hash.Add(state.Processes.Length);
        foreach (Process process in state.Processes)
        {
            Add(ref hash, state, process, names);
            AddSleep(ref hash, state, process);
            hash.Add(IndexOf(prisons, process.Prison));
        }

        foreach (int id in names)
        {
            Socket socket = state.SocketOf(id);
            Add(ref hash, state, socket, names);
            hash.Add(IndexOf(prisons, socket.Prison));
            hash.Add(names.IndexOf(Before(state, socket, other => other.Age.Bound)));
            hash.Add(names.IndexOf(Before(
                state, socket, other => other.Foreign == socket.Foreign ? other.Age.Changed : int.MaxValue)));
        }

        AddAge(ref hash, state, names);
    }

    private static ImmutableArray<int> Names(State state)
    {
        var names = ImmutableArray.CreateBuilder<int>(state.Sockets.Length);
        foreach (Process process in state.Processes)
        {
            foreach (DescriptorEntry file in process.Files)
            {
                if (file.IsSocket && !names.Contains(file.Id))
                {
                    names.Add(file.Id);
                }
            }
        }

        for (int i = 0; i < names.Count; i++)
        {
            Socket socket = state.SocketOf(names[i]);
            names.AddRange(socket.Queue.Where(id => !names.Contains(id)));
            names.AddRange(socket.Inbox.SelectMany(message => message.Rights)
                .Where(file => file.IsSocket && !names.Contains(file.Id)).Select(file => file.Id).Distinct());
        }

        return names.ToImmutable();
    }

    private static int IndexOf(ImmutableArray<Prison> prisons, Prison? prison)
    {
        for (int i = 0; i < prisons.Length; i++)
        {
            if (prisons[i].Id == prison?.Id)
            {
                return i;
            }
        }

        return -1;
    }

    private static void Add(ref StateHash hash, Host host)
    {
        foreach (int variable in host.PortVariables)
        {
            hash.Add(variable);
        }

        hash.Add(host.Hostname);
        hash.Add(host.ChrootAllowOpenDirectories);
        hash.Add(host.SetHostnameAllowed);
        hash.Add(host.UnixIpRouteOnly);
        AddRaw(ref hash, host);
        AddNetwork(ref hash, host);
    }

    private static void Add(ref StateHash hash, State state, Process process, ImmutableArray<int> names)
    {
        hash.Add(process.Pid);
        hash.Add(process.Parent);
        Add(ref hash, process.User);
        Add(ref hash, process.Group);
        hash.Add(process.ProcessGroup);
        hash.Add(process.Session);
        hash.Add(process.OtherGroups.Length);
        foreach (int gid in process.OtherGroups)
        {
            hash.Add(gid);
        }

        hash.Add((process.HasChangedIds ? 1 : 0) | (process.IsTraced ? 2 : 0) | (process.IsRecordedByRoot ? 4 : 0));
        hash.Add(process.Nice);
        hash.Add(process.Umask);
        hash.Add(process.Login);
        hash.Add(process.Limit);
        hash.Add(process.HardLimit);
        hash.Add(process.Root);
        hash.Add(process.Directory);
        hash.Add(process.OpenFiles);
        hash.Add(process.TableSize);
        for (int fd = 0; fd < process.Files.Length; fd++)
        {
            DescriptorEntry file = process.Files[fd];
            if (file.IsOpen)
            {
                hash.Add(fd);
                hash.Add(file.IsSocket ? names.IndexOf(file.Id) : FirstWith(state, file.Id));
                hash.Add(file.Node);
                hash.Add((int)file.Flags);
            }
        }
    }

    private static void Add(ref StateHash hash, Ids ids)
    {
        hash.Add(ids.Real);
        hash.Add(ids.Effective);
        hash.Add(ids.Saved);
    }

    private static void Add(ref StateHash hash, State state, Socket socket, ImmutableArray<int> names)
    {
        hash.Add((int)socket.Protocol);
        hash.Add((int)socket.Family);
        hash.Add(socket.Owner);
        hash.Add(socket.SignalsTo);
        hash.Add(socket.Local);
        hash.Add(socket.Foreign);
        hash.Add((socket.IsGone ? 1 : 0) | (socket.IsListening ? 2 : 0) | (int)socket.Range << 2);
        hash.Add(
            (socket.IsNonBlocking ? 1 : 0) | (socket.IsUnanswered ? 2 : 0) | (socket.IsConnecting ? 4 : 0)
            | (int)socket.Flags << 3);
        hash.Add(
            (socket.IsSendingShut ? 1 : 0) | (socket.IsReceivingShut ? 2 : 0) | (socket.IsDisconnected ? 4 : 0)
            | (int)socket.Ending << 3);
        hash.Add(socket.Options.Sum(option => (int)option));
        hash.Add(socket.Buffers.Send);
        hash.Add(socket.Buffers.Receive);
        hash.Add(socket.Buffers.SendLow);
        hash.Add(socket.Buffers.ReceiveLow);
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
            hash.Add(datagram.Data);
            hash.Add(datagram.Control);
            hash.Add(datagram.Path ?? "");
            hash.Add(datagram.NameSize);
            foreach (DescriptorEntry file in datagram.Rights)
            {
                hash.Add(file.IsSocket ? names.IndexOf(file.Id) : FirstWith(state, file.Id));
                hash.Add(file.Node);
                hash.Add((int)file.Flags);
            }
        }

        AddMulticast(ref hash, socket.Multicast);
        AddOptions(ref hash, socket);
        AddRaw(ref hash, socket.Raw);
        AddRouting(ref hash, socket.Routing);
        hash.Add(socket.End is null ? 0 : 1);
        if (socket.End is { } end)
        {
            hash.Add((int)end.Type);
            hash.Add(end.Surplus);
            hash.Add(end.Name ?? "");
            hash.Add(end.NameSize);
            hash.Add(end.Node ?? default);
            hash.Add(state.Sockets.Count(other =>
                other.Peer == socket.Peer && other.End?.ConnectedAt < end.ConnectedAt));
        }
    }

    /// <summary>
    /// The next older socket on the same port: age decides among sockets that match equally well (H1, H2).
    /// </summary>
    private static int Before(State state, Socket socket, Func<Socket, int> ageOf)
    {
        Socket? before = null;
        foreach (Socket other in state.Sockets)
        {
            if (socket.IsBound && other.Local.Port == socket.Local.Port && other.Protocol == socket.Protocol
                && ageOf(other) < ageOf(socket) && (before is null || ageOf(other) > ageOf(before)))
            {
                before = other;
            }
        }

        return before?.Id ?? 0;
    }
}
