using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// The safety goals as predicates over what can be seen. They know nothing of the rules, so that a rule that breaks a
/// goal is found as well.
/// </summary>
public static class Goals
{
    private const int FirstUnreserved = 1024;

    /// <summary>
    /// Judges one call by what it sent and who got it (G1) and by the port it gave (G3). Null where all goals hold.
    /// </summary>
    /// <param name="state">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="outcome">What was seen.</param>
    public static string? Check(State state, Call call, in Outcome outcome)
    {
        if (outcome.Sent is { } sent && call is Call.ByProcess { Pid: var pid }
            && state.FindProcess(pid)?.Prison is { } prison && sent.Source.Address != prison.Address)
        {
            return $"G1: process {pid} in prison {prison.Address} sends from {sent.Source}";
        }

        if (outcome.Receiver is { } receiver && Destination(call, outcome) is { } destination
            && state.FindProcess(receiver.Pid)?.Prison is { } home && destination.Address != home.Address)
        {
            return $"G1: process {receiver.Pid} in prison {home.Address} gets what was sent to {destination}";
        }

        return call is Call.Bind { Address.Endpoint.Port: > 0 and < FirstUnreserved } bind && outcome.Succeeded
            && state.FindProcess(bind.Pid) is { IsSuperuser: false }
            ? $"G3: process {bind.Pid} binds port {bind.Address.Endpoint.Port} without privilege"
            : null;
    }

    /// <summary>
    /// Judges the port that a call gave to a socket which had none: one that the call does not name lies inside the
    /// socket's range, and only the superuser gets a reserved one (G3). Null where all goals hold.
    /// </summary>
    /// <param name="before">The state before the call.</param>
    /// <param name="call">The call.</param>
    /// <param name="after">The open sockets after it, of either side.</param>
    public static string? Check(State before, Call call, ReadOnlySpan<SocketEntry> after)
    {
        if (call is not Call.OnDescriptor { Pid: var pid, Fd: var fd }
            || before.FindProcess(pid) is not { } caller
            || before.SocketAt(caller, fd) is not { IsBound: false } socket
            || PortOf(after, pid, fd) is not { } port)
        {
            return null;
        }

        if (port < FirstUnreserved && !caller.IsSuperuser)
        {
            return $"G3: process {pid} gets port {port} without privilege";
        }

        (ushort first, ushort last) = before.RangeOf(socket.Range);
        bool named = call is Call.Bind { Address.Endpoint.Port: not 0 };
        return named || (port >= Math.Min(first, last) && port <= Math.Max(first, last))
            ? null
            : $"G3: process {pid} gets port {port}, which is outside {first} to {last}";
    }

    /// <summary>
    /// Judges the open sockets: those in a prison have its address, an interface has that address, and a local end is
    /// whole (G1, J3). Null where all goals hold.
    /// </summary>
    public static string? Check(ReadOnlySpan<SocketEntry> entries, World world)
    {
        foreach (ref readonly SocketEntry entry in entries)
        {
            if (entry.Local.IsNone && entry.Foreign.IsNone)
            {
                continue;
            }

            if (entry.Local.Port == 0)
            {
                return $"G3: process {entry.Pid} has descriptor {entry.Fd} at {entry.Local}, without a port";
            }

            if (entry.Prison is { } prison && (entry.Local.Address != prison || !IsOwn(world, prison)))
            {
                return $"G1: process {entry.Pid} in prison {prison} owns {entry.Local}";
            }
        }

        return null;
    }

    private static ushort? PortOf(ReadOnlySpan<SocketEntry> entries, int pid, int fd)
    {
        foreach (ref readonly SocketEntry entry in entries)
        {
            if (entry.Pid == pid && entry.Fd == fd)
            {
                return entry.Local.Port == 0 ? null : entry.Local.Port;
            }
        }

        return null;
    }

    private static Endpoint? Destination(Call call, in Outcome outcome) => call switch
    {
        Call.WireUdp datagram => datagram.Destination,
        Call.WireTcp connection => connection.Destination,
        _ => outcome.Sent?.Destination,
    };

    private static bool IsOwn(World world, Ipv4 address)
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
