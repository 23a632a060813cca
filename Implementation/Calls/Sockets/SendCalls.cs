using Verify.Abi;
using Verify.Implementation.Local;
using Verify.Implementation.Processes;
using Verify.Implementation.Routing;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// sendto(2), sendmsg(2), write(2) and writev(2): sendit and sosend. What they check after a sleep is what they check
/// at the beginning.
/// </summary>
internal sealed class SendCalls(
    ReceiverNames names, LocalSends locals, RouteRequests routes, Scheduler scheduler)
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
        if ((options & MessageOptions.MSG_EOR) != 0 && !socket.Transport.CarriesDatagrams)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        Traffic traffic = default;
        Errno error = socket.CannotSend ? Errno.EPIPE : socket.TakePendingError();
        if (error == Errno.None)
        {
            error = Check(socket, data, control, isNamed: name is not null);
        }

        bool isUrgent = (options & MessageOptions.MSG_OOB) != 0;
        if (error == Errno.None && socket.Transport.CarriesBytes)
        {
            return SendBytes(caller, socket, data, isUrgent, done, control);
        }

        if (error == Errno.None)
        {
            error = isUrgent && socket.Transport.RefusesUrgentData ? Errno.EOPNOTSUPP
                : socket.Protocol is LocalDatagram ? locals.SendDatagram(caller, socket, data, name, control)
                : socket.Protocol is RouteProtocol ? routes.Send(
                    socket, data, name is not null, control.Length > 0, caller.Credentials, caller.Pid, ref traffic)
                : control.Length > 0 && !socket.Transport.CarriesDatagrams ? Errno.EINVAL
                : SendDatagram(caller, socket, data, name, options, ref traffic);
        }

        return names.Describe(error, data.Length, traffic);
    }

    /// <summary>MSG_DONTROUTE sets SO_DONTROUTE for the time of the call.</summary>
    private static Errno SendDatagram(
        Process caller, Socket socket, Data data, in SocketAddress? name, MessageOptions options, ref Traffic traffic)
    {
        SocketOptions before = socket.Options;
        if ((options & MessageOptions.MSG_DONTROUTE) != 0)
        {
            socket.Options |= SocketOptions.DontRoute;
        }

        Errno error = socket.Transport.Send(socket, data, name, caller.Credentials, ref traffic);
        socket.Options = before;
        return error;
    }

    /// <summary>
    /// An unconnected socket needs a destination, and a datagram must fit in the send buffer, as must control data.
    /// FreeBSD 4.0 sleeps until a signal comes if they only fit there one by one (D47).
    /// </summary>
    private static Errno Check(Socket socket, Data data, Data control, bool isNamed)
    {
        bool isDatagram = socket.Transport.CarriesDatagrams;
        int whole = isDatagram ? data.Length + control.Length : control.Length;
        bool needsConnection = !isNamed || socket.Transport.CarriesBytes;
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
        Process caller, Socket socket, Data data, bool isUrgent, int done, Data control)
    {
        Traffic traffic = default;
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

            if (isUrgent)
            {
                return Outcome.Failed(Errno.EOPNOTSUPP);
            }

            int part = Math.Min(space - control.Length, left);
            if (control.Length > 0)
            {
                Errno error = locals.SendMessage(caller, socket, data.Slice(done, part), control);
                if (error != Errno.None)
                {
                    return Outcome.Failed(error);
                }

                control = default;
            }
            else
            {
                socket.Transport.Send(socket, data.Slice(done, part), name: null, caller.Credentials, ref traffic);
            }

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
