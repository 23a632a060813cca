using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// How shutdown(2) ends a TCP connection: where each end is afterwards. The other end always acknowledges at once, and
/// there is no TIME_WAIT (netinet/tcp_usrreq.c:tcp_usrclosed).
/// </summary>
internal static class TcpEndingRules
{
    public static readonly Rule TcpShutdownGone = new(
        "S10.shutdown-gone", "shutdown of sending on a TCP socket without a PCB fails with EINVAL.",
        "netinet/tcp_usrreq.c:tcp_usr_shutdown");
    public static readonly Rule TcpShutdownUnconnected = new(
        "S10.shutdown-unconnected",
        "shutdown of sending on a TCP socket that is not connected, or listens, takes its PCB, and wakes who sleeps in "
        + "accept.",
        "netinet/tcp_usrreq.c:tcp_usrclosed");
    public static readonly Rule TcpShutdownUnanswered = new(
        "S10.shutdown-unanswered",
        "shutdown of sending before the connection request is answered takes effect once it is.",
        "netinet/tcp_usrreq.c:tcp_usrclosed");
    public static readonly Rule TcpFinished = new(
        "S10.finished",
        "shutdown of sending on a TCP connection finishes its end; a peer on this host can receive no more.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule TcpFinishedDisconnected = new(
        "S10.finished-disconnected",
        "A TCP socket that has finished is not connected any more if it can receive no more, or sending is shut down "
        + "again; its PCB stays.",
        "netinet/tcp_usrreq.c:tcp_usrclosed");
    public static readonly Rule TcpBothFinished = new(
        "S10.both-finished", "Once both ends have finished, both lose their PCBs without an error.",
        "TCP data and close");
    public static readonly Rule TcpSelfFinished = new(
        "S10.self-finished", "A TCP socket connected to itself loses its PCB if it finishes.", "TCP data and close");
    public static readonly Rule TcpReconnects = new(
        "S10.reconnects",
        "A TCP socket that has finished and is not connected any more can connect to another endpoint.",
        "kern/uipc_socket.c:soconnect");
    public static readonly Rule TcpDefaultBuffers = new(
        "S10.default-buffers",
        "A connection gets buffers of the default sizes if its listener was shut down for receiving.",
        "netinet/tcp_usrreq.c:tcp_attach");

    /// <summary>Sending ends; receiving has, if it was to.</summary>
    public static Verdict Shutdown(ref CallCheck check, State state, Socket socket)
    {
        if (socket.IsGone)
        {
            return check.Fails(new Denial(Errno.EINVAL, TcpShutdownGone), state);
        }

        socket = socket with { IsSendingShut = true };
        state = state.With(socket).WakeAll(socket.Id, SleepReason.Room);
        return check.Must(Outcome.Ok, Ended(ref check, state, socket), ShutdownRules.ShutdownDone);
    }

    /// <summary>The state in which an established connection's own end has finished.</summary>
    public static State Finished(ref CallCheck check, State state, Socket socket)
    {
        if (socket.Local == socket.Foreign)
        {
            check.Use(TcpSelfFinished);
            return TcpRules.Dropped(state, socket);
        }

        check.Use(TcpFinished);
        state = state.With(socket with { Ending = Ending.Finished });
        if (socket.Peer != 0)
        {
            state = state.With(state.SocketOf(socket.Peer) with
            {
                Ending = Ending.PeerFinished,
                IsReceivingShut = true,
            }).WakeAll(socket.Peer, SleepReason.Data);
        }

        return socket.IsReceivingShut ? Disconnected(ref check, state, state.SocketOf(socket.Id)) : state;
    }

    /// <summary>The state in which a socket that connects again is no longer its old peer's other end.</summary>
    public static State Reconnecting(ref CallCheck check, State state, ref Socket socket)
    {
        if (!socket.IsDisconnected)
        {
            return state;
        }

        check.Use(TcpReconnects);
        int peer = socket.Peer;
        socket = socket with { IsDisconnected = false, Ending = Ending.None, Peer = 0 };
        return peer == 0 ? state : state.With(state.SocketOf(peer) with { Peer = 0 });
    }

    /// <summary>The buffers of a new connection.</summary>
    public static Buffers BuffersFrom(ref CallCheck check, Socket listener)
    {
        Buffers its = listener.Buffers;
        Buffers same = Buffers.Of(its.Send, its.Receive);
        if (its.Receive != 0)
        {
            return same;
        }

        check.Use(TcpDefaultBuffers);
        Buffers usual = Buffers.OfTcp;
        return usual with { SendLow = same.SendLow };
    }

    private static State Ended(ref CallCheck check, State state, Socket socket)
    {
        if (!socket.IsConnected)
        {
            check.Use(TcpShutdownUnconnected);
            return TcpRules.Dropped(state, socket, socket.PendingError);
        }

        if (socket.IsUnanswered)
        {
            check.Use(TcpShutdownUnanswered);
            return state.With(socket with { Ending = Ending.Requested });
        }

        return socket.Ending switch
        {
            Ending.Finished => Disconnected(ref check, state, socket),
            Ending.PeerFinished => BothFinished(ref check, state, socket),
            _ => Finished(ref check, state, socket),
        };
    }

    private static State Disconnected(ref CallCheck check, State state, Socket socket)
    {
        check.Use(TcpFinishedDisconnected);
        return state.With(socket with { IsDisconnected = true, IsSendingShut = true, IsReceivingShut = true })
            .WakeDisconnected(socket.Id);
    }

    private static State BothFinished(ref CallCheck check, State state, Socket socket)
    {
        check.Use(TcpBothFinished);
        State alone = socket.Peer == 0 ? state : TcpRules.Dropped(state, state.SocketOf(socket.Peer));
        return TcpRules.Dropped(alone, socket);
    }
}
