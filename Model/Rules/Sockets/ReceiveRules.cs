using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>Receiving, new or resumed: all of it holds again after a sleep (kern/uipc_socket.c:soreceive).</summary>
internal static class ReceiveRules
{
    public static readonly Rule PendingErrorOnReceive = new(
        "S11.error-receive",
        "Receiving with nothing queued returns the pending error, of a datagram or a closed peer, and clears it.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule PendingErrorOnPeek = new(
        "S11.error-peek", "With MSG_PEEK, a pending error that receiving returns stays pending.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveNoBytes = new(
        "S11.receive-no-bytes", "Receiving 0 bytes returns 0 if nothing is queued and no error is pending.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveNothing = new(
        "S11.receive-nothing",
        "Receiving from a nonblocking socket, or with MSG_DONTWAIT, fails with EAGAIN if not enough is queued.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveSleeps = new(
        "R2.receive-sleeps",
        "Receiving sleeps until a datagram is queued or, on a local stream, the low-water mark is reached, or with "
        + "MSG_WAITALL the buffer can be filled.",
        "kern/uipc_socket2.c:sbwait");
    public static readonly Rule ReceiveOldest = new(
        "S11.receive", "Receiving returns the oldest queued datagram and, to recvfrom, its sender.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveCut = new(
        "S11.receive-cut", "A datagram longer than the receiver's buffer is cut, and its rest is dropped.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceivePeek = new(
        "S11.receive-peek", "With MSG_PEEK, what is received stays queued.", "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveUrgent = new(
        "S11.receive-urgent", "Receiving with MSG_OOB fails with EOPNOTSUPP on datagram and local sockets.",
        "kern/uipc_socket2.c:pru_rcvoob_notsupp");
    public static readonly Rule ReceiveUrgentTcp = new(
        "S10.receive-urgent", "Receiving with MSG_OOB fails with EINVAL on a TCP socket: urgent data never came.",
        "netinet/tcp_usrreq.c:tcp_usr_rcvoob");
    public static readonly Rule ReceiveShut = new(
        "S9.receive-shut",
        "Once receiving was shut down, it returns 0 if nothing is queued and no error is pending.",
        "kern/uipc_socket.c:soreceive");

    public static readonly Rule ReceiveReadable = new(
        "S11.readable", "FIONREAD of a socket returns the bytes in its receive buffer, with addresses of senders.",
        "kern/sys_socket.c:soo_ioctl");

    public static Verdict Readable(ref CallCheck check, Socket socket) =>
        check.Must(Outcome.Returned(socket.Used), check.State, ReceiveReadable);

    public static Verdict Receive(ref CallCheck check, Process caller, Socket socket, Call.Receiving call) =>
        call.Options.HasFlag(MessageOptions.MSG_OOB)
            ? socket.Protocol == Protocol.Tcp
                ? check.Fails(Errno.EINVAL, ReceiveUrgentTcp)
                : check.Fails(Errno.EOPNOTSUPP, ReceiveUrgent)
        : socket.Protocol == Protocol.Tcp ? check.Fails(Errno.EOPNOTSUPP, DatagramRules.StreamData)
        : socket.IsLocalStream ? StreamReceiveRules.Receive(ref check, caller, socket, call)
        : Datagram(ref check, caller, socket, call);

    /// <summary>Not enough is queued, and more may come.</summary>
    public static Verdict Nothing(ref CallCheck check, State state, Socket socket, Call.Receiving call) =>
        call.Capacity == 0 ? check.Must(Empty(ref check, call), state, ReceiveNoBytes)
        : socket.IsNonBlocking || call.Options.HasFlag(MessageOptions.MSG_DONTWAIT)
            ? check.Fails(new Denial(Errno.EAGAIN, ReceiveNothing), state)
        : check.Sleeps(new Sleep(call, 0), state, Outcome.Asleep, ReceiveSleeps);

    /// <summary>Nothing is queued, and an error is pending.</summary>
    public static Verdict Fails(ref CallCheck check, State state, Socket socket, Call.Receiving call) =>
        call.Options.HasFlag(MessageOptions.MSG_PEEK)
            ? check.Fails(new Denial(socket.PendingError, PendingErrorOnPeek), state)
            : check.Fails(
                new Denial(socket.PendingError, PendingErrorOnReceive),
                state.With(socket with { PendingError = Errno.None }));

    /// <summary>The outcome of a receive that gets nothing, and no error.</summary>
    public static Outcome Empty(ref CallCheck check, Call.Receiving call) =>
        ReceiptRules.Of(ref check, call, default, isDatagram: false);

    private static Verdict Datagram(ref CallCheck check, Process caller, Socket socket, Call.Receiving call)
    {
        bool isPeek = call.Options.HasFlag(MessageOptions.MSG_PEEK);
        if (socket.Inbox.IsEmpty)
        {
            return socket.PendingError != Errno.None ? Fails(ref check, check.State, socket, call)
                : socket.CannotReceive ? check.Must(Empty(ref check, call), check.State, ReceiveShut)
                : Nothing(ref check, check.State, socket, call);
        }

        Datagram oldest = socket.Inbox[0];
        if (isPeek)
        {
            Datagram seen = PassingRules.Peeked(ref check, oldest);
            return check.Must(
                ReceiptRules.Of(ref check, call, seen, isDatagram: true), check.State, ReceivePeek);
        }

        State state = check.State.With(socket with { Inbox = socket.Inbox.RemoveAt(0) });
        return PassingRules.ArrivalDenial(ref check, caller, call, ref state, ref oldest) is { } denial
            ? check.Fails(denial, state)
            : check.Must(
                ReceiptRules.Of(ref check, call, oldest, isDatagram: true),
                state,
                call.Capacity < oldest.Data.Length ? ReceiveCut : ReceiveOldest);
    }
}
