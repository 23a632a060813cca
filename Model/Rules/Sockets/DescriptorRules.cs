using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>What a descriptor must be, and close(2): what goes with the last descriptor of a socket (G7).</summary>
internal static class DescriptorRules
{
    public static readonly Rule DescriptorNotOpen = new(
        "G7.bad-descriptor", "A call on a descriptor that is not open fails with EBADF.",
        "kern/uipc_syscalls.c:getsock");
    public static readonly Rule DescriptorNoSocket = new(
        "G7.no-socket", "A socket call on a descriptor that is not a socket fails with ENOTSOCK.",
        "kern/uipc_syscalls.c:getsock");
    public static readonly Rule CloseDescriptor = new(
        "G7.close-descriptor", "close frees the descriptor; the file stays open if another descriptor refers to it.",
        "kern/kern_descrip.c:close");
    public static readonly Rule CloseSocket = new(
        "G7.close-socket",
        "The last close of a socket frees the socket, its port, and its queued connections and datagrams.",
        "kern/uipc_socket.c:soclose");

    public static Verdict Close(ref CallCheck check, Process caller, int fd)
    {
        State state = Release(ref check, check.State, caller.Pid, fd);
        bool shared = state.Sockets.Length == check.State.Sockets.Length;
        return check.Must(Outcome.Ok, state, shared ? CloseDescriptor : CloseSocket);
    }

    /// <summary>The state with one descriptor closed.</summary>
    public static State Release(ref CallCheck check, State state, int pid, int fd)
    {
        Process process = state.FindProcess(pid)!;
        DescriptorEntry file = process.FileAt(fd);
        if (!file.IsOpen)
        {
            return state;
        }

        state = state.With(process.With(fd, DescriptorEntry.Closed));
        return file.IsSocket && state.OwnerOf(file.Id) is null && !state.Passes(other => other.Id == file.Id)
            ? Free(ref check, state, state.SocketOf(file.Id))
            : state;
    }

    /// <summary>The state without a socket: its pending connections are closed, and its peer learns of it.</summary>
    public static State Free(ref CallCheck check, State state, Socket socket)
    {
        state = Without(state, socket);
        foreach (int waiting in socket.Queue)
        {
            state = Free(ref check, state, state.SocketOf(waiting));
        }

        return socket.End is not null ? PairRules.Left(ref check, state, socket)
            : socket.Peer != 0 ? Reset(state, state.SocketOf(socket.Peer))
            : state;
    }

    /// <summary>
    /// The peer of a closed connection loses its PCB; but a connection to be accepted keeps it, since the listener may
    /// have been told of it (kern/uipc_socket.c:sofree).
    /// </summary>
    private static State Reset(State state, Socket peer)
    {
        bool waits = state.Sockets.Any(listener => listener.Queue.Contains(peer.Id));
        return waits ? state.With(peer with { Peer = 0 })
            : state.With(TcpRules.Gone(peer)).WakeDisconnected(peer.Id);
    }

    private static State Without(State state, Socket socket) =>
        state with { Sockets = state.Sockets.RemoveAll(other => other.Id == socket.Id) };
}
