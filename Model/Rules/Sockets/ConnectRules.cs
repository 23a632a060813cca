using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>connect(2): what both protocols share, and the association of UDP sockets.</summary>
internal static class ConnectRules
{
    public static readonly Rule ConnectListening = new(
        "S7.connect-listening", "connect of a listening socket fails with EOPNOTSUPP.", "kern/uipc_syscalls.c:connect");
    public static readonly Rule UdpConnects = new(
        "S11.connects", "connect associates a datagram socket with a remote endpoint.",
        "netinet/udp_usrreq.c:udp_connect");
    public static readonly Rule UdpDisconnects = new(
        "S11.disconnects",
        "connect of an associated datagram socket first dissolves the association; the port stays, the local "
        + "address is reset.",
        "netinet/udp_usrreq.c:udp_disconnect");
    public static readonly Rule UdpDisconnectsInPrison = new(
        "G1.disconnects-in-prison", "Dissolving an association in a prison resets the local address to the prison's.",
        "D4");
    public static readonly Rule ConnectAlready = new(
        "S10.already", "connect of a nonblocking socket whose connection request is under way fails with EALREADY.",
        "kern/uipc_syscalls.c:connect");
    public static readonly Rule PendingErrorOnConnect = new(
        "S11.error-connect", "connect returns the pending error of an earlier datagram and clears it.",
        "kern/uipc_syscalls.c:connect");

    public static Verdict Connect(ref CallCheck check, Process caller, Socket socket, Call.Connect call)
    {
        if (check.HasSlept)
        {
            return TcpRules.AwaitAnswer(ref check, socket, call);
        }

        if (socket.IsNonBlocking && socket.IsConnecting)
        {
            return check.Fails(Errno.EALREADY, ConnectAlready);
        }

        SocketAddress address = call.Address;
        if (AddressRules.CopyDenial(address) is { } denial)
        {
            return check.Fails(denial.Error, denial.Rule);
        }

        if (socket.IsListening)
        {
            return check.Fails(Errno.EOPNOTSUPP, ConnectListening);
        }

        return socket.Raw is { } raw ? RawRules.Connect(ref check, socket, raw, address)
            : socket.Protocol == Protocol.Tcp
            ? TcpRules.Connect(ref check, caller, socket, call)
            : Udp(ref check, caller, socket, address);
    }

    /// <summary>
    /// Associates a UDP socket with a remote endpoint, or says why not: for connect, and for one datagram for sendto.
    /// </summary>
    public static Denial? AssociationDenial(
        ref CallCheck check, Process caller, ref State state, ref Socket socket, SocketAddress address, bool isDirect)
    {
        address = PrisonAddressRules.Remote(ref check, socket, address);
        if (DestinationRules.RemoteDenial(state, socket, address, out Endpoint remote) is { } denial)
        {
            return denial;
        }

        if (MulticastRules.SourceInterface(socket, remote.Address) is not null)
        {
            check.Use(MulticastRules.MulticastSource);
        }

        var local = new Endpoint(DestinationRules.LocalFor(state, socket, remote.Address, isDirect), socket.Local.Port);
        if (socket.IsBound && DestinationRules.IsTaken(state, Protocol.Udp, local, remote))
        {
            return new Denial(Errno.EADDRINUSE, DestinationRules.ConnectionTaken);
        }

        if (!socket.IsBound && ImpliedPortRules.BindDenial(ref check, caller, ref state, ref socket) is { } none)
        {
            return none;
        }

        socket = socket with { Local = socket.Local with { Address = local.Address }, Foreign = remote };
        state = state.With(socket);
        return null;
    }

    /// <summary>Dissolves an association: the port stays, the address is reset (G1).</summary>
    public static Socket Disconnected(Socket socket) => socket with
    {
        Foreign = Endpoint.None,
        Local = socket.Local with { Address = socket.RestingAddress },
    };

    private static Verdict Udp(ref CallCheck check, Process caller, Socket socket, SocketAddress address)
    {
        State state = check.State;
        if (socket.IsConnected)
        {
            check.Use(socket.Prison is null ? UdpDisconnects : UdpDisconnectsInPrison);
            socket = Disconnected(socket);
            state = state.With(socket);
        }

        bool isDirect = socket.Options.Contains(SocketOption.SO_DONTROUTE);
        if (AssociationDenial(ref check, caller, ref state, ref socket, address, isDirect) is { } denial)
        {
            return check.Fails(denial, state);
        }

        // A process that receives from the socket is woken for nothing (netinet/udp_usrreq.c:udp_connect).
        state = state.WakeAll(socket.Id, SleepReason.Data);
        return socket.PendingError == Errno.None
            ? check.Must(Outcome.Ok, state, UdpConnects)
            : check.FailsWithPendingError(socket, state, PendingErrorOnConnect);
    }
}
