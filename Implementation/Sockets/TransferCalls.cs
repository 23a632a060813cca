using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Sockets;

/// <summary>sendto(2) and recvfrom(2).</summary>
internal sealed class TransferCalls(SocketLayer sockets, ReceiverNames names)
{
    public Outcome SendTo(Process caller, Socket socket, Data data, in SocketAddress? name)
    {
        Traffic traffic = default;
        Errno error = name is { } given ? AddressArgument.Check(given) : Errno.None;
        if (error == Errno.None)
        {
            error = socket.TakePendingError();
        }

        if (error == Errno.None)
        {
            error = socket.Transport.Send(socket, data, name, caller.Credentials, ref traffic);
        }

        return names.Describe(error, data.Length, traffic);
    }

    /// <summary>The oldest datagram; what has arrived comes before an error that is pending.</summary>
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

        var outcome = new Outcome { Value = datagram.Data.Length, Data = datagram.Data, Address = datagram.Sender };
        sockets.Consume(socket, datagram);
        return outcome;
    }
}
