using Verify.Abi;

namespace Verify.Model;

/// <summary>TCP's connect and the arrival of a connection, as far as addresses and ports go.</summary>
internal static class TcpRules
{
    public static Verdict Connect(ref Hearing hearing, Process caller, Socket socket, SocketAddress address)
    {
        if (WhyNotConnectable(socket, address) is { } denial)
        {
            return hearing.Fails(denial.Error, denial.Rule);
        }

        State state = hearing.State;
        address = PrisonAddress.Remote(ref hearing, socket, address);
        if (!socket.IsBound && ImpliedPort.WhyNone(ref hearing, caller, ref state, ref socket) is { } noPort)
        {
            return hearing.Fails(noPort, state);
        }

        if (Destination.WhyNone(state, socket, address, out Endpoint remote) is { } noRemote)
        {
            return hearing.Fails(noRemote, state);
        }

        var local = new Endpoint(Destination.LocalFor(state, socket, remote.Address), socket.Local.Port);
        if (Destination.IsTaken(state, Protocol.Tcp, local, remote))
        {
            return hearing.Fails(new Denial(Errno.EADDRINUSE, Rule.ConnectionTaken), state);
        }

        if (Destination.WhyUnsendable(state, remote.Address, mayBroadcast: false) is { } unsendable)
        {
            return hearing.Fails(unsendable, state.With(Gone(socket)));
        }

        socket = socket with { Local = local, Foreign = remote };
        state = state.With(socket);
        var sent = new Outcome { Sent = new Packet(Protocol.Tcp, local, remote) };
        return !state.Network.IsOwn(remote.Address) ? hearing.Must(sent, state, Rule.TcpConnectsOutside)
            : remote == local ? hearing.Must(sent, state, Rule.TcpConnectsToItself)
            : Arrive(ref hearing, state, socket, local, remote, sent);
    }

    /// <summary>Judges what became of a connection that reached an address of this host.</summary>
    /// <param name="hearing">The call.</param>
    /// <param name="state">The state when it arrives.</param>
    /// <param name="client">The connecting socket; null for an outside host.</param>
    /// <param name="source">The connecting end.</param>
    /// <param name="destination">The end it connects to.</param>
    /// <param name="sent">What the call returns on success, apart from the receiver.</param>
    public static Verdict Arrive(
        ref Hearing hearing, State state, Socket? client, Endpoint source, Endpoint destination, in Outcome sent)
    {
        Fit fit = Delivery.Receiver(state, Protocol.Tcp, source, destination, out Socket socket);
        hearing.Use(Delivery.RuleFor(fit));
        State failed = client is null ? state : state.With(Gone(client));
        return fit == Fit.None ? hearing.Must(Failed(sent, Errno.ECONNREFUSED), failed, Rule.TcpRefused)
            : !socket.IsListening ? hearing.Must(Failed(sent, Errno.ETIMEDOUT), failed, Rule.TcpClosed)
            : !HasRoom(socket) || SocketRules.IsFull(state)
                ? hearing.Must(Failed(sent, Errno.ETIMEDOUT), failed, Rule.TcpNoRoom)
            : hearing.Must(
                sent with { Receiver = state.OwnerOf(socket.Id) },
                Established(state, socket, client, source, destination),
                Rule.TcpQueued);
    }

    /// <summary>What is left of a socket whose connection came to nothing.</summary>
    public static Socket Gone(Socket socket) => socket with
    {
        IsGone = true,
        Local = Endpoint.None,
        Foreign = Endpoint.None,
        Peer = 0,
    };

    private static Denial? WhyNotConnectable(Socket socket, SocketAddress address) =>
        socket.IsConnected ? new Denial(Errno.EISCONN, Rule.TcpConnectsOnce)
        : socket.IsGone ? new Denial(Errno.EINVAL, Rule.TcpGone)
        : AddressArgument.IsMulticastForTcp(socket, address) ? new Denial(Errno.EAFNOSUPPORT, Rule.TcpNoMulticast)
        : null;

    /// <summary>The queue takes half as many again as was asked for, and one more.</summary>
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

    private static Outcome Failed(in Outcome sent, Errno error) => Outcome.Failed(error) with { Sent = sent.Sent };
}
