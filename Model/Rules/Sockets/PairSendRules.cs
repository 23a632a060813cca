using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Sending on a local socket, new or resumed (kern/uipc_socket.c:sosend): a datagram goes as a whole or not at all, the
/// bytes of a stream as there is room.
/// </summary>
internal static class PairSendRules
{
    public static readonly Rule PairBroken = new(
        "S9.send-broken",
        "Sending on a local stream whose other end is closed fails with EPIPE, whatever was sent before it slept.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule PairUnconnected = new(
        "S9.send-unconnected", "Sending on a local stream that is not connected fails with ENOTCONN, also to a name.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule PairDatagram = new(
        "S9.send-datagram", "A local datagram is queued at the socket that the sender is connected to, with its name.",
        "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairDatagramTo = new(
        "S9.send-to", "Sending to a name connects a local datagram socket for one datagram.",
        "kern/uipc_usrreq.c:uipc_send");
    public static readonly Rule PairLongName = new(
        "S9.send-long-name", "No datagram of a socket whose address is longer than 108 bytes is queued: ENOBUFS.",
        "kern/uipc_socket2.c:sbappendaddr");
    public static readonly Rule PairMessage = new(
        "S9.send-message", "On a local stream, control data begins a record, which one receive does not go beyond.",
        "kern/uipc_socket2.c:sbappendcontrol");
    public static readonly Rule PairMessageNoRoom = new(
        "S9.send-message-room",
        "sendmsg with control data on a local stream fails with ENOBUFS if the receiver's buffer is too small for it.",
        "D46");
    public static readonly Rule PairDatagramNoRoom = new(
        "S9.send-no-room",
        "Sending a local datagram fails with ENOBUFS if the receive buffer has no room for it.",
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

    /// <summary>MLEN: the largest address that a queued datagram can have.</summary>
    private const int MostName = 108;

    /// <summary>The room for urgent data beyond that of the buffer, in bytes.</summary>
    private const int UrgentRoom = 1024;

    public static Verdict Send(ref CallCheck check, Process caller, Socket socket, Call.Sending call) =>
        !check.HasSlept && call.Address is { } address && AddressRules.CopyDenial(address) is { } denial
            ? check.Fails(denial)
        : !check.HasSlept && PassingRules.CopyDenial(call) is { } uncopied ? check.Fails(uncopied)
        : socket.IsLocalStream && call.Options.HasFlag(MessageOptions.MSG_EOR)
            ? check.Fails(Errno.EINVAL, DatagramRules.SendRecord)
        : socket.CannotSend
            ? check.Fails(
                Errno.EPIPE, socket.Peer == 0 && socket.IsLocalStream ? PairBroken : ShutdownRules.SendShut)
        : socket.PendingError != Errno.None
            ? check.FailsWithPendingError(socket, check.State, DatagramRules.PendingErrorOnSend)
        : socket.IsLocalStream ? Stream(ref check, caller, socket, call)
        : Datagram(ref check, caller, socket, call);

    /// <summary>
    /// The bytes that may be sent on a local stream now, which getsockopt(2) shows as SO_SNDBUF: what the other end has
    /// not read counts (kern/uipc_usrreq.c:uipc_send).
    /// </summary>
    public static int Room(State state, Socket socket) =>
        socket.Buffers.Send + socket.End!.Surplus - Unread(state, socket);

    /// <summary>The bytes that were sent on a local stream and not read yet, with control data.</summary>
    public static int Unread(State state, Socket socket) =>
        socket.Peer == 0 ? 0 : state.SocketOf(socket.Peer).Used;

    private static Verdict Datagram(ref CallCheck check, Process caller, Socket socket, Call.Sending call)
    {
        Denial? denial =
            socket.Peer == 0 && call.Address is null
                ? new Denial(Errno.EDESTADDRREQ, DatagramRules.SendNoDestination)
            : DatagramRules.TooLong(socket.Buffers.Send, call) is { } tooLong ? tooLong
            : call.Options.HasFlag(MessageOptions.MSG_OOB) ? new Denial(Errno.EOPNOTSUPP, PairUrgent)
            : null;
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        var message = new Datagram(Endpoint.None, default);
        Data control = call.Attached;
        if (control.Length > 0 && PassingRules.Denial(ref check, caller, control, out message) is { } unsendable)
        {
            return check.Fails(unsendable);
        }

        message = message with
        {
            Data = call.Content,
            Path = socket.End!.Name,
            NameSize = socket.End.NameSize,
        };
        return call.Address is not { } address ? Deliver(ref check, check.State, socket, socket.Peer, message)
            : socket.Peer != 0 ? check.Fails(Errno.EISCONN, DatagramRules.SendConnectedTo)
            : LocalNameRules.TargetDenial(ref check, caller, socket, address, out Socket target) is { } absent
                ? check.Fails(absent)
            : SendTo(ref check, socket, target, message);
    }

    /// <summary>
    /// Connects for one datagram. A process that receives from the sender is woken for nothing, as by connect(2).
    /// </summary>
    private static Verdict SendTo(ref CallCheck check, Socket socket, Socket target, Datagram message)
    {
        check.Use(PairDatagramTo);
        State state = LocalConnectRules.Associated(check.State, socket, target.Id);
        state = state.With(state.SocketOf(socket.Id) with { Peer = 0 });
        return Deliver(ref check, state, socket, target.Id, message);
    }

    private static Verdict Deliver(
        ref CallCheck check, State state, Socket socket, int receiver, Datagram message)
    {
        Socket target = state.SocketOf(receiver);
        return socket.End!.NameSize > MostName ? check.Fails(new Denial(Errno.ENOBUFS, PairLongName), state)
            : !DatagramRules.HasRoom(target, message)
                ? check.Fails(new Denial(Errno.ENOBUFS, PairDatagramNoRoom), state)
            : check.Must(
                Outcome.Returned(message.Data.Length),
                DatagramRules.Queued(state, target, message),
                PairDatagram);
    }

    private static Verdict Stream(ref CallCheck check, Process caller, Socket socket, Call.Sending call)
    {
        State state = check.State;
        if (socket.Peer == 0)
        {
            return check.Fails(Errno.ENOTCONN, PairUnconnected);
        }

        Data control = check.HasSentControl ? default : call.Attached;
        if (control.Length > Room(state, socket))
        {
            return check.Fails(Errno.EMSGSIZE, PassingRules.ControlTooLong);
        }

        bool isUrgent = call.Options.HasFlag(MessageOptions.MSG_OOB);
        int room = Room(state, socket) + (isUrgent ? UrgentRoom : 0);
        int left = call.Content.Length - check.Sent;
        if (room < left + control.Length && room < socket.Buffers.SendLow)
        {
            return Stops(ref check, socket, call, state, check.Sent, check.HasSentControl || control.Length == 0);
        }

        if (isUrgent)
        {
            return check.Fails(Errno.EOPNOTSUPP, PairUrgent);
        }

        int now = Math.Min(room - control.Length, left);
        Data part = call.Content.Slice(check.Sent, now);
        Socket peer = state.SocketOf(socket.Peer);
        if (control.Length == 0)
        {
            state = state.With(peer with { Inbox = Continued(peer, part) });
        }
        else
        {
            if (PassingRules.Denial(ref check, caller, control, out Datagram message) is { } unsendable)
            {
                return check.Fails(unsendable);
            }

            message = message with { Data = part, NameSize = 0 };
            if (!DatagramRules.HasRoom(peer, message))
            {
                return check.Fails(Errno.ENOBUFS, PairMessageNoRoom);
            }

            check.Use(PairMessage);
            state = state.With(peer with { Inbox = peer.Inbox.Add(message) });
        }

        state = state.WakeAll(peer.Id, SleepReason.Data);
        return now < left
            ? Stops(ref check, socket, call, state, check.Sent + now, isControlSent: true)
            : check.Must(Outcome.Returned(call.Content.Length), state, PairStream);
    }

    /// <summary>The records of a stream with more bytes in the last one.</summary>
    private static ImmutableArray<Datagram> Continued(Socket peer, Data bytes) =>
        peer.Inbox.IsEmpty
            ? bytes.Length == 0 ? [] : [new Datagram(Endpoint.None, bytes) { NameSize = 0 }]
            : peer.Inbox.SetItem(
                peer.Inbox.Length - 1, peer.Inbox[^1] with { Data = peer.Inbox[^1].Data.Then(bytes) });

    /// <summary>There is no room for the rest.</summary>
    private static Verdict Stops(
        ref CallCheck check, Socket socket, Call.Sending call, State state, int sent, bool isControlSent) =>
        !socket.IsNonBlocking
            ? check.Sleeps(
                new Sleep(call, 0) { Sent = sent, HasSentControl = isControlSent }, state, Outcome.Asleep,
                PairStreamSleeps)
        : sent > 0 ? check.Must(Outcome.Returned(sent), state, PairStreamPart)
        : check.Fails(new Denial(Errno.EAGAIN, PairStreamPart), state);
}
