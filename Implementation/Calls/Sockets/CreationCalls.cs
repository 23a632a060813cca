using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>Calls that create sockets: socket(2) and accept(2).</summary>
internal sealed class CreationCalls(
    ProtocolSwitch protocols, SocketLayer sockets, FileTable files, JailVariables variables, Scheduler scheduler)
{
    public Outcome Create(Process caller, Call.Socket call)
    {
        if (!caller.Descriptors.TryFindFree(caller.Limits.Soft, out int fd))
        {
            return Outcome.Failed(Errno.EMFILE);
        }

        if (protocols.Find(call.Domain, call.Type, call.Protocol) is not { } protocol
            || !IsAllowed(caller.Credentials, call.Domain))
        {
            return Outcome.Failed(Errno.EPROTONOSUPPORT);
        }

        Errno error = sockets.Create(protocol, caller.Credentials, out Socket socket);
        if (error == Errno.None)
        {
            files.Open(caller.Descriptors, fd, socket);
        }

        return Replies.Of(error, fd);
    }

    /// <summary>EINVAL if the socket does not listen, EAGAIN if its queue is empty and it must not sleep.</summary>
    public Outcome Accept(Process caller, OpenFile file, Socket listener)
    {
        if (!listener.IsListening)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (listener.IsNonBlocking && listener.Waiting.First is null)
        {
            return Outcome.Failed(Errno.EAGAIN);
        }

        return TakeConnection(caller, file, listener);
    }

    /// <summary>
    /// Accepts the oldest connection, or sleeps until there is one. Without a free descriptor the connection stays in
    /// the queue, for the process that has slept there longest. The new file has the flags that the listening one has
    /// now.
    /// </summary>
    public Outcome TakeConnection(Process caller, OpenFile file, Socket listener)
    {
        var channel = new Channel(listener, Awaited.Connection);
        if (listener.Waiting.First is not { } connection)
        {
            return scheduler.Sleep(caller, channel, "accept");
        }

        if (!caller.Descriptors.TryFindFree(caller.Limits.Soft, out int fd))
        {
            scheduler.WakeOne(channel);
            return Outcome.Failed(Errno.EMFILE);
        }

        SocketLayer.Dequeue(connection);
        files.Open(caller.Descriptors, fd, connection, file.Flags);
        connection.Transport.PeerName(connection, out Endpoint peer);
        return Outcome.Returned(fd, peer);
    }

    /// <summary>A prison is restricted to certain families (J9).</summary>
    private bool IsAllowed(in Credentials caller, AddressFamily family) =>
        !caller.IsJailed || variables.UnixIpRouteOnly == 0 || SocketFamilies.IsForPrisons(family);
}
