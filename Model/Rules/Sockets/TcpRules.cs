using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>TCP: connect(2) and the arrival of a connection, as far as addresses and ports are concerned.</summary>
internal static class TcpRules
{
    public static readonly Rule TcpConnectsOnce = new(
        "S10.once", "connect of a stream socket that is connected, or is connecting, fails with EISCONN.",
        "kern/uipc_socket.c:soconnect");
    public static readonly Rule TcpGone = new(
        "S10.gone", "connect and listen of a stream socket without a PCB fail with EINVAL.",
        "netinet/tcp_usrreq.c:tcp_usr_connect");
    public static readonly Rule TcpConnectsOutside = new(
        "S10.outside", "A host outside accepts every connection.", "Outside hosts");
    public static readonly Rule TcpConnectsToItself = new(
        "S10.itself", "A stream socket that connects to its own address and port is connected to itself.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule TcpRefused = new(
        "S10.refused", "connect fails with ECONNREFUSED if no socket is bound to the destination.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule TcpClosed = new(
        "S10.closed", "connect to a socket that is bound but does not listen gets no answer and fails with ETIMEDOUT.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule TcpQueued = new(
        "S10.queued", "A new connection waits in the queue of the listening socket.", "kern/uipc_socket2.c:sonewconn3");
    public static readonly Rule TcpNoRoom = new(
        "S10.no-room",
        "connect gets no answer and fails with ETIMEDOUT if the listener's queue is full or no socket can be "
        + "allocated.",
        "kern/uipc_socket2.c:sonewconn3");

    public static readonly Rule TcpInProgress = new(
        "S10.in-progress",
        "connect of a nonblocking socket sends the connection request and fails with EINPROGRESS; the attempt goes on.",
        "kern/uipc_syscalls.c:connect");
    public static readonly Rule TcpAwaitsAnswer = new(
        "R2.connect-sleeps", "connect sleeps until the other end accepts, refuses, or has not answered in time.",
        "kern/uipc_syscalls.c:connect");
    public static readonly Rule TcpAnswered = new(
        "S10.answered", "connect returns 0 once the other end has accepted, unless an error is pending.",
        "kern/uipc_syscalls.c:connect");
    public static readonly Rule TcpFailed = new(
        "S10.failed", "connect returns the error with which the attempt ended and clears it.",
        "kern/uipc_syscalls.c:connect");

    public static Verdict Connect(ref CallCheck check, Process caller, Socket socket, Call.Connect call)
    {
        SocketAddress address = call.Address;
        if (ConnectDenial(socket, address) is { } denial)
        {
            // A connect(2) that fails no longer counts the request as under way, even if another one waits for it.
            State same = socket.IsConnecting
                ? check.State.With(socket with { IsConnecting = false })
                : check.State;
            return check.Fails(denial, same);
        }

        State state = check.State;
        address = PrisonAddressRules.Remote(ref check, socket, address);
        if (!socket.IsBound && ImpliedPortRules.BindDenial(ref check, caller, ref state, ref socket) is { } noPort)
        {
            return check.Fails(noPort, state);
        }

        if (DestinationRules.RemoteDenial(state, socket, address, out Endpoint remote) is { } noRemote)
        {
            return check.Fails(noRemote, state);
        }

        bool isDirect = socket.Options.Contains(SocketOption.SO_DONTROUTE);
        var local = new Endpoint(DestinationRules.LocalFor(state, socket, remote.Address, isDirect), socket.Local.Port);
        if (DestinationRules.IsTaken(state, Protocol.Tcp, local, remote))
        {
            return check.Fails(new Denial(Errno.EADDRINUSE, DestinationRules.ConnectionTaken), state);
        }

        state = TcpEndingRules.Reconnecting(ref check, state, ref socket);
        if (DestinationRules.RouteDenial(state, remote.Address, isDirect, mayBroadcast: false, out string way)
            is { } unsendable)
        {
            return check.Fails(unsendable, Dropped(state, socket));
        }

        if (WayRules.Denial(state, remote.Address, way, isDirect) is { } refused)
        {
            return check.Fails(refused, Dropped(state, socket));
        }

        if (WayRules.Vanishes(state, remote.Address, way, isDirect))
        {
            return check.Fails(new Denial(Errno.ETIMEDOUT, WayRules.WayBlackhole), Dropped(state, socket));
        }

        var request = new Packet(Protocol.Tcp, local, remote);
        if (DestinationRules.IsLost(state, remote.Address, way))
        {
            return check.Must(
                Outcome.Failed(Errno.ETIMEDOUT).Sending(request), Dropped(state, socket), DestinationRules.DirectLost);
        }

        socket = socket with { Local = local, Foreign = remote, IsUnanswered = true, IsConnecting = true };
        state = state.With(socket);
        if (!state.Network.IsOwn(remote.Address) && state.World.AnswersLater)
        {
            return socket.IsNonBlocking
                ? check.Must(Outcome.Failed(Errno.EINPROGRESS).Sending(request), state, TcpInProgress)
                : check.Sleeps(new Sleep(call, 0), state, Outcome.Asleep.Sending(request), TcpAwaitsAnswer);
        }

        Outcome sent = Outcome.Ok.Sending(request);
        return !state.Network.IsOwn(remote.Address)
                ? check.Must(sent, Answered(ref check, state, socket), TcpConnectsOutside)
            : remote == local ? check.Must(sent, Answered(ref check, state, socket), TcpConnectsToItself)
            : Arrive(ref check, state, socket, local, remote, sent);
    }

    /// <summary>
    /// The part of connect(2) that sleeps, after a wake-up: O_NONBLOCK and the address no longer matter. Another
    /// process may have taken the error.
    /// </summary>
    public static Verdict AwaitAnswer(ref CallCheck check, Socket socket, Call.Connect call)
    {
        if (socket.IsConnecting && socket.PendingError == Errno.None)
        {
            return check.Sleeps(call, TcpAwaitsAnswer);
        }

        State ended = check.State.With(socket with { IsConnecting = false, PendingError = Errno.None });
        return socket.PendingError == Errno.None
            ? check.Must(Outcome.Ok, ended, TcpAnswered)
            : check.Fails(new Denial(socket.PendingError, TcpFailed), ended);
    }

    /// <summary>
    /// The state in which a process no longer waits in connect(2): the request stays, but no longer counts as under
    /// way.
    /// </summary>
    public static State GivenUp(State state, Process process) =>
        process.Sleep is { Awaits: SleepReason.Answer } sleep
            ? state.With(state.SocketAt(process, sleep.Fd)! with { IsConnecting = false })
            : state;

    /// <summary>
    /// The state in which the other end has accepted, and who waits for that in connect(2) is woken; a socket that was
    /// to send nothing has finished.
    /// </summary>
    public static State Answered(ref CallCheck check, State state, Socket socket)
    {
        state = state.With(socket with { IsUnanswered = false, IsConnecting = false })
            .WakeConnected(socket.Id);
        return socket.Ending == Ending.Requested
            ? TcpEndingRules.Finished(ref check, state, state.SocketOf(socket.Id))
            : state;
    }

    /// <summary>The state in which a connection has failed or was reset; who waits for its answer is woken.</summary>
    /// <param name="state">The state.</param>
    /// <param name="socket">The socket of the connection.</param>
    /// <param name="pending">The error that the next call on the socket returns, if any.</param>
    public static State Dropped(State state, Socket socket, Errno pending = Errno.None) =>
        state.With(Gone(socket) with { PendingError = pending }).WakeDisconnected(socket.Id);

    /// <summary>Checks the outcome of a connection request that reached an address of this host.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="state">The state when it arrives.</param>
    /// <param name="client">The connecting socket; null for an outside host.</param>
    /// <param name="source">The connecting endpoint.</param>
    /// <param name="destination">The endpoint that it connects to.</param>
    /// <param name="sent">The outcome of the call on success, without the receiver.</param>
    public static Verdict Arrive(
        ref CallCheck check, State state, Socket? client, Endpoint source, Endpoint destination, in Outcome sent)
    {
        Fit fit = DeliveryRules.Receiver(state, Protocol.Tcp, source, destination, out Socket socket);
        check.Use(DeliveryRules.RuleFor(fit));
        State failed = client is null ? state : Dropped(state, client);
        return fit == Fit.None ? check.Must(Failed(sent, Errno.ECONNREFUSED), failed, TcpRefused)
            : !socket.IsListening ? check.Must(Failed(sent, Errno.ETIMEDOUT), failed, TcpClosed)
            : !HasRoom(socket) || SocketRules.IsFull(state)
                ? check.Must(Failed(sent, Errno.ETIMEDOUT), failed, TcpNoRoom)
            : check.Must(
                sent.ReceivedBy(state.OwnerOf(socket.Id)),
                Established(ref check, state, socket, client, source, destination),
                TcpQueued);
    }

    /// <summary>A socket without a PCB, after its connection has failed.</summary>
    public static Socket Gone(Socket socket) => socket with
    {
        IsGone = true,
        Multicast = MulticastSettings.Defaults,
        Ip = IpSettings.Defaults,
        Local = Endpoint.None,
        Foreign = Endpoint.None,
        IsUnanswered = false,
        IsConnecting = false,
        Ending = Ending.None,
        IsDisconnected = false,
        Peer = 0,
    };

    private static Denial? ConnectDenial(Socket socket, SocketAddress address) =>
        socket.IsEstablished || socket.IsConnecting ? new Denial(Errno.EISCONN, TcpConnectsOnce)
        : socket.IsGone ? new Denial(Errno.EINVAL, TcpGone)
        : AddressRules.IsMulticastForTcp(socket, address) ? new Denial(Errno.EAFNOSUPPORT, AddressRules.TcpNoMulticast)
        : null;

    /// <summary>The queue holds one and a half times the backlog, plus one.</summary>
    public static bool HasRoom(Socket listener) => listener.Queue.Length <= 3L * listener.Backlog / 2;

    private static State Established(
        ref CallCheck check, State state, Socket listener, Socket? client, Endpoint source, Endpoint local)
    {
        var server = new Socket
        {
            Id = state.LastSocket + 1,
            Protocol = Protocol.Tcp,
            Owner = listener.Owner,
            Prison = listener.Prison,
            Options = listener.Options,
            Waits = new Waits { Linger = listener.Waits.Linger },
            IsNonBlocking = listener.IsNonBlocking,
            IsReceivingShut = listener.IsReceivingShut,
            Buffers = TcpEndingRules.BuffersFrom(ref check, listener),
            Local = local,
            Foreign = source,
            Peer = client?.Id ?? 0,
        };
        state = state.WithNew(server).With(listener with { Queue = listener.Queue.Add(server.Id) });
        state = client is null ? state : Answered(ref check, state, client with { Peer = server.Id });
        return state.WakeListener(listener.Id);
    }

    private static Outcome Failed(in Outcome sent, Errno error) =>
        Outcome.Failed(error) with { Effects = sent.Effects };
}
