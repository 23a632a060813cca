using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>sendto(2) and recvfrom(2).</summary>
internal sealed class TransferCalls(SocketLayer sockets, ReceiverNames names, Scheduler scheduler)
{
    /// <summary>
    /// Errors in the order of sendit and sosend: the length of the address, EPIPE, a pending error, EMSGSIZE, then
    /// those of the protocol.
    /// </summary>
    public Outcome SendTo(Process caller, Socket socket, Data data, in SocketAddress? name)
    {
        Traffic traffic = default;
        Errno error = name is { } given ? AddressArgument.Check(given) : Errno.None;
        if (error == Errno.None)
        {
            error = socket.Pcb is null ? Errno.EPIPE : socket.TakePendingError();
        }

        if (error == Errno.None)
        {
            error = Check(socket, data, isNamed: name is not null);
        }

        if (error == Errno.None)
        {
            error = socket.Transport.Send(socket, data, name, caller.Credentials, ref traffic);
        }

        return names.Describe(error, data.Length, traffic);
    }

    /// <summary>An unconnected socket needs a destination, and a datagram must fit in the send buffer.</summary>
    private static Errno Check(Socket socket, Data data, bool isNamed)
    {
        bool isDatagram = socket.Transport.CarriesDatagrams;
        return !socket.IsConnected && !isNamed ? (isDatagram ? Errno.EDESTADDRREQ : Errno.ENOTCONN)
            : isDatagram && data.Length > socket.Sizes.Send ? Errno.EMSGSIZE
            : Errno.None;
    }

    /// <summary>
    /// Returns the oldest datagram, cut to the length of the buffer; a datagram takes precedence over a pending error.
    /// soreceive checks all of this again after it has slept.
    /// </summary>
    public Outcome RecvFrom(Process caller, Socket socket, int length)
    {
        if (!socket.Transport.CarriesDatagrams)
        {
            return Outcome.Failed(Errno.EOPNOTSUPP);
        }

        if (socket.Received.First is not { } datagram)
        {
            Errno error = socket.TakePendingError();
            return error != Errno.None ? Outcome.Failed(error)
                : length == 0 ? Outcome.Received(default, sender: null)
                : socket.IsNonBlocking ? Outcome.Failed(Errno.EAGAIN)
                : scheduler.Sleep(caller, new Channel(socket, Awaited.Data), "sbwait");
        }

        Data data = datagram.Data;
        Outcome outcome = Outcome.Received(
            data.Length <= length ? data : data.Slice(0, length), datagram.Sender);
        sockets.Consume(socket, datagram);
        return outcome;
    }
}
