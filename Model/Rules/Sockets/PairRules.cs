using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>socketpair(2), and what the ends of a pair share but data: names, and what the close of one does.</summary>
internal static class PairRules
{
    public static readonly Rule PairNoDescriptor = new(
        "S9.pair-descriptor", "socketpair fails with EMFILE if less than two descriptors are free.",
        "kern/kern_descrip.c:falloc");
    public static readonly Rule PairUnsupported = new(
        "S9.pair-unsupported", "socketpair of sockets that are not local fails with EOPNOTSUPP; none remains.",
        "kern/uipc_socket2.c:pru_connect2_notsupp");
    public static readonly Rule PairMade = new(
        "S9.pair", "socketpair connects two new local sockets and returns the two lowest free descriptors.",
        "kern/uipc_syscalls.c:socketpair");
    public static readonly Rule PairNameless = new(
        "S9.pair-nameless", "getsockname and getpeername of a local socket without a name return no address.",
        "kern/uipc_usrreq.c:uipc_sockaddr");
    public static readonly Rule PairName = new(
        "S9.name", "getsockname and getpeername of a local socket with a name return its path.",
        "kern/uipc_usrreq.c:uipc_sockaddr");
    public static readonly Rule PairEnds = new(
        "S9.pair-ends",
        "After the last close of one end of a local stream, the other can send no more; who sleeps at it is woken.",
        "kern/uipc_usrreq.c:unp_disconnect");
    public static readonly Rule PairResets = new(
        "R2.pair-resets",
        "After the last close of a local datagram socket, those that were connected to it are not, ECONNRESET is "
        + "pending at each, and who receives from it is woken.",
        "D31");

    public static Verdict SocketPair(ref CallCheck check, Process caller, Call.SocketPair call)
    {
        State state = check.State;
        (AddressFamily, SocketType, Protocol) kind = (call.Domain, call.Type, call.Protocol);
        if (SocketRules.CreationDenial(ref check, caller, kind, count: 2) is { } none)
        {
            return check.Fails(none);
        }

        int first = caller.FreeDescriptor;
        Process holder = caller.With(first, new DescriptorEntry(state.LastSocket + 1));
        int second = holder.FreeDescriptor;
        if (second >= caller.Limit)
        {
            return check.Fails(Errno.EMFILE, PairNoDescriptor);
        }

        if (call.Domain != AddressFamily.AF_LOCAL)
        {
            return check.Fails(Errno.EOPNOTSUPP, PairUnsupported);
        }

        var one = new Socket
        {
            Id = state.LastSocket + 1,
            Family = AddressFamily.AF_LOCAL,
            Protocol = Protocol.Default,
            End = new LocalEnd(call.Type),
            Owner = caller.Uid,
            Prison = caller.Prison,
            Buffers = Buffers.OfLocal(call.Type),
            Peer = state.LastSocket + 2,
        };
        Socket other = one with
        {
            Id = one.Peer,
            Peer = one.Id,
            End = one.End with { ConnectedAt = state.LastChange + 1 },
        };
        return check.Must(
            Outcome.Pair(first, second),
            state.WithNew(one).WithNew(other).With(holder.With(second, new DescriptorEntry(other.Id))),
            PairMade);
    }

    public static Verdict GetSockName(ref CallCheck check, Socket socket) => Named(ref check, socket);

    public static Verdict GetPeerName(ref CallCheck check, Socket socket) => socket.Peer == 0
        ? check.Fails(Errno.ENOTCONN, NameRules.NameNotConnected)
        : Named(ref check, check.State.SocketOf(socket.Peer));

    private static Verdict Named(ref CallCheck check, Socket socket) => check.Must(
        Outcome.Returned(0, socket.End!.Name), check.State, socket.End.Name is null ? PairNameless : PairName);

    /// <summary>
    /// The state after the last close of a local socket. What a stream had not read keeps its room at the other end for
    /// ever. Of several datagram sockets that were connected to it, the one that was connected last learns first.
    /// </summary>
    public static State Left(ref CallCheck check, State state, Socket closed)
    {
        if (closed.IsLocalStream)
        {
            return closed.Peer == 0 ? state : Ended(ref check, state, closed);
        }

        foreach (Socket other in state.Sockets.OrderByDescending(other => other.End?.ConnectedAt ?? 0))
        {
            if (other.Peer == closed.Id && other.End is not null)
            {
                check.Use(PairResets);
                state = state.With(state.SocketOf(other.Id) with { Peer = 0, PendingError = Errno.ECONNRESET })
                    .WakeAll(other.Id, SleepReason.Data);
            }
        }

        return state;
    }

    private static State Ended(ref CallCheck check, State state, Socket closed)
    {
        check.Use(PairEnds);
        Socket other = state.SocketOf(closed.Peer);
        LocalEnd end = other.End!;
        other = other with
        {
            Peer = 0,
            IsSendingShut = true,
            IsReceivingShut = true,
            End = end with { Surplus = end.Surplus - closed.Used },
        };
        return state.With(other).WakeAll(other.Id, SleepReason.Room).WakeAll(other.Id, SleepReason.Data);
    }
}
