using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>TCP: connect(2) and the arrival of a connection, as far as addresses and ports are concerned.</summary>
internal static class TcpRules
{
    public static readonly Rule TcpConnectsOnce = new(
        "S10.once", "connect of a connected stream socket fails with EISCONN.", "kern/uipc_socket.c:soconnect");
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

    public static Verdict Connect(ref CallCheck check, Process caller, Socket socket, SocketAddress address)
    {
        if (ConnectDenial(socket, address) is { } denial)
        {
            return check.Fails(denial.Error, denial.Rule);
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

        var local = new Endpoint(DestinationRules.LocalFor(state, socket, remote.Address), socket.Local.Port);
        if (DestinationRules.IsTaken(state, Protocol.Tcp, local, remote))
        {
            return check.Fails(new Denial(Errno.EADDRINUSE, DestinationRules.ConnectionTaken), state);
        }

        if (DestinationRules.RouteDenial(state, remote.Address, mayBroadcast: false) is { } unsendable)
        {
            return check.Fails(unsendable, state.With(Gone(socket)));
        }

        socket = socket with { Local = local, Foreign = remote };
        state = state.With(socket);
        Outcome sent = Outcome.Ok.Sending(new Packet(Protocol.Tcp, local, remote));
        return !state.Network.IsOwn(remote.Address) ? check.Must(sent, state, TcpConnectsOutside)
            : remote == local ? check.Must(sent, state, TcpConnectsToItself)
            : Arrive(ref check, state, socket, local, remote, sent);
    }

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
        State failed = client is null ? state : state.With(Gone(client));
        return fit == Fit.None ? check.Must(Failed(sent, Errno.ECONNREFUSED), failed, TcpRefused)
            : !socket.IsListening ? check.Must(Failed(sent, Errno.ETIMEDOUT), failed, TcpClosed)
            : !HasRoom(socket) || SocketRules.IsFull(state)
                ? check.Must(Failed(sent, Errno.ETIMEDOUT), failed, TcpNoRoom)
            : check.Must(
                sent.ReceivedBy(state.OwnerOf(socket.Id)),
                Established(state, socket, client, source, destination),
                TcpQueued);
    }

    /// <summary>A socket without a PCB, after its connection has failed.</summary>
    public static Socket Gone(Socket socket) => socket with
    {
        IsGone = true,
        Local = Endpoint.None,
        Foreign = Endpoint.None,
        Peer = 0,
    };

    private static Denial? ConnectDenial(Socket socket, SocketAddress address) =>
        socket.IsConnected ? new Denial(Errno.EISCONN, TcpConnectsOnce)
        : socket.IsGone ? new Denial(Errno.EINVAL, TcpGone)
        : AddressRules.IsMulticastForTcp(socket, address) ? new Denial(Errno.EAFNOSUPPORT, AddressRules.TcpNoMulticast)
        : null;

    /// <summary>The queue holds one and a half times the backlog, plus one.</summary>
    private static bool HasRoom(Socket listener) => listener.Queue.Length <= 3L * listener.Backlog / 2;

    private static State Established(State state, Socket listener, Socket? client, Endpoint source, Endpoint local)
    {
        var server = new Socket
        {
            Id = state.LastSocket + 1,
            Protocol = Protocol.Tcp,
            Owner = listener.Owner,
            Prison = listener.Prison,
            Options = listener.Options,
            Buffers = Buffers.Of(listener.Buffers.Send, listener.Buffers.Receive),
            Local = local,
            Foreign = source,
            Peer = client?.Id ?? 0,
        };
        state = state.WithNew(server).With(listener with { Queue = listener.Queue.Add(server.Id) });
        return client is null ? state : state.With(client with { Peer = server.Id });
    }

    private static Outcome Failed(in Outcome sent, Errno error) => Outcome.Failed(error) with { Effects = sent.Effects };
}
