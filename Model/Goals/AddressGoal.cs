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

    /// <summary>A prisoner's socket has the prison's address, and an interface has that address (J3).</summary>
    public static string? Check(in SocketEntry entry, World world) =>
        entry.Prison is { } prison && (entry.Local.Address != prison || !IsOwn(world, prison))
            ? $"G1: process {entry.Pid} in prison {prison} owns {entry.Local}"
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

    /// <summary>True for an address of an interface.</summary>
    public static bool IsOwn(World world, Ipv4 address)
    {
        foreach (Interface nic in world.Interfaces)
        {
            foreach (InterfaceAddress own in nic.Addresses)
            {
                if (own.Address == address)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
