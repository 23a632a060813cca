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

    public static Verdict Receive(ref CallCheck check, Socket socket, Call.Receiving call)
    {
        if (check.State.IsLocked(socket.Id))
        {
            return call.Options.HasFlag(MessageOptions.MSG_DONTWAIT)
                ? check.Fails(Errno.EAGAIN, ReceiveLockedNoWait)
                : check.Sleeps(new Sleep(call, 0) { IsForLock = true }, check.State, Outcome.Asleep, ReceiveLocked);
        }

        return check.Taken.Length > 0 || socket.CannotReceive || IsEnough(socket, call)
            ? Take(ref check, socket, call)
            : ReceiveRules.Nothing(ref check, socket, call);
    }

    /// <summary>True if a call that begins does not wait for more (kern/uipc_socket.c:soreceive).</summary>
    private static bool IsEnough(Socket socket, Call.Receiving call)
    {
        int unread = socket.Unread.Length;
        bool waitsForAll = call.Options.HasFlag(MessageOptions.MSG_WAITALL)
            && call.Capacity <= socket.Buffers.Receive;
        return unread > 0
            && (call.Options.HasFlag(MessageOptions.MSG_DONTWAIT) || unread >= call.Capacity
                || (unread >= socket.Buffers.ReceiveLow && !waitsForAll));
    }

    private static Verdict Take(ref CallCheck check, Socket socket, Call.Receiving call)
    {
        int unread = socket.Unread.Length;
        int now = Math.Min(call.Capacity - check.Taken.Length, unread);
        Data all = check.Taken.Then(socket.Unread.Slice(0, now));
        bool waitsForAll = call.Options.HasFlag(MessageOptions.MSG_WAITALL)
            && all.Length is > 0 && all.Length < call.Capacity && !socket.CannotReceive
            && socket.PendingError == Errno.None;
        if (call.Options.HasFlag(MessageOptions.MSG_PEEK))
        {
            return check.Must(
                Outcome.Received(all, null), check.State, waitsForAll ? ReceivePeekAll : ReceiveRules.ReceivePeek);
        }

        LocalEnd end = socket.Pair! with { Unread = socket.Unread.Slice(now, unread - now) };
        State state = check.State.With(socket with { Pair = end });
        state = socket.Peer != 0 && (now > 0 || check.Taken.Length == 0)
            ? state.WakeAll(socket.Peer, SleepReason.Room)
            : state;
        return waitsForAll
            ? check.Sleeps(new Sleep(call, 0) { Taken = all }, state, Outcome.Asleep, ReceiveMore)
            : check.Must(
                Outcome.Received(all, null),
                check.Taken.Length > 0 ? state.WakeAll(socket.Id, SleepReason.Lock) : state,
                socket.CannotReceive ? ReceiveEnd : ReceiveStream);
    }
}
