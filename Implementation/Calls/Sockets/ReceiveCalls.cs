using Verify.Abi;
using Verify.Implementation.Local;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// recvfrom(2), recvmsg(2), read(2) and readv(2): soreceive. After a sleep everything is checked again, except by a
/// receiver that wants all it asked for and has taken a part.
/// </summary>
internal sealed class ReceiveCalls(SocketLayer sockets, RightsCalls rights, Scheduler scheduler)
{
    /// <summary>The wait message of those who wait for the lock of a buffer: sblock.</summary>
    private const string LockWait = "sblock";

    /// <summary>
    /// Returns the oldest datagram, cut to the length of the buffer, or bytes of a stream. Both take precedence over a
    /// pending error. Messages of a routing socket show the host's addresses, and are for no prisoner: EPERM (D58, J9).
    /// </summary>
    public Outcome Receive(Process caller, Socket socket, Call.Receiving call)
    {
        if (socket.Protocol.Family == AddressFamily.AF_ROUTE && caller.Credentials.IsJailed)
        {
            return Outcome.Failed(Errno.EPERM);
        }

        if (call.Capacity < 0)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (Has(call, MessageOptions.MSG_OOB))
        {
            return Outcome.Failed(socket.Protocol.ReceiveUrgent(socket));
        }

        return !socket.Protocol.CarriesDatagrams && !socket.Protocol.CarriesBytes ? Outcome.Failed(Errno.EOPNOTSUPP)
            : socket.IsReceiveLocked ? AwaitLock(caller, socket, call)
            : socket.Protocol.CarriesDatagrams ? ReceiveDatagram(caller, socket, call)
            : ReceiveBytes(caller, socket, call);
    }

    /// <summary>
    /// Continues a receive with MSG_WAITALL that has taken a part of a stream, and holds the lock of its buffer since.
    /// It does not go beyond the record.
    /// </summary>
    public Outcome Continue(Process caller, Socket socket, Call.Receiving call, Data taken, in Few<Data> control)
    {
        Data more = socket.Received.Take(call.Capacity - taken.Length);
        Outcome outcome = Finish(caller, socket, call, taken.Then(more), control, more.Length);
        if (!outcome.IsAsleep)
        {
            scheduler.Unlock(socket);
        }

        return outcome;
    }

    /// <summary>What a receive from a stream returns.</summary>
    public static Outcome Reply(Call.Receiving call, Data data, in Few<Data> control = default) =>
        MessageReply.Of(call, data, sender: null, path: null, control, isCut: false);

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

        Errno error = TakeControl(caller, call, datagram, out Few<Data> control);
        Data data = datagram.Data;
        Outcome outcome = error != Errno.None ? Outcome.Failed(error) : MessageReply.Of(
            call,
            data.Length <= call.Capacity ? data : data.Slice(0, call.Capacity),
            call.AsksForSender && socket.Protocol.Family == AddressFamily.AF_INET ? datagram.Sender : null,
            call.AsksForSender ? datagram.SenderPath : null,
            control,
            isCut: data.Length > call.Capacity || call.Capacity == 0);
        if (!Has(call, MessageOptions.MSG_PEEK))
        {
            sockets.Consume(socket, datagram);
        }

        return outcome;
    }

    /// <summary>
    /// The control data of a message as the caller sees it. Only what is received may open descriptors, and only if
    /// there is room for control data; others are closed with the message. FreeBSD 4.0 copies kernel addresses to who
    /// looks only (D43), and loses the files if there is no room (D44).
    /// </summary>
    private Errno TakeControl(Process caller, Call.Receiving call, Datagram message, out Few<Data> control)
    {
        control = default;
        bool isWanted = call is Call.RecvMsg { ControlLength: > 0 };
        if (!isWanted || (message.Rights is not null && Has(call, MessageOptions.MSG_PEEK)))
        {
            return Errno.None;
        }

        if (message.Rights is null)
        {
            control = message.Control;
            return Errno.None;
        }

        Errno error = rights.Externalize(caller, message, out Data seen);
        control = new Few<Data>(seen);
        return error;
    }

    private Outcome ReceiveBytes(Process caller, Socket socket, Call.Receiving call)
    {
        while (!socket.Received.IsEmpty && IsEnough(socket, call))
        {
            if (socket.Received.Bytes.Length > 0)
            {
                return Has(call, MessageOptions.MSG_PEEK) ? Reply(call, socket.Received.Peek(call.Capacity))
                    : TakeBytes(caller, socket, call, default);
            }

            if (ReceiveMessage(caller, socket, call, socket.Received.First!) is { } outcome)
            {
                return outcome;
            }
        }

        return Await(caller, socket, call);
    }

    /// <summary>
    /// Receives from a record that begins with control data. Null if nobody wants that and there is nothing else: the
    /// call goes on with the next record; with MSG_PEEK FreeBSD 4.0 then never returns (D49).
    /// </summary>
    private Outcome? ReceiveMessage(Process caller, Socket socket, Call.Receiving call, Datagram message)
    {
        Errno error = TakeControl(caller, call, message, out Few<Data> control);
        Data data = message.Data;
        if (Has(call, MessageOptions.MSG_PEEK))
        {
            return Reply(call, data.Slice(0, Math.Min(data.Length, call.Capacity)), control);
        }

        sockets.Open(socket, message);
        bool isUnseen = data.Length == 0 && call is not Call.RecvMsg { ControlLength: > 0 };
        return error != Errno.None ? Outcome.Failed(error)
            : isUnseen && call.Capacity > 0 && !socket.CannotReceive ? null
            : TakeBytes(caller, socket, call, control);
    }

    private Outcome TakeBytes(Process caller, Socket socket, Call.Receiving call, in Few<Data> control)
    {
        Data data = socket.Received.Take(call.Capacity);
        Outcome outcome = Finish(caller, socket, call, data, control, data.Length);
        socket.IsReceiveLocked = outcome.IsAsleep;
        return outcome;
    }

    /// <summary>
    /// True if the queued bytes are as many as wanted, or will not become more, or suffice: SO_RCVLOWAT, with
    /// MSG_WAITALL all of them if the buffer can hold so many, with MSG_DONTWAIT any. Those of a record that another
    /// one follows suffice.
    /// </summary>
    private static bool IsEnough(Socket socket, Call.Receiving call)
    {
        int queued = socket.Received.Queued;
        bool wantsAll = Has(call, MessageOptions.MSG_WAITALL) && call.Capacity <= socket.Sizes.Receive;
        return queued >= call.Capacity || Has(call, MessageOptions.MSG_DONTWAIT)
            || (queued >= socket.Sizes.ReceiveLow && !wantsAll)
            || socket.Received.HasNextRecord
            || socket.PendingError != Errno.None || socket.CannotReceive;
    }

    /// <summary>
    /// Returns what was taken. With MSG_WAITALL it first sleeps for the rest, unless an error is pending, another
    /// record follows, or no more can come. The sender gets its room back before (D35).
    /// </summary>
    private Outcome Finish(
        Process caller, Socket socket, Call.Receiving call, Data taken, in Few<Data> control, int last)
    {
        socket.Protocol.HaveRead(socket, last);
        bool isPart = taken.Length > 0 && taken.Length < call.Capacity && socket.Received.First is null;
        if (!isPart || !Has(call, MessageOptions.MSG_WAITALL)
            || socket.PendingError != Errno.None || socket.CannotReceive)
        {
            return Reply(call, taken, control);
        }

        Outcome asleep = Sleep(caller, socket, taken);
        caller.Sleeping.Control = control;
        return asleep;
    }

    /// <summary>
    /// Not enough to return: an error, the end of the data, a stream that was never connected, or a sleep. MSG_PEEK
    /// leaves the error where it is.
    /// </summary>
    private Outcome Await(Process caller, Socket socket, Call.Receiving call)
    {
        Errno error = Has(call, MessageOptions.MSG_PEEK) ? socket.PendingError : socket.TakePendingError();
        return error != Errno.None ? Outcome.Failed(error)
            : socket.CannotReceive ? Reply(call, default)
            : socket.Protocol.CarriesBytes && !socket.IsConnected ? Outcome.Failed(Errno.ENOTCONN)
            : call.Capacity == 0 ? Reply(call, default)
            : socket.IsNonBlocking || Has(call, MessageOptions.MSG_DONTWAIT) ? Outcome.Failed(Errno.EAGAIN)
            : Sleep(caller, socket);
    }

    /// <summary>Sleeps for more, each time for as long as SO_RCVTIMEO says: sbwait.</summary>
    private Outcome Sleep(Process caller, Socket socket, Data taken = default) => scheduler.Sleep(
        caller, new Channel(socket, Awaited.Data), Scheduler.BufferWait, taken: taken, ticks: socket.Timing.Receive);
}
