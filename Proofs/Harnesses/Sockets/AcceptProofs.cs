using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>accept(2), listen(2) and the queue of connections.</summary>
internal static class AcceptProofs
{
    [Proof("S10", "accept takes the oldest connection from the queue and returns its peer; EINVAL if the socket does "
        + "not listen, EMFILE without a free descriptor, and then the queue stays as it is. If it is empty the call "
        + "sleeps, or fails with EAGAIN.",
        Bound = "three calls, up to two connections from outside, one socket on the host",
        Mutant = "accept-takes-the-last")]
    public static void TakesOldestConnection(
        HostState state, SocketState socket, Endpoint first, Endpoint second, byte waiting, byte limit, int uid,
        bool sleeps)
    {
        Proof.Assume(ProofHost.IsOutside(first) & ProofHost.IsOutside(second) & first != second);
        byte room = (byte)BoundedCount.Of(limit, 3);
        state = state.Plain;
        var host = new ProofHost(state);
        Socket listener = host.Add(host.Tcp, socket);
        Proof.Assume(listener.Pcb!.IsBound & !listener.IsConnected);
        listener.Waiting.Backlog = 1;
        listener.IsNonBlocking = !sleeps;
        Endpoint end = EndOf(state, listener);
        int left = ConnectFromOutside(host, listener, end, first, second, BoundedCount.Of(waiting, 2));
        var caller = new Process
        {
            Credentials = new Credentials(uid, 0, null),
            Limits = new DescriptorLimits(room, room),
        };
        for (int call = 0; call < 3; call++)
        {
            Errno expected = !listener.IsListening ? Errno.EINVAL
                : left == 0 ? sleeps ? Errno.None : Errno.EAGAIN
                : call >= room ? Errno.EMFILE
                : Errno.None;
            Outcome outcome = host.Accept(caller, listener);
            Proof.Assert(outcome.Error == expected, "the error of the first rule broken");
            Proof.Assert(
                outcome.IsAsleep == (listener.IsListening & left == 0 & sleeps), "it sleeps without a connection");
            if (outcome.IsAsleep)
            {
                Proof.Assert(ReferenceEquals(host.Scheduler.FirstSleeping, caller), "and waits to be woken");
                return;
            }

            if (outcome.Error == Errno.None)
            {
                left--;
                Endpoint peer = call == 0 ? first : second;
                Socket accepted = caller.Descriptors[call]!.Socket!;
                Proof.Assert(outcome.Value == call, "the connection gets the lowest free descriptor");
                Proof.Assert(outcome.Address == peer & accepted.Pcb!.Foreign == peer, "it is the oldest connection");
                Proof.Assert(accepted.Pcb!.Local == end, "its local end is the destination");
            }

            Proof.Assert(listener.Waiting.Count == left, "it alone has left the queue");
            Proof.Assert((listener.Waiting.First is null) == (left == 0), "the queue holds no other");
        }
    }

    [Proof("S10", "A connection inherits the owner and the reuse options of its listening socket, and nothing else.",
        Bound = "one connection from outside, one socket on the host", Mutant = "connection-without-options")]
    public static void ConnectionInheritsFromListener(HostState state, SocketState socket, Endpoint source, int backlog)
    {
        Proof.Assume(ProofHost.IsOutside(source) & backlog >= 0);
        state = state.Plain;
        var host = new ProofHost(state);
        Socket listener = host.Add(host.Tcp, socket);
        Proof.Assume(listener.IsListening);
        listener.Waiting.Backlog = backlog;
        listener.PendingError = Errno.ECONNREFUSED;
        Traffic traffic = default;
        host.Tcp.Input(source, EndOf(state, listener), ref traffic);
        listener.PendingError = Errno.None;
        Process caller = host.Caller(prison: 0, uid: 0);
        host.Accept(caller, listener);
        Socket accepted = caller.Descriptors[0]!.Socket!;
        Proof.Assert(accepted.Options == listener.Options, "the reuse options are inherited");
        Proof.Assert(
            accepted.Owner.Uid == listener.Owner.Uid
            & ReferenceEquals(accepted.Owner.Prison, listener.Owner.Prison),
            "the owner is inherited");
        Proof.Assert(accepted.IsConnected & !accepted.IsListening, "it is connected and does not listen");
        Proof.Assert(accepted.Listener is null & accepted.PendingError == Errno.None, "it is no longer queued");
        Proof.Assert(
            accepted.Waiting.Count == 0 & accepted.Waiting.First is null & accepted.Waiting.Backlog == 0,
            "its queue is its own");
        Proof.Assert(accepted.Pcb!.Range == PortRangeOption.IP_PORTRANGE_DEFAULT, "it has the default port range");
        Proof.Assert(host.Table.IsHashed(accepted.Pcb), "it is hashed");
    }

    [Proof("S10", "listen sets a backlog from 0 to kern.ipc.somaxconn as given, and any other to that limit. It fails "
        + "on a connected socket (EINVAL) and if an implied bind fails; then backlog and state stay.",
        Bound = "the only socket of a host with two addresses in /24 networks", Mutant = "backlog-beyond-limit")]
    public static void BacklogIsWithinTheLimit(
        HostState state, SocketState socket, int before, int backlog, int limit, byte prison, int uid)
    {
        Proof.Assume(limit >= 0);
        state = state.Plain;
        var host = new ProofHost(state, new Tunables { MaxBacklog = limit });
        Socket called = host.Add(host.Tcp, socket);
        called.Waiting.Backlog = before;
        bool wasListening = called.IsListening;
        Errno expected = called.IsConnected ? Errno.EINVAL : InetErrors.OfImpliedBind(state, called, uid);
        Errno error = host.Connection.Listen(host.Caller(prison, uid), called, backlog).Error;
        Proof.Assert(error == expected, "the error of the first rule broken");
        int within = backlog < 0 | backlog > limit ? limit : backlog;
        Proof.Assert(
            called.Waiting.Backlog == (error == Errno.None ? within : before), "the backlog is within the limit");
        Proof.Assert(called.IsListening == (error == Errno.None | wasListening), "it listens if no rule is broken");
    }

    [Proof("S10", "A queue holds one and a half times the backlog, and one more.",
        Mutant = "listen-queue-short")]
    public static void QueueHasRoom(int waiting, int backlog)
    {
        Proof.Assume(waiting >= 0 & backlog >= 0);
        Proof.Assert(AcceptQueue.HasRoomBehind(waiting, backlog) == (2L * waiting <= 3L * backlog));
    }

    [Proof("S10", "Connections are queued until the queue is full; later ones get no answer.",
        Bound = "four connections from outside to the only socket of a host", Mutant = "connection-not-counted")]
    public static void QueueFills(
        HostState state, SocketState socket, int backlog, Endpoint first, Endpoint second, Endpoint third,
        Endpoint fourth)
    {
        Proof.Assume(ProofHost.IsOutside(first) & ProofHost.IsOutside(second));
        Proof.Assume(ProofHost.IsOutside(third) & ProofHost.IsOutside(fourth));
        Proof.Assume(first != second & first != third & first != fourth);
        Proof.Assume(second != third & second != fourth & third != fourth);
        state = state.Plain;
        var host = new ProofHost(state);
        Socket called = host.Add(host.Tcp, socket);
        Proof.Assume(called.Pcb!.IsBound & !called.IsConnected);
        host.Connection.Listen(host.Caller(0, 0), called, backlog);
        Endpoint local = EndOf(state, called);
        Traffic traffic = default;
        Proof.Assert(
            host.Tcp.Input(first, local, ref traffic) == Errno.None, "one connection is queued with any backlog");
        Proof.Assert(
            host.Tcp.Input(second, local, ref traffic) == (backlog == 0 ? Errno.ETIMEDOUT : Errno.None),
            "a second one with a backlog of one or more");
        Proof.Assert(
            host.Tcp.Input(third, local, ref traffic) == (backlog is 0 or 1 ? Errno.ETIMEDOUT : Errno.None),
            "a third one with a backlog of two or more");
        Proof.Assert(
            host.Tcp.Input(fourth, local, ref traffic) == (backlog is 0 or 1 ? Errno.ETIMEDOUT : Errno.None),
            "and then a fourth one too");
        Proof.Assert(
            called.Waiting.Count == (backlog == 0 ? 1 : backlog == 1 ? 2 : 4), "the count is that of the queue");
    }

    /// <summary>An end at which a socket listens; for INADDR_ANY, at the primary address.</summary>
    public static Endpoint EndOf(HostState state, Socket listener)
    {
        Endpoint local = listener.Pcb!.Local;
        return local with { Address = local.Address.IsAny ? state.Primary : local.Address };
    }

    /// <summary>Makes up to two connections from outside; returns how many are queued.</summary>
    public static int ConnectFromOutside(
        ProofHost host, Socket listener, Endpoint end, Endpoint first, Endpoint second, int waiting)
    {
        if (waiting == 0 | !listener.IsListening)
        {
            return 0;
        }

        Traffic traffic = default;
        host.Tcp.Input(first, end, ref traffic);
        if (waiting == 1)
        {
            return 1;
        }

        host.Tcp.Input(second, end, ref traffic);
        return 2;
    }
}
