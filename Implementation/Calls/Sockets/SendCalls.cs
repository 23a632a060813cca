using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// sendto(2), sendmsg(2), write(2) and writev(2): sendit and sosend. What they check after a sleep is what they check
/// at the beginning.
/// </summary>
internal sealed class SendCalls(ReceiverNames names, Scheduler scheduler)
{
    /// <summary>What urgent data may fill beyond SO_SNDBUF, in bytes.</summary>
    private const int UrgentSpace = 1024;

    /// <summary>sizeof(struct cmsghdr), and MLEN, which is all that sockargs takes.</summary>
    private const int LeastControl = 12;
    private const int MostControl = 108;

    /// <summary>
    /// sendit: the lengths of the address and of the control data, then the errors of <see cref="Send"/>.
    /// </summary>
    public Outcome SendTo(
        Process caller, Socket socket, Data data, in SocketAddress? name,
        MessageOptions options = MessageOptions.None, Data control = default)
    {
        Errno error = name is { } given ? AddressArgument.Check(given) : Errno.None;
        error = error == Errno.None && control.Length is not 0 and (< LeastControl or > MostControl)
            ? Errno.EINVAL
            : error;
        return error == Errno.None
            ? Send(caller, socket, data, name, options, done: 0, control)
            : Outcome.Failed(error);
    }

    /// <summary>
    /// Sends what was not sent before. Errors in the order of sosend: EINVAL for a record on a stream, EPIPE, a pending
    /// error, EMSGSIZE, then those of the protocol.
    /// </summary>
    public Outcome Send(
        Process caller, Socket socket, Data data, in SocketAddress? name, MessageOptions options, int done,
        Data control = default)
    {
        if ((options & MessageOptions.MSG_EOR) != 0 && !socket.Protocol.CarriesDatagrams)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        Traffic traffic = default;
        Errno error = socket.CannotSend ? Errno.EPIPE : socket.TakePendingError();
        if (error == Errno.None)
        {
            error = Check(socket, data, control, isNamed: name is not null);
        }

        if (error == Errno.None && socket.Protocol.CarriesBytes)
        {
            return SendBytes(caller, socket, data, options, done, control);
        }

        if (error == Errno.None)
        {
            error = SendWhole(caller, socket, new Message(data, name, control, options), options, ref traffic);
        }

        return names.Describe(error, data.Length, traffic);
    }

    /// <summary>MSG_DONTROUTE sets SO_DONTROUTE for the time of the call.</summary>
    private static Errno SendWhole(
        Process caller, Socket socket, in Message message, MessageOptions options, ref Traffic traffic)
    {
        SocketOptions before = socket.Options;
        if ((options & MessageOptions.MSG_DONTROUTE) != 0)
        {
            socket.Options |= SocketOptions.DontRoute;
        }

        Errno error = socket.Protocol.Send(socket, message, caller, ref traffic);
        socket.Options = before;
        return error;
    }

    /// <summary>
    /// An unconnected socket needs a destination, and a datagram must fit in the send buffer, as must control data.
    /// FreeBSD 4.0 sleeps until a signal comes if they only fit there one by one (D47).
    /// </summary>
    private static Errno Check(Socket socket, Data data, Data control, bool isNamed)
    {
        bool isDatagram = socket.Protocol.CarriesDatagrams;
        int whole = isDatagram ? data.Length + control.Length : control.Length;
        bool needsConnection = !isNamed || socket.Protocol.CarriesBytes;
        return !socket.IsConnected && needsConnection ? (isDatagram ? Errno.EDESTADDRREQ : Errno.ENOTCONN)
            : isDatagram && data.Length > socket.Sizes.Send ? Errno.EMSGSIZE
            : control.Length > 0 && whole > socket.Sizes.Send ? Errno.EMSGSIZE
            : Errno.None;
    }

    /// <summary>
    /// Sends all of it, or as much as there is space for. If the rest does not fit, it waits for at least as much space
    /// as SO_SNDLOWAT, whatever MSG_DONTWAIT says. Urgent data waits likewise before it is refused.
    /// </summary>
    private Outcome SendBytes(
        Process caller, Socket socket, Data data, MessageOptions options, int done, Data control)
    {
        Traffic traffic = default;
        bool isUrgent = (options & MessageOptions.MSG_OOB) != 0;
        do
        {
            int left = data.Length - done;
            int space = isUrgent ? socket.Sizes.Send + UrgentSpace : socket.Sizes.Send;
            if (space < left + control.Length && space < socket.Sizes.SendLow)
            {
                return !socket.IsNonBlocking
                        ? Await(caller, socket, done, control)
                    : done > 0 ? Outcome.Returned(done)
                    : Outcome.Failed(Errno.EAGAIN);
            }

            int part = Math.Min(space - control.Length, left);
            var message = new Message(data.Slice(done, part), name: null, control, options);
            Errno error = socket.Protocol.Send(socket, message, caller, ref traffic);
            if (error != Errno.None)
            {
                return Outcome.Failed(error);
            }

            control = default;
            done += part;
        }
        while (done < data.Length);

        return Outcome.Returned(done);
    }

    /// <summary>Sleeps for room, and remembers whether the control data has been sent.</summary>
    private Outcome Await(Process caller, Socket socket, int done, Data control)
    {
        Outcome asleep = scheduler.Sleep(
            caller, new Channel(socket, Awaited.Room), Scheduler.BufferWait, done, ticks: socket.Timing.Send);
        caller.Sleeping.HasControl = control.Length > 0;
        return asleep;
    }
}
