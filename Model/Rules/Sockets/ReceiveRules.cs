using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>recvfrom(2), new or resumed: all of it holds again after a sleep (kern/uipc_socket.c:soreceive).</summary>
internal static class ReceiveRules
{
    public static readonly Rule PendingErrorOnReceive = new(
        "S11.error-receive",
        "Receiving with nothing queued returns the pending error, of a datagram or a closed peer, and clears it.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveNoBytes = new(
        "S11.receive-no-bytes", "recvfrom of 0 bytes returns 0 if nothing is queued and no error is pending.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveNothing = new(
        "S11.receive-nothing", "recvfrom of a nonblocking socket fails with EAGAIN if not enough is queued.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveSleeps = new(
        "R2.receive-sleeps",
        "recvfrom sleeps until a datagram is queued or, on a local stream, the low-water mark is reached.",
        "kern/uipc_socket2.c:sbwait");
    public static readonly Rule ReceiveOldest = new(
        "S11.receive", "recvfrom returns the oldest queued datagram and its sender.", "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveCut = new(
        "S11.receive-cut", "A datagram longer than the buffer of recvfrom is cut, and its rest is dropped.",
        "kern/uipc_socket.c:soreceive");
    public static readonly Rule ReceiveStream = new(
        "S9.receive-stream", "recvfrom of a local stream takes as many of the unread bytes as the buffer holds.",
        "kern/uipc_usrreq.c:uipc_rcvd");
    public static readonly Rule ReceiveEnd = new(
        "S9.receive-end",
        "Once the other end of a local stream is closed, recvfrom returns what is left, and then always 0.",
        "kern/uipc_socket.c:soreceive");

    public static Verdict Receive(ref CallCheck check, Socket socket, Call.RecvFrom call) =>
        socket.Protocol == Protocol.Tcp ? check.Fails(Errno.EOPNOTSUPP, DatagramRules.StreamData)
        : socket.IsLocalStream ? FromStream(ref check, socket, call)
        : Datagram(ref check, socket, call);

    private static Verdict Datagram(ref CallCheck check, Socket socket, Call.RecvFrom call)
    {
        if (socket.Inbox.IsEmpty)
        {
            return socket.PendingError == Errno.None
                ? Nothing(ref check, socket, call)
                : check.Must(
                    Outcome.Failed(socket.PendingError),
                    check.State.With(socket with { PendingError = Errno.None }),
                    PendingErrorOnReceive);
        }

        (Endpoint source, Data data) = socket.Inbox[0];
        bool isCut = call.Length < data.Length;
        return check.Must(
            Outcome.Received(isCut ? data.Slice(0, call.Length) : data, socket.Pair is null ? source : null),
            check.State.With(socket with { Inbox = socket.Inbox.RemoveAt(0) }),
            isCut ? ReceiveCut : ReceiveOldest);
    }

    private static Verdict FromStream(ref CallCheck check, Socket socket, Call.RecvFrom call)
    {
        int unread = socket.Unread.Length;
        bool hasEnded = socket.Peer == 0;
        bool isEnough = unread > 0 && unread >= Math.Min(call.Length, socket.Buffers.ReceiveLow);
        if (!isEnough && !hasEnded)
        {
            return Nothing(ref check, socket, call);
        }

        int taken = Math.Min(call.Length, unread);
        LocalEnd end = socket.Pair! with { Unread = socket.Unread.Slice(taken, unread - taken) };
        State state = check.State.With(socket with { Pair = end });
        return check.Must(
            Outcome.Received(socket.Unread.Slice(0, taken), null),
            hasEnded ? state : state.WakeAll(socket.Peer, SleepReason.Room),
            hasEnded ? ReceiveEnd : ReceiveStream);
    }

    private static Verdict Nothing(ref CallCheck check, Socket socket, Call.RecvFrom call) =>
        call.Length == 0 ? check.Must(Outcome.Received(default, null), check.State, ReceiveNoBytes)
        : socket.IsNonBlocking ? check.Fails(Errno.EAGAIN, ReceiveNothing)
        : check.Sleeps(call, ReceiveSleeps);
}
