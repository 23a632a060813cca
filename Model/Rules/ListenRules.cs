using Verify.Abi;

namespace Verify.Model;

/// <summary>listen(2) and accept(2).</summary>
internal static class ListenRules
{
    public static Verdict Listen(ref Hearing hearing, Process caller, Socket socket, int backlog)
    {
        if (WhyNotListening(socket) is { } denial)
        {
            return hearing.Fails(denial.Error, denial.Rule);
        }

        State state = hearing.State;
        if (!socket.IsBound && ImpliedPort.WhyNone(ref hearing, caller, ref state, ref socket) is { } none)
        {
            return hearing.Fails(none, state);
        }

        int limit = state.World.Tunables.MaxBacklog;
        bool capped = backlog < 0 || backlog > limit;
        Socket listening = socket with { IsListening = true, Backlog = capped ? limit : backlog };
        return hearing.Must(Outcome.Ok, state.With(listening), capped ? Rule.ListenCapped : Rule.ListenStarts);
    }

    public static Verdict Accept(ref Hearing hearing, Process caller, Socket listener)
    {
        if (!listener.IsListening)
        {
            return hearing.Fails(Errno.EINVAL, Rule.AcceptNotListening);
        }

        if (listener.Queue.IsEmpty)
        {
            return hearing.Fails(Errno.EAGAIN, Rule.AcceptNothing);
        }

        State state = hearing.State;
        int fd = caller.FreeDescriptor;
        if (fd >= caller.Limit)
        {
            return hearing.Fails(Errno.EMFILE, Rule.AcceptNoDescriptor);
        }

        Socket oldest = state.SocketOf(listener.Queue[0]);
        return hearing.Must(
            new Outcome { Value = fd, Address = oldest.Foreign },
            state.With(listener with { Queue = listener.Queue.RemoveAt(0) }).With(caller.With(fd, new File(oldest.Id))),
            IsLeft(state, oldest) ? Rule.AcceptLeft : Rule.AcceptOldest);
    }

    /// <summary>True for a connection from this host whose other end is closed.</summary>
    private static bool IsLeft(State state, Socket connection) =>
        connection.Peer == 0 && state.Network.IsOwn(connection.Foreign.Address);

    private static Denial? WhyNotListening(Socket socket) =>
        socket.Protocol == Protocol.Udp ? new Denial(Errno.EOPNOTSUPP, Rule.ListenDatagram)
        : socket.IsGone ? new Denial(Errno.EINVAL, Rule.TcpGone)
        : socket.IsConnected ? new Denial(Errno.EINVAL, Rule.ListenConnected)
        : null;
}
