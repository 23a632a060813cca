using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Receiving from a local stream, new or resumed. What a call that sleeps for more has taken belongs to its sleep,
/// which also keeps the lock of the buffer (kern/uipc_socket.c:soreceive).
/// </summary>
internal static class StreamReceiveRules
{
    public static readonly Rule ReceiveStream = new(
        "S9.receive-stream", "Receiving from a local stream takes as many of the unread bytes as the buffer holds.",
        "kern/uipc_usrreq.c:uipc_rcvd");
    public static readonly Rule ReceiveUnconnected = new(
        "S9.receive-unconnected", "Receiving from a local stream that was never connected fails with ENOTCONN.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveRecord = new(
        "S9.receive-record", "Receiving from a local stream ends where the next control message begins.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveUnseen = new(
        "S9.receive-unseen",
        "A message without bytes is passed over by a receive without room for control data, unless that peeks.", "D49");
    public static readonly Rule ReceiveEnd = new(
        "S9.receive-end",
        "Once the other end of a local stream is closed or has shut down sending, or receiving was shut down, "
        + "receiving returns what is left, and then 0 while nothing is queued.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveMore = new(
        "R2.receive-more",
        "Receiving with MSG_WAITALL more than the receive buffer holds takes what is there, gives the sender its room "
        + "back, and sleeps for the rest, also on a nonblocking socket.",
        "D35");
    public static readonly Rule ReceivePeekAll = new(
        "S9.receive-peek-all",
        "Receiving with MSG_PEEK and MSG_WAITALL more than the receive buffer holds returns what is there.", "D38");
    public static readonly Rule ReceiveLocked = new(
        "R2.receive-locked",
        "Receiving sleeps while another process sleeps for more with MSG_WAITALL, and then begins.",
        "kern/uipc_socket2.c:sb_lock");
    public static readonly Rule ReceiveLockedNoWait = new(
        "S9.receive-locked",
        "Receiving with MSG_DONTWAIT fails with EAGAIN while another process sleeps for more with MSG_WAITALL.",
        "sys/socketvar.h:sblock");

    public static Verdict Receive(ref CallCheck check, Process caller, Socket socket, Call.Receiving call)
    {
        if (check.State.IsLocked(socket.Id))
        {
            return call.Options.HasFlag(MessageOptions.MSG_DONTWAIT)
                ? check.Fails(Errno.EAGAIN, ReceiveLockedNoWait)
                : check.Sleeps(new Sleep(call, 0) { IsForLock = true }, check.State, Outcome.Asleep, ReceiveLocked);
        }

        return check.Taken.Length > 0 ? GoOn(ref check, socket, call)
            : socket.Inbox.IsEmpty || !IsEnough(socket, call) ? None(ref check, check.State, socket, call)
            : call.Options.HasFlag(MessageOptions.MSG_PEEK) ? Peek(ref check, socket, call)
            : Take(ref check, caller, socket, call);
    }

    /// <summary>True if a call that begins does not wait for more (kern/uipc_socket.c:soreceive).</summary>
    private static bool IsEnough(Socket socket, Call.Receiving call)
    {
        int unread = socket.Used;
        bool waitsForAll = call.Options.HasFlag(MessageOptions.MSG_WAITALL)
            && call.Capacity <= socket.Buffers.Receive;
        return call.Options.HasFlag(MessageOptions.MSG_DONTWAIT) || unread >= call.Capacity
            || (unread >= socket.Buffers.ReceiveLow && !waitsForAll)
            || socket.Inbox.Length > 1 || socket.CannotReceive || socket.PendingError != Errno.None;
    }

    /// <summary>Nothing that suffices is queued.</summary>
    private static Verdict None(ref CallCheck check, State state, Socket socket, Call.Receiving call) =>
        socket.PendingError != Errno.None ? ReceiveRules.Fails(ref check, state, socket, call)
        : socket.CannotReceive ? check.Must(ReceiveRules.Empty(ref check, call), state, ReceiveEnd)
        : socket.Peer == 0 ? check.Fails(new Denial(Errno.ENOTCONN, ReceiveUnconnected), state)
        : ReceiveRules.Nothing(ref check, state, socket, call);

    private static Verdict Peek(ref CallCheck check, Socket socket, Call.Receiving call)
    {
        Datagram seen = PassingRules.Peeked(ref check, socket.Inbox[0]);
        bool wantsAll = call.Options.HasFlag(MessageOptions.MSG_WAITALL) && seen.Data.Length < call.Capacity;
        return check.Must(
            ReceiptRules.Of(ref check, call, seen, isDatagram: false),
            check.State,
            wantsAll ? ReceivePeekAll : ReceiveRules.ReceivePeek);
    }

    /// <summary>Takes from the first record, whose control data goes with its first bytes.</summary>
    private static Verdict Take(ref CallCheck check, Process caller, Socket socket, Call.Receiving call)
    {
        State state = check.State;
        while (IsUnseen(socket, call))
        {
            Datagram unseen = socket.Inbox[0];
            PassingRules.ArrivalDenial(ref check, caller, call, ref state, ref unseen);
            check.Use(ReceiveUnseen);
            state = Refunded(state.With(socket with { Inbox = socket.Inbox.RemoveAt(0) }), socket);
            socket = state.SocketOf(socket.Id);
            if (socket.Inbox.IsEmpty || !IsEnough(socket, call))
            {
                return None(ref check, state, socket, call);
            }
        }

        Datagram record = socket.Inbox[0];
        bool isMessage = record.Control.Length > 0;
        int count = Math.Min(call.Capacity, record.Data.Length);
        Data rest = record.Data.Slice(count, record.Data.Length - count);
        State before = state;
        state = state.With(socket with { Inbox = WithoutFirst(socket, rest) });
        if (isMessage
            && PassingRules.ArrivalDenial(ref check, caller, call, ref state, ref record) is { } denial)
        {
            state = before.With(socket with { Inbox = WithoutFirst(socket, record.Data) });
            return check.Fails(denial, Refunded(state, socket));
        }

        return End(
            ref check, Refunded(state, socket), socket, call, record with { Data = record.Data.Slice(0, count) });
    }

    /// <summary>True if the first record has nothing that the call wants.</summary>
    private static bool IsUnseen(Socket socket, Call.Receiving call) =>
        socket.Inbox[0] is { Control.Length: > 0, Data.Length: 0 }
        && call.Capacity > 0 && !socket.CannotReceive && !ReceiptRules.WantsControl(call);

    /// <summary>Continues with MSG_WAITALL, within the record.</summary>
    private static Verdict GoOn(ref CallCheck check, Socket socket, Call.Receiving call)
    {
        int now = 0;
        State state = check.State;
        Data more = default;
        if (!socket.Inbox.IsEmpty && socket.Inbox[0].Control.Length == 0)
        {
            Data unread = socket.Unread;
            now = Math.Min(call.Capacity - check.Taken.Length, unread.Length);
            more = unread.Slice(0, now);
            state = state.With(socket with { Inbox = WithoutFirst(socket, unread.Slice(now, unread.Length - now)) });
        }

        state = now > 0 ? Refunded(state, socket) : state;
        var all = new Datagram(Endpoint.None, check.Taken.Then(more)) { Control = check.TakenControl };
        return End(ref check, state, socket, call, all);
    }

    /// <summary>The end of a receive, or its sleep for the rest.</summary>
    private static Verdict End(
        ref CallCheck check, State state, Socket socket, Call.Receiving call, Datagram taken)
    {
        bool hasMore = !state.SocketOf(socket.Id).Inbox.IsEmpty;
        bool waitsForAll = call.Options.HasFlag(MessageOptions.MSG_WAITALL)
            && taken.Data.Length is > 0 && taken.Data.Length < call.Capacity && !hasMore
            && !socket.CannotReceive && socket.PendingError == Errno.None;
        if (waitsForAll)
        {
            var sleep = new Sleep(call, 0) { Taken = taken.Data, TakenControl = taken.Control };
            return check.Sleeps(sleep, state, Outcome.Asleep, ReceiveMore);
        }

        return check.Must(
            ReceiptRules.Of(ref check, call, taken, isDatagram: false),
            check.Taken.Length > 0 ? state.WakeAll(socket.Id, SleepReason.Lock) : state,
            socket.CannotReceive ? ReceiveEnd
            : hasMore && taken.Data.Length < call.Capacity ? ReceiveRecord
            : ReceiveStream);
    }

    /// <summary>The sender has its room back, and is woken.</summary>
    private static State Refunded(State state, Socket socket) =>
        socket.Peer == 0 ? state : state.WakeAll(socket.Peer, SleepReason.Room);

    /// <summary>The records when so much of the first one is left.</summary>
    private static ImmutableArray<Datagram> WithoutFirst(Socket socket, Data rest) => rest.Length == 0
        ? socket.Inbox.RemoveAt(0)
        : socket.Inbox.SetItem(0, new Datagram(Endpoint.None, rest) { NameSize = 0 });
}
