using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Sending on an end of a pair, new or resumed (kern/uipc_socket.c:sosend): a datagram goes as a whole or not at all,
/// the bytes of a stream as there is room.
/// </summary>
internal static class PairSendRules
{
    public static readonly Rule PairBroken = new(
        "S9.send-broken",
        "Sending on a local stream whose other end is closed fails with EPIPE, whatever was sent before it slept.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule PairDatagram = new(
        "S9.send-datagram", "A datagram of a pair is queued at the other end.", "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairDatagramNoRoom = new(
        "S9.send-no-room",
        "Sending on a datagram pair fails with ENOBUFS if the other end's receive buffer has no room for it.",
        "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairStream = new(
        "S9.send-stream", "Sending on a local stream has sent everything.", "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairStreamPart = new(
        "S9.send-part",
        "Sending on a nonblocking local stream returns what there was room for, and fails with EAGAIN if there is less "
        + "room than is left and than the low-water mark.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule PairUrgent = new(
        "S9.send-urgent",
        "Sending with MSG_OOB on a local socket that could send otherwise fails with EOPNOTSUPP; 1024 bytes more "
        + "count as room.",
        "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairStreamSleeps = new(
        "R2.send-sleeps",
        "Sending on a local stream sends what there is room for, and sleeps while there is less room than is left and "
        + "than the low-water mark.",
        "kern/uipc_socket2.c:sbwait");

    /// <summary>The room for urgent data beyond that of the buffer, in bytes.</summary>
    private const int UrgentRoom = 1024;

    public static Verdict Send(ref CallCheck check, Socket socket, Call.Sending call) =>
        !check.HasSlept && call.Address is { } address && AddressRules.CopyDenial(address) is { } denial
            ? check.Fails(denial)
        : socket.IsLocalStream && call.Options.HasFlag(MessageOptions.MSG_EOR)
            ? check.Fails(Errno.EINVAL, DatagramRules.SendRecord)
        : socket.CannotSend
            ? check.Fails(Errno.EPIPE, socket.IsSendingShut ? ShutdownRules.SendShut : PairBroken)
        : socket.IsLocalStream ? Stream(ref check, socket, call)
        : Datagram(ref check, socket, call);

    /// <summary>
    /// The bytes that may be sent on a local stream now, which getsockopt(2) shows as SO_SNDBUF: what the other end has
    /// not read counts (kern/uipc_usrreq.c:uipc_send).
    /// </summary>
    public static int Room(State state, Socket socket) =>
        socket.Buffers.Send + socket.Pair!.Surplus - Unread(state, socket);

    /// <summary>The bytes that were sent on a local stream and not read yet.</summary>
    public static int Unread(State state, Socket socket) =>
        socket.Peer == 0 ? 0 : state.SocketOf(socket.Peer).Unread.Length;

    private static Verdict Datagram(ref CallCheck check, Socket socket, Call.Sending call)
    {
        State state = check.State;
        if (socket.PendingError != Errno.None)
        {
            return DatagramRules.FailsWithPendingError(ref check, socket);
        }

        Denial? denial =
            socket.Peer == 0 && call.Address is null
                ? new Denial(Errno.EDESTADDRREQ, DatagramRules.SendNoDestination)
            : call.Content.Length > socket.Buffers.Send ? new Denial(Errno.EMSGSIZE, DatagramRules.SendTooLong)
            : call.Options.HasFlag(MessageOptions.MSG_OOB) ? new Denial(Errno.EOPNOTSUPP, PairUrgent)
            : socket.Peer == 0 ? new Denial(Errno.EOPNOTSUPP, PairRules.PairNoNames)
            : call.Address is not null ? new Denial(Errno.EISCONN, DatagramRules.SendConnectedTo)
            : null;
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        Socket peer = state.SocketOf(socket.Peer);
        return DatagramRules.HasRoom(peer, call.Content)
            ? check.Must(
                Outcome.Returned(call.Content.Length),
                DatagramRules.Queued(state, peer, Endpoint.None, call.Content),
                PairDatagram)
            : check.Fails(Errno.ENOBUFS, PairDatagramNoRoom);
    }

    private static Verdict Stream(ref CallCheck check, Socket socket, Call.Sending call)
    {
        State state = check.State;
        bool isUrgent = call.Options.HasFlag(MessageOptions.MSG_OOB);
        int room = Room(state, socket) + (isUrgent ? UrgentRoom : 0);
        int left = call.Content.Length - check.Sent;
        if (room < left && room < socket.Buffers.SendLow)
        {
            return Stops(ref check, socket, call, state, check.Sent);
        }

        if (isUrgent)
        {
            return check.Fails(Errno.EOPNOTSUPP, PairUrgent);
        }

        int now = Math.Min(room, left);
        Socket peer = state.SocketOf(socket.Peer);
        LocalEnd end = peer.Pair!;
        peer = peer with { Pair = end with { Unread = end.Unread.Then(call.Content.Slice(check.Sent, now)) } };
        state = state.With(peer).WakeAll(peer.Id, SleepReason.Data);
        return now < left
            ? Stops(ref check, socket, call, state, check.Sent + now)
            : check.Must(Outcome.Returned(call.Content.Length), state, PairStream);
    }

    /// <summary>There is no room for the rest.</summary>
    private static Verdict Stops(ref CallCheck check, Socket socket, Call.Sending call, State state, int sent) =>
        !socket.IsNonBlocking
            ? check.Sleeps(new Sleep(call, 0) { Sent = sent }, state, Outcome.Asleep, PairStreamSleeps)
        : sent > 0 ? check.Must(Outcome.Returned(sent), state, PairStreamPart)
        : check.Fails(Errno.EAGAIN, PairStreamPart);
}
