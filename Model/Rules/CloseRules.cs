using Verify.Abi;

namespace Verify.Model;

/// <summary>close(2), and what goes with a socket that nobody has open any more (G7).</summary>
internal static class CloseRules
{
    public static Verdict Close(ref Hearing hearing, Process caller, int fd)
    {
        State state = Release(hearing.State, caller.Pid, fd);
        bool shared = state.Sockets.Length == hearing.State.Sockets.Length;
        return hearing.Must(Outcome.Ok, state, shared ? Rule.CloseDescriptor : Rule.CloseSocket);
    }

    /// <summary>The state without one descriptor.</summary>
    public static State Release(State state, int pid, int fd)
    {
        Process process = state.FindProcess(pid)!;
        File file = process.FileAt(fd);
        if (!file.IsOpen)
        {
            return state;
        }

        state = state.With(process.With(fd, File.Closed));
        return file.IsSocket && state.OwnerOf(file.Id) is null ? Free(state, state.SocketOf(file.Id)) : state;
    }

    /// <summary>The state without a socket: connections that waited at it go too, and other ends are reset.</summary>
    private static State Free(State state, Socket socket)
    {
        state = Without(state, socket);
        foreach (int waiting in socket.Queue)
        {
            state = Free(state, state.SocketOf(waiting));
        }

        return socket.Peer == 0 ? state : Reset(state, state.SocketOf(socket.Peer));
    }

    /// <summary>The other end of a closed connection: gone, or, where nobody has accepted it yet, not there at all.</summary>
    private static State Reset(State state, Socket peer)
    {
        foreach (Socket listener in state.Sockets)
        {
            if (listener.Queue.Contains(peer.Id))
            {
                return Without(state, peer).With(listener with { Queue = listener.Queue.Remove(peer.Id) });
            }
        }

        return state.With(TcpRules.Gone(peer));
    }

    private static State Without(State state, Socket socket) =>
        state with { Sockets = state.Sockets.RemoveAll(other => other.Id == socket.Id) };
}
