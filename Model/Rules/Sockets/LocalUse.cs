using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Which sockets use a local address and port (H2): what in_pcblookup_local finds, without hashes or lists.
/// </summary>
internal static class LocalUse
{
    /// <summary>A distance beyond every use.</summary>
    private const int NoUse = 4;

    /// <summary>True if no socket uses it.</summary>
    public static bool IsFree(State state, Protocol protocol, Endpoint local, bool wildcard) =>
        Distance(state, protocol, local, wildcard) == NoUse;

    /// <summary>
    /// The socket with the closest use, which decides; null if no socket uses it. Of equally close ones it is, with
    /// wildcards, the one bound last, and without them the one whose endpoints changed last: in_pcblookup_local walks
    /// the port's list in the first case and the hash chain in the second, both newest first.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="protocol">UDP or TCP.</param>
    /// <param name="local">The address and port to be used.</param>
    /// <param name="wildcard">True if INADDR_ANY matches every address.</param>
    /// <param name="isSecond">True for the second lookup of a call.</param>
    public static Socket? Asked(
        State state, Protocol protocol, Endpoint local, bool wildcard, bool isSecond = false)
    {
        int distance = Distance(state, protocol, local, wildcard);
        Socket? asked = null;
        foreach (Socket socket in state.Sockets)
        {
            if (distance < NoUse && Distance(socket, protocol, local, wildcard) == distance
                && (asked is null || AgeOf(socket) > AgeOf(asked)))
            {
                asked = socket;
            }
        }

        return asked is null || state.Host.Way == 0 ? asked
            : isSecond ? EqualSockets.Second(state, asked, IsEqual)
            : EqualSockets.First(state, asked, IsEqual);

        bool IsEqual(Socket socket) => Distance(socket, protocol, local, wildcard) == distance;

        int AgeOf(Socket socket) => wildcard ? socket.Age.Bound : socket.Age.Changed;
    }

    private static int Distance(State state, Protocol protocol, Endpoint local, bool wildcard)
    {
        int closest = NoUse;
        foreach (Socket socket in state.Sockets)
        {
            closest = Math.Min(closest, Distance(socket, protocol, local, wildcard));
        }

        return closest;
    }

    /// <summary>
    /// The distance of a socket on the same port from an address: 0 if equal, plus one if one of the two addresses is a
    /// wildcard, plus one for a foreign endpoint. Without wildcards only 0 counts.
    /// </summary>
    private static int Distance(Socket socket, Protocol protocol, Endpoint local, bool wildcard)
    {
        if (socket.Local.Port != local.Port || socket.Protocol != protocol)
        {
            return NoUse;
        }

        int foreign = socket.IsConnected ? 1 : 0;
        int distance = socket.Local.Address == local.Address ? foreign
            : socket.Local.Address.IsAny || local.Address.IsAny ? foreign + 1
            : NoUse;
        return wildcard || distance == 0 ? distance : NoUse;
    }
}
