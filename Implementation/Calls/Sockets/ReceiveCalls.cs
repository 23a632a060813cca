using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// recvfrom(2), recvmsg(2), read(2) and readv(2): soreceive. After a sleep everything is checked again, except by a receiver that
/// wants all it asked for and has taken a part.
/// </summary>
internal sealed class ReceiveCalls(SocketLayer sockets, Scheduler scheduler)
{
    /// <summary>The wait message of those who wait for the lock of a buffer: sblock.</summary>
    private const string LockWait = "sblock";

    /// <summary>
    /// Returns the oldest datagram, cut to the length of the buffer, or bytes of a stream. Both take precedence over a
    /// pending error.
    /// </summary>
    public Outcome Receive(Process caller, Socket socket, Call.Receiving call)
    {
        if (call.Capacity < 0)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (Has(call, MessageOptions.MSG_OOB))
        {
            return Outcome.Failed(socket.Transport.NoUrgentData);
        }

        return !socket.Transport.CarriesDatagrams && !socket.Transport.CarriesBytes ? Outcome.Failed(Errno.EOPNOTSUPP)
            : socket.IsReceiveLocked ? AwaitLock(caller, socket, call)
            : socket.Transport.CarriesDatagrams ? ReceiveDatagram(caller, socket, call)
            : ReceiveBytes(caller, socket, call);
    }

    /// <summary>
    /// Continues a receive with MSG_WAITALL that has taken a part of a stream, and holds the lock of its buffer since.
    /// </summary>
    public Outcome Continue(Process caller, Socket socket, Call.Receiving call, Data taken)
    {
        Data more = socket.Received.Take(call.Capacity - taken.Length);
        Outcome outcome = Finish(caller, socket, call, taken.Then(more), more.Length);
        if (!outcome.IsAsleep)
        {
            scheduler.Unlock(socket);
        }

        return outcome;
    }

    private static bool Has(Call.Receiving call, MessageOptions option) => (call.Options & option) != 0;

    /// <summary>Another receiver holds the lock of the buffer: it does so only while it sleeps.</summary>
    private Outcome AwaitLock(Process caller, Socket socket, Call.Receiving call) =>
        Has(call, MessageOptions.MSG_DONTWAIT)
            ? Outcome.Failed(Errno.EAGAIN)
            : scheduler.Sleep(caller, new Channel(socket, Awaited.Turn), LockWait);

    private Outcome ReceiveDatagram(Process caller, Socket socket, Call.Receiving call)
    {
        if (socket.Received.First is not { } datagram)
        {
            return Await(caller, socket, call);
        }

        Data data = datagram.Data;
        Outcome outcome = MessageReply.Of(
            call,
            data.Length <= call.Capacity ? data : data.Slice(0, call.Capacity),
            call.AsksForSender && socket.Protocol.Family == AddressFamily.AF_INET ? datagram.Sender : null,
            datagram.Control,
            isCut: data.Length > call.Capacity || call.Capacity == 0);
        if (!Has(call, MessageOptions.MSG_PEEK))
        {
            sockets.Consume(socket, datagram);
        }

        return outcome;
    }

    private Outcome ReceiveBytes(Process caller, Socket socket, Call.Receiving call)
    {
        if (socket.Received.Bytes.Length == 0 || !IsEnough(socket, call))
        {
            return Await(caller, socket, call);
        }

        if (Has(call, MessageOptions.MSG_PEEK))
        {
            return WithoutSender(call, socket.Received.Peek(call.Capacity));
        }

        Data data = socket.Received.Take(call.Capacity);
        Outcome outcome = Finish(caller, socket, call, data, data.Length);
        socket.IsReceiveLocked = outcome.IsAsleep;
        return outcome;
    }

    /// <summary>
    /// True if the queued bytes are as many as wanted, or will not become more, or suffice: SO_RCVLOWAT, with
    /// MSG_WAITALL all of them if the buffer can hold so many, with MSG_DONTWAIT any.
    /// </summary>
    private static bool IsEnough(Socket socket, Call.Receiving call)
    {
        int queued = socket.Received.Bytes.Length;
        bool wantsAll = Has(call, MessageOptions.MSG_WAITALL) && call.Capacity <= socket.Sizes.Receive;
        return queued >= call.Capacity || Has(call, MessageOptions.MSG_DONTWAIT)
            || (queued >= socket.Sizes.ReceiveLow && !wantsAll)
            || socket.PendingError != Errno.None || socket.CannotReceive;
    }

    /// <summary>
    /// Returns what was taken. With MSG_WAITALL it first sleeps for the rest, unless an error is pending or no more can
    /// come. The sender gets its room back before (D35).
    /// </summary>
    private Outcome Finish(Process caller, Socket socket, Call.Receiving call, Data taken, int last)
    {
        socket.Transport.HaveRead(socket, last);
        return Has(call, MessageOptions.MSG_WAITALL) && taken.Length < call.Capacity
            && socket.PendingError == Errno.None && !socket.CannotReceive
                ? scheduler.Sleep(caller, new Channel(socket, Awaited.Data), Scheduler.BufferWait, taken: taken)
                : WithoutSender(call, taken);
    }

    private static Outcome WithoutSender(Call.Receiving call, Data data) =>
        MessageReply.Of(call, data, sender: null, control: default, isCut: false);

    /// <summary>
    /// Not enough to return: an error, the end of the data, or a sleep. MSG_PEEK leaves the error where it is.
    /// </summary>
    private Outcome Await(Process caller, Socket socket, Call.Receiving call)
    {
        Errno error = Has(call, MessageOptions.MSG_PEEK) ? socket.PendingError : socket.TakePendingError();
        return error != Errno.None ? Outcome.Failed(error)
            : socket.CannotReceive || call.Capacity == 0 ? WithoutSender(call, default)
            : socket.IsNonBlocking || Has(call, MessageOptions.MSG_DONTWAIT) ? Outcome.Failed(Errno.EAGAIN)
            : scheduler.Sleep(caller, new Channel(socket, Awaited.Data), Scheduler.BufferWait);
    }
}
