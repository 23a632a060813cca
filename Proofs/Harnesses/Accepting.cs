using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>What accept(2) and listen(2) do with the queue of connections.</summary>
internal static class Accepting
{
    [Proof("S10", "accept takes the oldest connection out of the queue and names its peer; EINVAL if the socket "
        + "does not listen, EAGAIN if nothing waits, EMFILE without a free descriptor; then it keeps its place.",
        Bound = "three calls, up to two connections from outside, one socket on the host",
        Mutant = "accept-takes-the-last")]
    public static void TakesTheOldest(
        HostState state, SocketState socket, Endpoint first, Endpoint second, byte waiting, byte limit, int uid)
    {
        Proof.Assume(Host.IsOutside(first) & Host.IsOutside(second) & first != second);
        byte room = (byte)Octets.Count(limit, 3);
        state = state.Plain;
        var host = new Host(state);
        Socket listener = host.Add(host.Tcp, socket);
        Proof.Assume(listener.Pcb!.IsBound & !listener.IsConnected);
        listener.Waiting.Backlog = 1;
        Endpoint end = EndOf(state, listener);
        int left = Come(host, listener, end, first, second, Octets.Count(waiting, 2));
        var caller = new Process
        {
            Credentials = new Credentials(uid, 0, null),
            Limits = new DescriptorLimits(room, room),
        };
        for (int call = 0; call < 3; call++)
        {
            Errno expected = !listener.IsListening ? Errno.EINVAL
                : left == 0 ? Errno.EAGAIN
                : call >= room ? Errno.EMFILE
                : Errno.None;
            Outcome outcome = host.Creation.Accept(caller, listener);
            Proof.Assert(outcome.Error == expected, "the first rule broken");
            if (outcome.Error == Errno.None)
            {
                left--;
                Endpoint peer = call == 0 ? first : second;
                Socket accepted = caller.Descriptors[call]!.Socket!;
                Proof.Assert(outcome.Value == call, "the lowest free descriptor is the connection");
                Proof.Assert(outcome.Address == peer & accepted.Pcb!.Foreign == peer, "it is the oldest one");
                Proof.Assert(accepted.Pcb!.Local == end, "at the end that it came to");
            }

            Proof.Assert(listener.Waiting.Count == left, "it is out of the queue, and no other is");
            Proof.Assert((listener.Waiting.First is null) == (left == 0), "nothing else is in it");
        }
    }

    [Proof("S10", "A connection has its listening socket's owner and reuse options, and nothing else of it.",
        Bound = "one connection from outside, one socket on the host",
        Mutant = "connection-without-options")]
    public static void ConnectionIsLikeItsListener(HostState state, SocketState socket, Endpoint source, int backlog)
    {
        Proof.Assume(Host.IsOutside(source) & backlog >= 0);
        state = state.Plain;
        var host = new Host(state);
        Socket listener = host.Add(host.Tcp, socket);
        Proof.Assume(listener.IsListening);
        listener.Waiting.Backlog = backlog;
        listener.PendingError = Errno.ECONNREFUSED;
        Traffic traffic = default;
        host.Tcp.Input(source, EndOf(state, listener), ref traffic);
        Process caller = host.Caller(prison: 0, uid: 0);
        host.Creation.Accept(caller, listener);
        Socket accepted = caller.Descriptors[0]!.Socket!;
        Proof.Assert(accepted.Options == listener.Options, "the reuse options are inherited");
        Proof.Assert(
            accepted.Owner.Uid == listener.Owner.Uid
            & ReferenceEquals(accepted.Owner.Prison, listener.Owner.Prison),
            "the owner is inherited");
        Proof.Assert(accepted.IsConnected & !accepted.IsListening, "it is connected, and does not listen");
        Proof.Assert(accepted.Listener is null & accepted.PendingError == Errno.None, "it waits no more");
        Proof.Assert(
            accepted.Waiting.Count == 0 & accepted.Waiting.First is null & accepted.Waiting.Backlog == 0,
            "its queue is its own");
        Proof.Assert(accepted.Pcb!.Range == PortRangeOption.IP_PORTRANGE_DEFAULT, "its port range is the default one");
        Proof.Assert(host.Table.IsHashed(accepted.Pcb), "it is hashed");
    }

    [Proof("S10", "listen takes a backlog of 0 to kern.ipc.somaxconn as it is, and that limit for any other; if it "
        + "fails, backlog and state stay. It fails on a connected socket (EINVAL), and where an implied bind does.",
        Bound = "the only socket of a host with two addresses in networks of 256",
        Mutant = "backlog-beyond-limit")]
    public static void BacklogIsWithinTheLimit(
        HostState state, SocketState socket, int before, int backlog, int limit, byte prison, int uid)
    {
        Proof.Assume(limit >= 0);
        state = state.Plain;
        var host = new Host(state, new Tunables { MaxBacklog = limit });
        Socket called = host.Add(host.Tcp, socket);
        called.Waiting.Backlog = before;
        bool wasListening = called.IsListening;
        Errno expected = called.IsConnected ? Errno.EINVAL : InetRules.OfImpliedBind(state, called, uid);
        Errno error = host.Connection.Listen(host.Caller(prison, uid), called, backlog).Error;
        Proof.Assert(error == expected, "the first rule broken");
        int within = backlog < 0 | backlog > limit ? limit : backlog;
        Proof.Assert(called.Waiting.Backlog == (error == Errno.None ? within : before), "it is within the limit");
        Proof.Assert(called.IsListening == (error == Errno.None | wasListening), "it listens if no rule is broken");
    }

    [Proof("S10", "One and a half backlogs may wait, and one more.", Mutant = "listen-queue-short")]
    public static void QueueHasRoom(int waiting, int backlog)
    {
        Proof.Assume(waiting >= 0 & backlog >= 0);
        Proof.Assert(AcceptQueue.HasRoomBehind(waiting, backlog) == (2L * waiting <= 3L * backlog));
    }

    [Proof("S10", "Connections wait until the queue has no more room, and from then on get no answer.",
        Bound = "four connections from outside to the only socket of a host",
        Mutant = "connection-not-counted")]
    public static void QueueFills(
        HostState state, SocketState socket, int backlog, Endpoint first, Endpoint second, Endpoint third,
        Endpoint fourth)
    {
        Proof.Assume(Host.IsOutside(first) & Host.IsOutside(second) & Host.IsOutside(third) & Host.IsOutside(fourth));
        Proof.Assume(first != second & first != third & first != fourth);
        Proof.Assume(second != third & second != fourth & third != fourth);
        state = state.Plain;
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, socket);
        Proof.Assume(called.Pcb!.IsBound & !called.IsConnected);
        host.Connection.Listen(host.Caller(0, 0), called, backlog);
        Endpoint local = EndOf(state, called);
        Traffic traffic = default;
        Proof.Assert(host.Tcp.Input(first, local, ref traffic) == Errno.None, "one waits in any case");
        Proof.Assert(
            host.Tcp.Input(second, local, ref traffic) == (backlog == 0 ? Errno.ETIMEDOUT : Errno.None),
            "a second one if there is a backlog");
        Proof.Assert(
            host.Tcp.Input(third, local, ref traffic) == (backlog is 0 or 1 ? Errno.ETIMEDOUT : Errno.None),
            "a third one if the backlog is two or more");
        Proof.Assert(
            host.Tcp.Input(fourth, local, ref traffic) == (backlog is 0 or 1 ? Errno.ETIMEDOUT : Errno.None),
            "and with it a fourth one");
        Proof.Assert(called.Waiting.Count == (backlog == 0 ? 1 : backlog == 1 ? 2 : 4), "who waits is counted");
    }

    /// <summary>An end at which a socket listens: where that is any address, one of them.</summary>
    public static Endpoint EndOf(HostState state, Socket listener)
    {
        Endpoint local = listener.Pcb!.Local;
        return local with { Address = local.Address.IsAny ? state.Primary : local.Address };
    }

    /// <summary>Lets up to two connections come from outside; returns how many wait.</summary>
    public static int Come(Host host, Socket listener, Endpoint end, Endpoint first, Endpoint second, int waiting)
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
