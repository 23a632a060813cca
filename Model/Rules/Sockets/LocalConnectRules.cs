using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>connect(2) of local sockets to the socket at a path, and listen(2) (S9).</summary>
internal static class LocalConnectRules
{
    public static readonly Rule LocalRefused = new(
        "S9.connect-refused",
        "connect of a local stream fails with ECONNREFUSED if the other socket does not listen, or its queue or the "
        + "table of sockets is full.",
        "kern/uipc_usrreq.c:unp_connect");
    public static readonly Rule LocalConnects = new(
        "S9.connect",
        "connect of a local stream connects at once to a new socket, which waits to be accepted and has the "
        + "listening one's name.",
        "kern/uipc_usrreq.c:unp_connect");
    public static readonly Rule LocalAssociates = new(
        "S9.associates", "connect of a local datagram socket sends to the other one from now on; that does not notice.",
        "kern/uipc_usrreq.c:unp_connect2");
    public static readonly Rule LocalDissolves = new(
        "S9.dissolves", "connect of a connected local datagram socket ends that first, also if it fails then.",
        "kern/uipc_usrreq.c:unp_disconnect");
    public static readonly Rule LocalListenUnbound = new(
        "S9.listen-unbound", "listen of a local socket that is not bound to a node fails with EINVAL.",
        "kern/uipc_usrreq.c:uipc_listen");

    public static Verdict Connect(ref CallCheck check, Process caller, Socket socket, SocketAddress address)
    {
        if (AddressRules.CopyDenial(address) is { } uncopied)
        {
            return check.Fails(uncopied);
        }

        if (socket.IsListening)
        {
            return check.Fails(Errno.EOPNOTSUPP, ConnectRules.ConnectListening);
        }

        if (socket.IsLocalStream)
        {
            return socket.Peer != 0
                ? check.Fails(Errno.EISCONN, TcpRules.TcpConnectsOnce)
                : Stream(ref check, caller, socket, address);
        }

        State state = check.State;
        if (socket.Peer != 0)
        {
            check.Use(LocalDissolves);
            socket = socket with { Peer = 0 };
            state = state.With(socket);
        }

        if (LocalNameRules.TargetDenial(ref check, caller, socket, address, out Socket target) is { } denial)
        {
            return check.Fails(denial, state);
        }

        state = Associated(state, socket, target.Id);
        return socket.PendingError == Errno.None
            ? check.Must(Outcome.Ok, state, LocalAssociates)
            : check.FailsWithPendingError(state.SocketOf(socket.Id), state, ConnectRules.PendingErrorOnConnect);
    }

    /// <summary>
    /// A socket that has a node may listen, a datagram socket too, but not one that is connected (D8).
    /// </summary>
    public static Verdict Listen(ref CallCheck check, Socket socket, int backlog)
    {
        if (socket.End!.Node is null || (socket.IsLocalStream && socket.Peer != 0))
        {
            return check.Fails(
                Errno.EINVAL, socket.End.Node is null ? LocalListenUnbound : ListenRules.ListenConnected);
        }

        int limit = check.State.World.Tunables.MaxBacklog;
        bool capped = backlog < 0 || backlog > limit;
        return check.Must(
            Outcome.Ok,
            check.State.With(socket with { IsListening = true, Backlog = capped ? limit : backlog }),
            capped ? ListenRules.ListenCapped : ListenRules.ListenStarts);
    }

    /// <summary>
    /// The state in which a datagram socket is connected to another one. A process that receives from it is woken for
    /// nothing (kern/uipc_socket2.c:soisconnected).
    /// </summary>
    public static State Associated(State state, Socket socket, int target)
    {
        socket = state.SocketOf(socket.Id);
        LocalEnd end = socket.End! with { ConnectedAt = state.LastChange + 1 };
        state = state.With(socket with { Peer = target, End = end });
        return (state with { LastChange = state.LastChange + 1 }).WakeAll(socket.Id, SleepReason.Data);
    }

    private static Verdict Stream(ref CallCheck check, Process caller, Socket socket, SocketAddress address)
    {
        State state = check.State;
        if (LocalNameRules.TargetDenial(ref check, caller, socket, address, out Socket listener) is { } denial)
        {
            return check.Fails(denial);
        }

        if (!listener.IsListening || !TcpRules.HasRoom(listener) || SocketRules.IsFull(state))
        {
            return check.Fails(Errno.ECONNREFUSED, LocalRefused);
        }

        var connection = new Socket
        {
            Id = state.LastSocket + 1,
            Family = AddressFamily.AF_LOCAL,
            Protocol = Protocol.Default,
            // What the connecting end has not read of an earlier connection takes no room of this one.
            End = new LocalEnd(SocketType.SOCK_STREAM)
            {
                Name = listener.End!.Name,
                NameSize = listener.End.NameSize,
                Surplus = socket.Used,
            },
            Owner = caller.Uid,
            Prison = caller.Prison,
            Options = listener.Options,
            Waits = new Waits { Linger = listener.Waits.Linger },
            IsNonBlocking = listener.IsNonBlocking,
            IsReceivingShut = listener.IsReceivingShut,
            IsSendingShut = listener.IsSendingShut,
            Buffers = BuffersFrom(listener),
            Peer = socket.Id,
        };
        state = state.WithNew(connection)
            .With(state.SocketOf(listener.Id) with { Queue = listener.Queue.Add(connection.Id) })
            .With(socket with { Peer = connection.Id })
            .WakeListener(listener.Id)
            .WakeConnected(socket.Id);
        return socket.PendingError == Errno.None
            ? check.Must(Outcome.Ok, state, LocalConnects)
            : check.FailsWithPendingError(state.SocketOf(socket.Id), state, ConnectRules.PendingErrorOnConnect);
    }

    /// <summary>The sizes of the listener's buffers, or the usual ones if one of them is 0.</summary>
    private static Buffers BuffersFrom(Socket listener)
    {
        Buffers same = Buffers.Of(listener.Buffers.Send, listener.Buffers.Receive);
        return same.Send == 0 || same.Receive == 0
            ? Buffers.OfLocalStream with { SendLow = same.SendLow }
            : same;
    }
}
