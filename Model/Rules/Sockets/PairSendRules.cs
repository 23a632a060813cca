using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// sendto(2) on an end of a pair, new or resumed (kern/uipc_socket.c:sosend): a datagram goes as a whole or not at all,
/// the bytes of a stream as there is room.
/// </summary>
internal static class PairSendRules
{
    public static readonly Rule PairBroken = new(
        "S9.send-broken",
        "sendto on a local stream whose other end is closed fails with EPIPE, whatever was sent before it slept.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule PairDatagram = new(
        "S9.send-datagram", "A datagram of a pair is queued at the other end.", "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairDatagramNoRoom = new(
        "S9.send-no-room",
        "sendto of a datagram pair fails with ENOBUFS if the other end's receive buffer has no room for it.",
        "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairStream = new(
        "S9.send-stream", "sendto on a local stream has sent everything.", "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairStreamPart = new(
        "S9.send-part",
        "sendto on a nonblocking local stream returns what there was room for, and fails with EAGAIN if there is less "
        + "room than is left and than the low-water mark.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule PairStreamSleeps = new(
        "R2.send-sleeps",
        "sendto on a local stream sends what there is room for, and sleeps while there is less room than is left and "
        + "than the low-water mark.",
        "kern/uipc_socket2.c:sbwait");

    public static Verdict Send(ref CallCheck check, Socket socket, Call.SendTo call) =>
        !check.HasSlept && call.Address is { } address && AddressRules.CopyDenial(address) is { } denial
            ? check.Fails(denial)
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

    private static Verdict Datagram(ref CallCheck check, Socket socket, Call.SendTo call)
    {
        State state = check.State;
        if (socket.PendingError != Errno.None)
        {
            return DatagramRules.FailsWithPendingError(ref check, socket);
        }

        Denial? denial =
            socket.Peer == 0 && call.Address is null
                ? new Denial(Errno.EDESTADDRREQ, DatagramRules.SendNoDestination)
            : call.Data.Length > socket.Buffers.Send ? new Denial(Errno.EMSGSIZE, DatagramRules.SendTooLong)
            : socket.Peer == 0 ? new Denial(Errno.EOPNOTSUPP, PairRules.PairNoNames)
            : call.Address is not null ? new Denial(Errno.EISCONN, DatagramRules.SendConnectedTo)
            : null;
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        Socket peer = state.SocketOf(socket.Peer);
        return DatagramRules.HasRoom(peer, call.Data)
            ? check.Must(
                Outcome.Returned(call.Data.Length),
                DatagramRules.Queued(state, peer, Endpoint.None, call.Data),
                PairDatagram)
            : check.Fails(Errno.ENOBUFS, PairDatagramNoRoom);
    }

    private static Verdict Stream(ref CallCheck check, Socket socket, Call.SendTo call)
    {
        if (socket.Peer == 0)
        {
            return check.Fails(Errno.EPIPE, PairBroken);
        }

        State state = check.State;
        int room = Room(state, socket);
        int left = call.Data.Length - check.Sent;
        if (room < left && room < socket.Buffers.SendLow)
        {
            return Stops(ref check, socket, call, state, check.Sent);
        }

        int now = Math.Min(room, left);
        Socket peer = state.SocketOf(socket.Peer);
        LocalEnd end = peer.Pair!;
        peer = peer with { Pair = end with { Unread = end.Unread.Then(call.Data.Slice(check.Sent, now)) } };
        state = state.With(peer).WakeAll(peer.Id, SleepReason.Data);
        return now < left
            ? Stops(ref check, socket, call, state, check.Sent + now)
            : check.Must(Outcome.Returned(call.Data.Length), state, PairStream);
    }

    /// <summary>There is no room for the rest.</summary>
    private static Verdict Stops(ref CallCheck check, Socket socket, Call.SendTo call, State state, int sent) =>
        !socket.IsNonBlocking ? check.Sleeps(call, state, Outcome.Asleep, PairStreamSleeps, sent)
        : sent > 0 ? check.Must(Outcome.Returned(sent), state, PairStreamPart)
        : check.Fails(Errno.EAGAIN, PairStreamPart);
}
