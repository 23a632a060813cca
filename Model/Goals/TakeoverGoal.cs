using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// No socket takes over a port in use unless both sockets offer to share it (P5). Only what holds for any of several
/// users of the port is checked: a user without a socket on the port binds it beside other users' sockets only if both
/// are bound to any address and the other one has SO_REUSEPORT; and a socket binds exactly the same address and port
/// only if both ask to share.
/// </summary>
internal static class TakeoverGoal
{
    public static string? Check(State state, Call.Bind call, in Outcome outcome)
    {
        if (!outcome.Succeeded || call.Address.Endpoint.Port == 0
            || state.FindProcess(call.Pid) is not { } caller
            || state.SocketAt(caller, call.Fd) is not { Raw: null } socket)
        {
            return null;
        }

        var place = new Endpoint(socket.Prison?.Address ?? call.Address.Endpoint.Address, call.Address.Endpoint.Port);
        Socket[] others = [.. state.Sockets.Where(other =>
            other.Id != socket.Id && other.Protocol == socket.Protocol && other.Local.Port == place.Port)];
        return others.Length == 0 ? null
            : TakesFromStranger(socket, place.Address, others)
                ? $"P5: user {socket.Owner} takes {place}, a port of other users, with {call}"
            : TakesExactly(socket, place, others)
                ? $"P5: {call} shares {place}, which is not offered"
            : null;
    }

    private static bool TakesFromStranger(Socket socket, Ipv4 address, Socket[] others)
    {
        Socket[] inTheWay = [.. others.Where(other => Meets(socket, address, other))];
        return socket.Owner != 0 && !address.IsMulticast
            && inTheWay.Length > 0
            && others.All(other => other.Owner != socket.Owner)
            && !(address.IsAny && inTheWay.Any(other => other.Local.Address.IsAny && other.ReusePort));
    }

    /// <summary>In a prison only a socket at exactly the same address and port conflicts (H2).</summary>
    private static bool Meets(Socket socket, Ipv4 address, Socket other) =>
        other.Local.Address == address
            ? socket.Prison is null || !other.IsConnected
            : socket.Prison is null && (address.IsAny || other.Local.Address.IsAny);

    private static bool TakesExactly(Socket socket, Endpoint place, Socket[] others)
    {
        Socket[] there = [.. others.Where(other => other.Local == place && !other.IsConnected)];
        bool isGroup = place.Address.IsMulticast && socket.ReuseAddress;
        return there.Length > 0
            && !((socket.ReusePort || isGroup)
                && there.Any(other => other.ReusePort || (isGroup && other.ReuseAddress)));
    }
}
