using Verify.Abi;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>sendto(2) and recvfrom(2).</summary>
internal sealed class TransferCalls(SocketLayer sockets, ReceiverNames names)
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

    /// <summary>Returns the oldest datagram. Received data takes precedence over a pending error.</summary>
    public Outcome RecvFrom(Socket socket)
    {
        if (!socket.Transport.CarriesDatagrams)
        {
            return Outcome.Failed(Errno.EOPNOTSUPP);
        }

        if (socket.Received.First is not { } datagram)
        {
            Errno error = socket.TakePendingError();
            return Outcome.Failed(error == Errno.None ? Errno.EAGAIN : error);
        }

        Outcome outcome = Outcome.Received(datagram.Data, datagram.Sender);
        sockets.Consume(socket, datagram);
        return outcome;
    }
}
