using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>listen(2) and accept(2).</summary>
internal static class ListenRules
{
    public static readonly Rule ListenDatagram = new(
        "S10.listen-datagram", "listen of a datagram socket fails with EOPNOTSUPP.",
        "kern/uipc_socket2.c:pru_listen_notsupp");
    public static readonly Rule ListenConnected = new(
        "S10.listen-connected", "listen of a socket that is connected, or is connecting, fails with EINVAL.", "D8");
    public static readonly Rule ListenStarts = new(
        "S10.listen", "listen sets the length of the queue of pending connections.", "kern/uipc_socket.c:solisten");
    public static readonly Rule ListenCapped = new(
        "S10.listen-capped", "listen with a negative or too large backlog uses kern.ipc.somaxconn.",
        "kern/uipc_socket.c:solisten");
    public static readonly Rule AcceptNotListening = new(
        "S10.accept-not-listening", "accept of a socket that does not listen fails with EINVAL.",
        "kern/uipc_syscalls.c:accept1");
    public static readonly Rule AcceptNothing = new(
        "S10.accept-nothing", "accept of a nonblocking socket with an empty queue fails with EAGAIN.",
        "kern/uipc_syscalls.c:accept1");
    public static readonly Rule AcceptPendingError = new(
        "S10.accept-error", "accept returns the pending error of the listening socket and clears it.",
        "kern/uipc_syscalls.c:accept1");
    public static readonly Rule AcceptAborted = new(
        "S10.accept-aborted",
        "accept with an empty queue fails with ECONNABORTED if the listening socket was shut down.",
        "kern/uipc_syscalls.c:accept1");
    public static readonly Rule AcceptSleeps = new(
        "R2.accept-sleeps",
        "accept sleeps until there is a connection, which wakes only one process; O_NONBLOCK no longer matters then.",
        "kern/uipc_syscalls.c:accept1");
    public static readonly Rule AcceptNoDescriptor = new(
        "S10.accept-descriptor",
        "accept fails with EMFILE if no descriptor is free; the connection stays in the queue, and the next process "
        + "that sleeps in accept is woken.",
        "kern/uipc_syscalls.c:accept1");
    public static readonly Rule AcceptOldest = new(
        "S10.accept", "accept takes the oldest connection from the queue.", "kern/uipc_syscalls.c:accept1");
    public static readonly Rule AcceptLeft = new(
        "S10.accept-left", "accept also takes a connection whose other end has been closed.",
        "kern/uipc_socket.c:sofree");

    public static readonly Rule AcceptReset = new(
        "S10.accept-reset",
        "accept also takes a connection that was reset while it waited; it returns no address, and ECONNRESET is "
        + "pending.",
        "kern/uipc_socket.c:soaccept");
    public static readonly Rule AcceptPassesOn = new(
        "R2.accept-passes-on",
        "If an accept that was woken ends by a signal, or with its process, the next one is woken.",
        "D32");

    public static Verdict Listen(ref CallCheck check, Process caller, Socket socket, int backlog)
    {
        if (ListenDenial(socket) is { } denial)
        {
            return check.Fails(denial.Error, denial.Rule);
        }

        State state = check.State;
        if (!socket.IsBound && ImpliedPortRules.BindDenial(ref check, caller, ref state, ref socket) is { } none)
        {
            return check.Fails(none, state);
        }

        int limit = state.World.Tunables.MaxBacklog;
        bool capped = backlog < 0 || backlog > limit;
        Socket listening = socket with { IsListening = true, Backlog = capped ? limit : backlog };
        return check.Must(Outcome.Ok, state.With(listening), capped ? ListenCapped : ListenStarts);
    }

    public static Verdict Accept(ref CallCheck check, Process caller, Socket listener, Call.Accept call)
    {
        if (!listener.IsListening)
        {
            return check.Fails(Errno.EINVAL, AcceptNotListening);
        }

        if (listener.Queue.IsEmpty && listener.IsNonBlocking && !check.HasSlept)
        {
            return check.Fails(Errno.EAGAIN, AcceptNothing);
        }

        if (listener.PendingError != Errno.None)
        {
            return check.FailsWithPendingError(listener, check.State, AcceptPendingError);
        }

        if (listener.Queue.IsEmpty)
        {
            return listener.CannotReceive ? check.Fails(Errno.ECONNABORTED, AcceptAborted)
                : check.Sleeps(call, AcceptSleeps);
        }

        State state = check.State;
        int fd = caller.FreeDescriptor;
        if (fd >= caller.Limit)
        {
            return check.Fails(
                new Denial(Errno.EMFILE, AcceptNoDescriptor), state.WakeOne(listener.Id, SleepReason.Connection));
        }

        Socket oldest = state.SocketOf(listener.Queue[0]);
        int owner = SignalOwnerRules.Inherited(ref check, caller, listener);
        if (oldest.Flags != listener.Flags || owner != 0)
        {
            state = state.With(oldest with { Flags = listener.Flags, SignalsTo = owner });
        }

        return check.Must(
            oldest.End is not null ? Outcome.Returned(fd, PeerName(state, oldest))
            : oldest.IsGone ? Outcome.Returned(fd)
            : Outcome.Returned(fd, oldest.Foreign),
            state.With(listener with { Queue = listener.Queue.RemoveAt(0) })
                .With(caller.With(fd, new DescriptorEntry(oldest.Id))),
            oldest.IsGone ? AcceptReset : IsLeft(state, oldest) ? AcceptLeft : AcceptOldest);
    }

    /// <summary>The state in which a wake-up that a process cannot use any more reaches another one (D32).</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="state">The state.</param>
    /// <param name="process">The process, which is still in its call.</param>
    public static State PassedOn(ref CallCheck check, State state, Process process)
    {
        if (process.Sleep is not { Phase: SleepPhase.Woken, Awaits: SleepReason.Connection } sleep)
        {
            return state;
        }

        check.Use(AcceptPassesOn);
        return state.WakeOne(process.FileAt(sleep.Fd).Id, SleepReason.Connection);
    }

    /// <summary>True for a connection from this host whose peer was closed.</summary>
    private static bool IsLeft(State state, Socket connection) =>
        connection.Peer == 0 && (connection.End is not null || state.Network.IsOwn(connection.Foreign.Address));

    /// <summary>The name of the other end of a local connection, if that has one and is not closed.</summary>
    private static string? PeerName(State state, Socket connection) =>
        connection.Peer == 0 ? null : state.SocketOf(connection.Peer).End!.Name;

    private static Denial? ListenDenial(Socket socket) =>
        socket.Raw is not null ? new Denial(Errno.EOPNOTSUPP, RawRules.RawListen)
        : socket.Protocol == Protocol.Udp ? new Denial(Errno.EOPNOTSUPP, ListenDatagram)
        : socket.IsGone ? new Denial(Errno.EINVAL, TcpRules.TcpGone)
        : socket.IsConnected ? new Denial(Errno.EINVAL, ListenConnected)
        : null;
}
