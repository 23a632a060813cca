using Verify.Abi;

namespace Verify.Model;

/// <summary>connect(2): what both protocols share, and UDP's association.</summary>
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
    public static readonly Rule PendingErrorOnConnect = new(
        "S11.error-connect", "connect returns the pending error of an earlier datagram and clears it.",
        "kern/uipc_syscalls.c:connect");

    public static Verdict Connect(ref Hearing hearing, Process caller, Socket socket, SocketAddress address)
    {
        if (AddressArgument.WhyUncopied(address) is { } denial)
        {
            return hearing.Fails(denial.Error, denial.Rule);
        }

        if (socket.IsListening)
        {
            return hearing.Fails(Errno.EOPNOTSUPP, ConnectListening);
        }

        return socket.Protocol == Protocol.Tcp
            ? TcpRules.Connect(ref hearing, caller, socket, address)
            : Udp(ref hearing, caller, socket, address);
    }

    /// <summary>
    /// Associates a UDP socket with a remote end: the same for connect and, for the time of one datagram, for sendto.
    /// </summary>
    public static Denial? WhyNotAssociated(
        ref Hearing hearing, Process caller, ref State state, ref Socket socket, SocketAddress address)
    {
        address = PrisonAddress.Remote(ref hearing, socket, address);
        if (Destination.WhyNone(state, socket, address, out Endpoint remote) is { } denial)
        {
            return denial;
        }

        var local = new Endpoint(Destination.LocalFor(state, socket, remote.Address), socket.Local.Port);
        if (socket.IsBound && Destination.IsTaken(state, Protocol.Udp, local, remote))
        {
            return new Denial(Errno.EADDRINUSE, Destination.ConnectionTaken);
        }

        if (!socket.IsBound && ImpliedPort.WhyNone(ref hearing, caller, ref state, ref socket) is { } none)
        {
            return none;
        }

        socket = socket with { Local = socket.Local with { Address = local.Address }, Foreign = remote };
        state = state.With(socket);
        return null;
    }

    /// <summary>Dissolves an association: the port stays, the address goes back to where it rests (G1).</summary>
    public static Socket Disconnected(Socket socket) => socket with
    {
        Foreign = Endpoint.None,
        Local = socket.Local with { Address = socket.RestingAddress },
    };

    private static Verdict Udp(ref Hearing hearing, Process caller, Socket socket, SocketAddress address)
    {
        State state = hearing.State;
        if (socket.IsConnected)
        {
            hearing.Use(socket.Prison is null ? UdpDisconnects : UdpDisconnectsInPrison);
            socket = Disconnected(socket);
            state = state.With(socket);
        }

        if (WhyNotAssociated(ref hearing, caller, ref state, ref socket, address) is { } denial)
        {
            return hearing.Fails(denial, state);
        }

        return socket.PendingError == Errno.None
            ? hearing.Must(Outcome.Ok, state, UdpConnects)
            : hearing.Must(
                Outcome.Failed(socket.PendingError),
                state.With(socket with { PendingError = Errno.None }),
                PendingErrorOnConnect);
    }
}
