using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// Who may have received a datagram (S11, G1), by what is seen of the sockets alone: each only once, each on the port
/// and the address that it was sent to, one if that is an address of this host, and nobody in a prison otherwise. When
/// a prison's address is gone, a network's new broadcast address may be the same: its sockets may hear that still.
/// </summary>
internal static class ReceiverGoal
{
    public static string? Check(State state, Call call, in Outcome outcome)
    {
        if (outcome.Receivers.IsEmpty || Destination(state, call, in outcome) is not { } destination)
        {
            return null;
        }

        bool isToOne = state.Network.IsOwn(destination.Address);
        for (int i = 0; i < outcome.Receivers.Count; i++)
        {
            Receiver receiver = outcome.Receivers[i];
            if (SocketOf(state, receiver) is not { } socket)
            {
                return $"S11: {receiver} receives what was sent to {destination}, and has no socket there";
            }

            bool isToPrison = socket.Prison?.Address == destination.Address;
            string? broken = i > 0 && isToOne ? "as another one does"
                : IsAmongFirst(state, outcome.Receivers, i, socket) ? "twice"
                : !IsAt(state, socket, destination, call, in outcome) ? $"at {socket.Local}"
                : socket.Prison is not null && !isToOne && !isToPrison ? "in a prison"
                : null;
            if (broken is not null)
            {
                return $"S11: {receiver} receives what was sent to {destination} {broken}";
            }
        }

        return null;
    }

    /// <summary>The destination of a datagram; null for other calls.</summary>
    private static Endpoint? Destination(State state, Call call, in Outcome outcome) => call switch
    {
        Call.WireUdp datagram => datagram.Destination,
        Call.Sending send when SocketOf(state, new Receiver(send.Pid, send.Fd)) is { Protocol: Protocol.Udp } sender =>
            outcome.Sent.First?.Destination ?? send.Address?.Endpoint ?? sender.Foreign,
        _ => null,
    };

    /// <summary>A sender that had no port may receive at the one that it was given.</summary>
    private static bool IsAt(State state, Socket socket, Endpoint destination, Call call, in Outcome outcome) =>
        (socket.Local.Address.IsAny || socket.Local.Address == destination.Address)
        && (socket.Local.Port == destination.Port
            || (call is Call.Sending { Pid: var pid, Fd: var fd } && !socket.IsBound
                && SocketOf(state, new Receiver(pid, fd))?.Id == socket.Id
                && (outcome.Sent.First?.Source.Port ?? destination.Port) == destination.Port));

    private static bool IsAmongFirst(State state, Few<Receiver> receivers, int count, Socket socket)
    {
        for (int i = 0; i < count; i++)
        {
            if (SocketOf(state, receivers[i])?.Id == socket.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static Socket? SocketOf(State state, Receiver receiver) =>
        state.FindProcess(receiver.Pid) is { } process ? state.SocketAt(process, receiver.Fd) : null;
}
