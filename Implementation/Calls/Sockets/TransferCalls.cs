using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>sendto(2) and recvfrom(2). What they check after a sleep is what they check at the beginning.</summary>
internal sealed class TransferCalls(SocketLayer sockets, ReceiverNames names, Scheduler scheduler)
{
    /// <summary>The wait message of both directions: sbwait.</summary>
    private const string WaitMessage = "sbwait";

    /// <summary>sendit: the length of the address, then the errors of <see cref="Send"/>.</summary>
    public Outcome SendTo(Process caller, Socket socket, Data data, in SocketAddress? name)
    {
        Errno error = name is { } given ? AddressArgument.Check(given) : Errno.None;
        return error == Errno.None ? Send(caller, socket, data, name, done: 0) : Outcome.Failed(error);
    }

    /// <summary>
    /// Sends what was not sent before. Errors in the order of sosend: EPIPE, a pending error, EMSGSIZE, then those of
    /// the protocol.
    /// </summary>
    public Outcome Send(Process caller, Socket socket, Data data, in SocketAddress? name, int done)
    {
        Traffic traffic = default;
        Errno error = socket.IsDisconnected ? Errno.EPIPE : socket.TakePendingError();
        if (error == Errno.None)
        {
            error = Check(socket, data, isNamed: name is not null);
        }

        if (error == Errno.None && socket.Transport.CarriesBytes)
        {
            return SendBytes(caller, socket, data, done);
        }

        if (error == Errno.None)
        {
            error = socket.Transport.Send(socket, data, name, caller.Credentials, ref traffic);
        }

        return names.Describe(error, data.Length, traffic);
    }

    /// <summary>
    /// Returns the oldest datagram, cut to the length of the buffer, or bytes of a stream. Both take precedence over a
    /// pending error.
    /// </summary>
    public Outcome RecvFrom(Process caller, Socket socket, int length) =>
        length < 0 ? Outcome.Failed(Errno.EINVAL)
        : socket.Transport.CarriesDatagrams ? ReceiveDatagram(caller, socket, length)
        : socket.Transport.CarriesBytes ? ReceiveBytes(caller, socket, length)
        : Outcome.Failed(Errno.EOPNOTSUPP);

    /// <summary>An unconnected socket needs a destination, and a datagram must fit in the send buffer.</summary>
    private static Errno Check(Socket socket, Data data, bool isNamed)
    {
        bool isDatagram = socket.Transport.CarriesDatagrams;
        return !socket.IsConnected && !isNamed ? (isDatagram ? Errno.EDESTADDRREQ : Errno.ENOTCONN)
            : isDatagram && data.Length > socket.Sizes.Send ? Errno.EMSGSIZE
            : Errno.None;
    }

    /// <summary>
    /// Sends all of it, or as much as there is space for. If the rest does not fit, it waits for at least as much space
    /// as SO_SNDLOWAT.
    /// </summary>
    private Outcome SendBytes(Process caller, Socket socket, Data data, int done)
    {
        Traffic traffic = default;
        do
        {
            int left = data.Length - done;
            int space = socket.Sizes.Send;
            if (space < left && space < socket.Sizes.SendLow)
            {
                return !socket.IsNonBlocking
                        ? scheduler.Sleep(caller, new Channel(socket, Awaited.Room), WaitMessage, done)
                    : done > 0 ? Outcome.Returned(done)
                    : Outcome.Failed(Errno.EAGAIN);
            }

            int part = Math.Min(space, left);
            socket.Transport.Send(socket, data.Slice(done, part), name: null, caller.Credentials, ref traffic);
            done += part;
        }
        while (done < data.Length);

        return Outcome.Returned(done);
    }

    private Outcome ReceiveDatagram(Process caller, Socket socket, int length)
    {
        if (socket.Received.First is not { } datagram)
        {
            return Await(caller, socket, length);
        }

        Data data = datagram.Data;
        Outcome outcome = Outcome.Received(
            data.Length <= length ? data : data.Slice(0, length),
            socket.Protocol.Family == AddressFamily.AF_INET ? datagram.Sender : null);
        sockets.Consume(socket, datagram);
        return outcome;
    }

    /// <summary>
    /// Returns what there is, if that is as much as wanted, or as SO_RCVLOWAT, or will not become more.
    /// </summary>
    private Outcome ReceiveBytes(Process caller, Socket socket, int length)
    {
        int queued = socket.Received.Bytes.Length;
        bool isEnough = queued >= length || queued >= socket.Sizes.ReceiveLow || socket.IsDisconnected;
        if (queued == 0 || !isEnough)
        {
            return Await(caller, socket, length);
        }

        Data data = socket.Received.Take(length);
        socket.Transport.HaveRead(socket, data.Length);
        return Outcome.Received(data, sender: null);
    }

    /// <summary>Not enough to return: an error, the end of the data, or a sleep.</summary>
    private Outcome Await(Process caller, Socket socket, int length)
    {
        Errno error = socket.TakePendingError();
        return error != Errno.None ? Outcome.Failed(error)
            : socket.IsDisconnected || length == 0 ? Outcome.Received(default, sender: null)
            : socket.IsNonBlocking ? Outcome.Failed(Errno.EAGAIN)
            : scheduler.Sleep(caller, new Channel(socket, Awaited.Data), WaitMessage);
    }
}
