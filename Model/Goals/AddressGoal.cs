using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>No escape from a prison's address (G1).</summary>
internal static class AddressGoal
{
    /// <summary>
    /// A prisoner sends from the prison's address and never to the host's 127.0.0.1; it receives only what was sent to
    /// the prison's address (G1, J2).
    /// </summary>
    public static string? Check(State state, Call call, in Outcome outcome)
    {
        if (!outcome.Sent.IsEmpty
            && call is Call.ByProcess { Pid: var pid } && state.FindProcess(pid)?.Prison is { } prison)
        {
            for (int i = 0; i < outcome.Sent.Count; i++)
            {
                if (CheckSent(pid, prison, outcome.Sent[i]) is { } escape)
                {
                    return escape;
                }
            }
        }

        return !outcome.Receivers.IsEmpty && Destination(call, in outcome) is { } destination
            ? CheckReceivers(state, outcome.Receivers, destination)
            : null;
    }

    /// <summary>A prisoner's socket has the prison's address.</summary>
    public static string? Check(in SocketEntry entry) =>
        entry.Prison is { } prison && entry.Local.Address != prison
            ? $"G1: process {entry.Pid} in prison {prison} owns {entry.Local}"
            : null;

    /// <summary>A socket gets a port in a prison only while an interface has the prison's address (J3).</summary>
    public static string? Check(State before, Call call, ReadOnlySpan<SocketEntry> after) =>
        call is Call.OnDescriptor { Pid: var pid, Fd: var fd }
        && before.FindProcess(pid) is { } caller
        && before.SocketAt(caller, fd) is { IsBound: false }
        && SocketEntry.Find(after, pid, fd) is { Local.Port: not 0, Prison: { } prison }
        && !before.Network.IsOwn(prison)
            ? $"J3: process {pid} binds in prison {prison}, which no interface has"
            : null;

    private static string? CheckSent(int pid, Prison prison, Packet sent) =>
        sent.Source.Address != prison.Address
            ? $"G1: process {pid} in prison {prison.Address} sends from {sent.Source}"
        : sent.Destination.Address == Ipv4.Loopback && prison.Address != Ipv4.Loopback
            ? $"J2: process {pid} in prison {prison.Address} sends to {sent.Destination}"
        : null;

    private static string? CheckReceivers(State state, Few<Receiver> receivers, Endpoint destination)
    {
        for (int i = 0; i < receivers.Count; i++)
        {
            if (state.FindProcess(receivers[i].Pid)?.Prison is { } home && destination.Address != home.Address)
            {
                return $"G1: process {receivers[i].Pid} in prison {home.Address} gets what was sent to {destination}";
            }
        }

        return null;
    }

    private static Endpoint? Destination(Call call, in Outcome outcome) => call switch
    {
        Call.WireUdp datagram => datagram.Destination,
        Call.WireTcp connection => connection.Destination,
        Call.WireIp packet => new Endpoint(packet.Destination, 0),
        _ => outcome.Sent.First?.Destination,
    };
}
