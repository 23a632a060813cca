using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Sockets;

/// <summary>The calls that give a process a new socket: socket(2) and accept(2).</summary>
internal sealed class CreationCalls(
    ProtocolSwitch protocols, SocketLayer sockets, FileTable files, int maxFilesPerProcess)
{
    public Outcome Create(Process caller, Call.Socket call)
    {
        if (!caller.Descriptors.TryFindFree(maxFilesPerProcess, out int fd))
        {
            return Outcome.Failed(Errno.EMFILE);
        }

        if (protocols.Find(call.Domain, call.Type, call.Protocol) is not { } protocol)
        {
            return Outcome.Failed(Errno.EPROTONOSUPPORT);
        }

        if (sockets.Create(protocol, caller.Credentials) is not { } socket)
        {
            return Outcome.Failed(Errno.ENOBUFS);
        }

        files.Open(caller.Descriptors, fd, socket);
        return Outcome.Returned(fd);
    }

    /// <summary>Takes the oldest connection; without a free descriptor it keeps its place.</summary>
    public Outcome Accept(Process caller, Socket listener)
    {
        if (!listener.IsListening)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (listener.Waiting.First is not { } connection)
        {
            return Outcome.Failed(Errno.EAGAIN);
        }

        if (!caller.Descriptors.TryFindFree(maxFilesPerProcess, out int fd))
        {
            return Outcome.Failed(Errno.EMFILE);
        }

        SocketLayer.Dequeue(connection);
        files.Open(caller.Descriptors, fd, connection);
        connection.Protocol.PeerName(connection, out Endpoint peer);
        return new Outcome { Value = fd, Address = peer };
    }
}
