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
    public static readonly Rule PairNoNames = new(
        "S9.pair-no-names",
        "bind of a pair's end, and connect of one that is no stream's or has lost its peer, fail with EOPNOTSUPP.",
        "Other sockets");
    public static readonly Rule PairListen = new(
        "S9.pair-listen", "listen of a local socket without a name fails with EINVAL.",
        "kern/uipc_usrreq.c:uipc_listen");
    public static readonly Rule PairNameless = new(
        "S9.pair-nameless", "getsockname and getpeername of a pair's end return no address.",
        "kern/uipc_usrreq.c:uipc_sockaddr");
    public static readonly Rule PairEnds = new(
        "S9.pair-ends",
        "After the last close of one end of a local stream, the other can send no more; who sleeps at it is woken.",
        "kern/uipc_usrreq.c:unp_disconnect");
    public static readonly Rule PairResets = new(
        "R2.pair-resets",
        "After the last close of one end of a datagram pair, the other is not connected, ECONNRESET is pending, and "
        + "who receives from it is woken.",
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
            Pair = new LocalEnd(call.Type),
            Owner = caller.Uid,
            Prison = caller.Prison,
            Buffers = call.Type == SocketType.SOCK_STREAM ? Buffers.OfLocalStream : Buffers.OfLocalDatagrams,
            Peer = state.LastSocket + 2,
        };
        Socket other = one with { Id = one.Peer, Peer = one.Id };
        return check.Must(
            Outcome.Pair(first, second),
            state.WithNew(one).WithNew(other).With(holder.With(second, new DescriptorEntry(other.Id))),
            PairMade);
    }

    public static Verdict Bind(ref CallCheck check, SocketAddress address) =>
        check.Fails(AddressRules.CopyDenial(address) ?? new Denial(Errno.EOPNOTSUPP, PairNoNames));

    public static Verdict Connect(ref CallCheck check, Socket socket, SocketAddress address) =>
        check.Fails(
            AddressRules.CopyDenial(address)
            ?? (socket.IsLocalStream && socket.Peer != 0
                ? new Denial(Errno.EISCONN, TcpRules.TcpConnectsOnce)
                : new Denial(Errno.EOPNOTSUPP, PairNoNames)));

    public static Verdict Listen(ref CallCheck check) => check.Fails(Errno.EINVAL, PairListen);

    public static Verdict GetSockName(ref CallCheck check) => check.Must(Outcome.Ok, check.State, PairNameless);

    public static Verdict GetPeerName(ref CallCheck check, Socket socket) => socket.Peer == 0
        ? check.Fails(Errno.ENOTCONN, NameRules.NameNotConnected)
        : check.Must(Outcome.Ok, check.State, PairNameless);

    /// <summary>
    /// The state after the last close of one end. What it had not read keeps its room at the other end for ever.
    /// </summary>
    public static State Left(ref CallCheck check, State state, Socket closed)
    {
        Socket other = state.SocketOf(closed.Peer) with { Peer = 0 };
        if (!closed.IsLocalStream)
        {
            check.Use(PairResets);
            return state.With(other with { PendingError = Errno.ECONNRESET }).WakeAll(other.Id, SleepReason.Data);
        }

        check.Use(PairEnds);
        LocalEnd end = other.Pair!;
        other = other with { Pair = end with { Surplus = end.Surplus - closed.Unread.Length } };
        return state.With(other).WakeAll(other.Id, SleepReason.Room).WakeAll(other.Id, SleepReason.Data);
    }
}
