using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>Routing sockets: who hears which message, and what they cannot do (net/raw_usrreq.c).</summary>
internal static class RoutingSocketRules
{
    public static readonly Rule RoutingHears = new(
        "S9.routing-hears",
        "Every routing socket of the message's family, or of none, gets the message if it has room, the newest first.",
        "net/raw_usrreq.c:raw_input");
    public static readonly Rule RoutingNoRoom = new(
        "S9.routing-no-room",
        "A routing socket whose buffer has no room for a message and two bytes more does not get it.",
        "kern/uipc_socket2.c:sbappendaddr");
    public static readonly Rule RoutingPrisoner = new(
        "J9.routing-prisoner", "Receiving from a routing socket in a prison fails with EPERM, whoever opened it.",
        "D58");
    public static readonly Rule RoutingBind = new(
        "S9.routing-bind", "bind of a routing socket fails with EINVAL.", "net/raw_usrreq.c:raw_ubind");
    public static readonly Rule RoutingConnect = new(
        "S9.routing-connect",
        "connect of a routing socket fails with EINVAL; the first time it shuts the socket both ways, for ever.",
        "net/raw_usrreq.c:raw_uconnect");
    public static readonly Rule RoutingListen = new(
        "S9.routing-listen", "listen of a routing socket fails with EOPNOTSUPP.",
        "kern/uipc_socket2.c:pru_listen_notsupp");
    public static readonly Rule RoutingNoName = new(
        "S9.routing-name", "getsockname of a routing socket fails with EINVAL: it has no address.",
        "net/raw_usrreq.c:raw_usockaddr");
    public static readonly Rule RoutingPeer = new(
        "S9.routing-peer",
        "getpeername of a routing socket returns a name without a content, and ENOTCONN once connect was tried.",
        "net/raw_usrreq.c:raw_upeeraddr");

    /// <summary>The bytes that the address of a sender takes in the receive buffer.</summary>
    public const int NameSize = 2;

    /// <summary>The buffers of a routing socket.</summary>
    private const int Space = 8192;

    /// <summary>The socket as a new routing one, which hears itself until it asks not to.</summary>
    public static Socket Made(Socket socket, Protocol protocol) => socket with
    {
        Routing = new RoutingEnd(unchecked((ushort)protocol)),
        Buffers = Buffers.Of(Space, Space),
        Options = [SocketOption.SO_USELOOPBACK],
    };

    /// <summary>The call must have this outcome, change the network, and tell it all routing sockets.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="change">The change.</param>
    /// <param name="outcome">The outcome of the call without the receivers.</param>
    /// <param name="rule">The rule that requires it.</param>
    public static Verdict Told(ref CallCheck check, NetworkChange change, Outcome outcome, Rule rule)
    {
        State state = check.State with { Host = check.State.Host with { Network = change.Network } };
        foreach (RouteNews news in change.News)
        {
            state = Heard(ref check, state, news, except: 0, ref outcome);
        }

        return check.Must(outcome, state, rule);
    }

    /// <summary>The state in which a message is delivered; its family is remembered.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="state">The state.</param>
    /// <param name="news">The message.</param>
    /// <param name="except">The socket that shall not hear it; 0 for none.</param>
    /// <param name="outcome">The outcome, to which the receivers are added.</param>
    public static State Heard(ref CallCheck check, State state, RouteNews news, int except, ref Outcome outcome)
    {
        ImmutableArray<Socket> sockets = state.Sockets;
        bool isAnyThere = false;
        for (int i = sockets.Length - 1; i >= 0; i--)
        {
            Socket socket = sockets[i];
            if (socket.Routing is not { } routing || socket.Id == except)
            {
                continue;
            }

            isAnyThere = true;
            if (routing.Family != 0 && routing.Family != news.Family)
            {
                continue;
            }

            var message = new Datagram(Endpoint.None, news.Bytes) { NameSize = NameSize };
            if (!DatagramRules.HasRoom(socket, message))
            {
                check.Use(RoutingNoRoom);
                continue;
            }

            check.Use(RoutingHears);
            outcome = outcome.ReceivedBy(state.OwnerOf(socket.Id));
            state = DatagramRules.Queued(state, state.SocketOf(socket.Id), message);
        }

        return isAnyThere && state.Host.LastRouteFamily != news.Family
            ? state with { Host = state.Host with { LastRouteFamily = news.Family } }
            : state;
    }

    public static Verdict Bind(ref CallCheck check, SocketAddress address) =>
        check.Fails(AddressRules.CopyDenial(address) ?? new Denial(Errno.EINVAL, RoutingBind));

    /// <summary>connect(2): before it fails, the socket is disconnected from what it never was connected to.</summary>
    public static Verdict Connect(ref CallCheck check, Socket socket, SocketAddress address)
    {
        if (AddressRules.CopyDenial(address) is { } denial)
        {
            return check.Fails(denial);
        }

        var why = new Denial(Errno.EINVAL, RoutingConnect);
        return socket.IsDisconnected
            ? check.Fails(why)
            : check.Fails(
                why,
                check.State
                    .With(socket with { IsDisconnected = true, IsSendingShut = true, IsReceivingShut = true })
                    .WakeAll(socket.Id, SleepReason.Data));
    }

    public static Verdict Listen(ref CallCheck check) => check.Fails(Errno.EOPNOTSUPP, RoutingListen);

    public static Verdict GetSockName(ref CallCheck check) => check.Fails(Errno.EINVAL, RoutingNoName);

    public static Verdict GetPeerName(ref CallCheck check, Socket socket) => socket.IsDisconnected
        ? check.Fails(Errno.ENOTCONN, RoutingPeer)
        : check.Must(Outcome.Ok, check.State, RoutingPeer);
}
