using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>Calls that create sockets: socket(2), socketpair(2) and accept(2).</summary>
internal sealed class CreationCalls(
    DomainList domains,
    SocketLayer sockets,
    FileTable files,
    SignalOwners owners,
    JailVariables variables,
    Scheduler scheduler)
{
    public Outcome Create(Process caller, Call.Socket call)
    {
        if (!caller.Descriptors.TryFindFree(caller.Limits.Soft, out int fd))
        {
            return Outcome.Failed(Errno.EMFILE);
        }

        SocketProtocol? protocol = domains.Find(call.Domain, call.Type, call.Protocol);
        Errno error = Create(caller.Credentials, protocol, call.Domain, call.Protocol, out Socket socket);
        if (error == Errno.None)
        {
            files.Open(caller.Descriptors, fd, socket);
        }

        return Replies.Of(error, fd);
    }

    /// <summary>
    /// Two sockets that are connected to each other, which only local ones can be. That is asked last: EOPNOTSUPP.
    /// </summary>
    public Outcome CreatePair(Process caller, Call.SocketPair call)
    {
        SocketProtocol? protocol = domains.Find(call.Domain, call.Type, call.Protocol);
        Errno error = Create(caller.Credentials, protocol, call.Domain, call.Protocol, out Socket first);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        error = Create(caller.Credentials, protocol, call.Domain, call.Protocol, out Socket second);
        if (error != Errno.None)
        {
            sockets.Close(first);
            return Outcome.Failed(error);
        }

        return OpenPair(caller, first, second);
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
    /// Accepts the oldest connection, or sleeps until there is one; if none can come any more, ECONNABORTED. A pending
    /// error of the listener comes first. Without a free descriptor the connection stays in the queue, for the process
    /// that has slept there longest. The new file has the flags that the listening one has now, and its signal owner
    /// if the caller may set that.
    /// </summary>
    public Outcome TakeConnection(Process caller, OpenFile file, Socket listener)
    {
        Errno error = listener.TakePendingError();
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        var channel = new Channel(listener, Awaited.Connection);
        if (listener.Waiting.First is not { } connection)
        {
            return listener.CannotReceive
                ? Outcome.Failed(Errno.ECONNABORTED)
                : scheduler.Sleep(caller, channel, "accept");
        }

        if (!caller.Descriptors.TryFindFree(caller.Limits.Soft, out int fd))
        {
            scheduler.WakeOne(channel);
            return Outcome.Failed(Errno.EMFILE);
        }

        SocketLayer.Dequeue(connection);
        files.Open(caller.Descriptors, fd, connection, file.Flags);
        owners.Set(caller, connection, listener.SignalOwner?.OwnerId ?? 0);
        connection.Protocol.Accept(connection, out SocketName peer);
        return peer.End is { } end ? Outcome.Returned(fd, end) : Outcome.Returned(fd, peer.Path);
    }

    /// <summary>Opens both sockets, or closes them.</summary>
    private Outcome OpenPair(Process caller, Socket first, Socket second)
    {
        DescriptorTable descriptors = caller.Descriptors;
        if (!descriptors.TryFindFree(caller.Limits.Soft, out int one))
        {
            sockets.Close(second);
            sockets.Close(first);
            return Outcome.Failed(Errno.EMFILE);
        }

        files.Open(descriptors, one, first);
        bool isRoom = descriptors.TryFindFree(caller.Limits.Soft, out int other);
        Errno error = isRoom ? first.Protocol.Join(first, second) : Errno.EMFILE;
        if (error != Errno.None)
        {
            sockets.Close(second);
            files.Close(descriptors, one);
            return Outcome.Failed(error);
        }

        files.Open(descriptors, other, second);
        return Outcome.Pair(one, other);
    }

    /// <summary>socreate: EPROTONOSUPPORT without a protocol, then the errors of the protocol.</summary>
    private Errno Create(
        in Credentials caller, SocketProtocol? protocol, AddressFamily family, Protocol number, out Socket socket)
    {
        if (protocol is not null && IsAllowed(caller, family))
        {
            return sockets.Create(protocol, caller, out socket, number);
        }

        socket = null!;
        return Errno.EPROTONOSUPPORT;
    }

    /// <summary>A prison is restricted to certain families (J9).</summary>
    private bool IsAllowed(in Credentials caller, AddressFamily family) =>
        !caller.IsJailed || variables.UnixIpRouteOnly == 0 || SocketFamilies.IsForPrisons(family);
}
