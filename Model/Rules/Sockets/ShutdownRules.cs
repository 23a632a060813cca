using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>shutdown(2): which of the two directions end, and what that does to the socket and its peer.</summary>
internal static class ShutdownRules
{
    public static readonly Rule ShutdownReceiving = new(
        "S9.shutdown-receiving",
        "shutdown of receiving drops what is queued, sets SO_RCVBUF, SO_RCVLOWAT and SO_RCVTIMEO to 0, and wakes who "
        + "receives.",
        "kern/uipc_socket.c:sorflush");
    public static readonly Rule ShutdownRoom = new(
        "S9.shutdown-room",
        "shutdown of receiving on a local stream gives the sender the room of the dropped bytes back, and wakes it.",
        "D34");
    public static readonly Rule ShutdownHolder = new(
        "R2.shutdown-holder",
        "shutdown of receiving does not wait for a process that sleeps for more with MSG_WAITALL: that returns what it "
        + "has.",
        "D37");
    public static readonly Rule ShutdownListening = new(
        "R2.shutdown-listening", "shutdown of receiving on a listening socket wakes who sleeps in accept.", "D36");
    public static readonly Rule ShutdownSending = new(
        "S9.shutdown-sending", "shutdown of sending wakes who sends; the other end of a datagram pair is not told.",
        "kern/uipc_socket2.c:socantsendmore");
    public static readonly Rule ShutdownStream = new(
        "S9.shutdown-stream",
        "After shutdown of sending on a local stream, the other end receives only what is queued; who receives there "
        + "is woken.",
        "kern/uipc_usrreq.c:unp_shutdown");
    public static readonly Rule ShutdownDone = new(
        "S9.shutdown", "shutdown returns 0, also if it ends neither direction.", "kern/uipc_socket.c:soshutdown");
    public static readonly Rule SendShut = new(
        "S9.send-shut", "Once sending was shut down, it fails with EPIPE.", "kern/uipc_socket.c:sosend");

    /// <summary>FREAD of sys/fcntl.h: receiving ends.</summary>
    private const uint Receiving = 1;

    /// <summary>FWRITE: sending ends.</summary>
    private const uint Sending = 2;

    public static Verdict Shutdown(ref CallCheck check, Socket socket, ShutdownHow how)
    {
        uint directions = unchecked((uint)how + 1);
        State state = (directions & Receiving) == 0
            ? check.State
            : WithoutReceiving(ref check, check.State, socket);
        if ((directions & Sending) == 0)
        {
            return check.Must(Outcome.Ok, state, ShutdownDone);
        }

        socket = state.SocketOf(socket.Id);
        if (socket.Protocol == Protocol.Tcp)
        {
            return TcpEndingRules.Shutdown(ref check, state, socket);
        }

        check.Use(ShutdownSending);
        return check.Must(Outcome.Ok, WithoutSending(ref check, state, socket), ShutdownDone);
    }

    private static State WithoutReceiving(ref CallCheck check, State state, Socket socket)
    {
        check.Use(ShutdownReceiving);
        if (socket.IsListening)
        {
            check.Use(ShutdownListening);
        }

        if (state.IsLocked(socket.Id))
        {
            check.Use(ShutdownHolder);
        }

        state = state.With(socket with
        {
            IsReceivingShut = true,
            Inbox = [],
            Buffers = socket.Buffers with { Receive = 0, ReceiveLow = 0 },
            Waits = socket.Waits with { Receive = 0 },
        });
        state = state.WakeAll(socket.Id, SleepReason.Data).WakeAll(socket.Id, SleepReason.Connection);
        if (!socket.IsLocalStream || socket.Peer == 0)
        {
            return state;
        }

        check.Use(ShutdownRoom);
        return state.WakeAll(socket.Peer, SleepReason.Room);
    }

    private static State WithoutSending(ref CallCheck check, State state, Socket socket)
    {
        state = state.With(socket with { IsSendingShut = true }).WakeAll(socket.Id, SleepReason.Room);
        if (!socket.IsLocalStream || socket.Peer == 0)
        {
            return state;
        }

        check.Use(ShutdownStream);
        return state.With(state.SocketOf(socket.Peer) with { IsReceivingShut = true })
            .WakeAll(socket.Peer, SleepReason.Data);
    }
}
