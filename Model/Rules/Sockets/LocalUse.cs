using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Which sockets use a local address and port (H2): what in_pcblookup_local finds, said without hashes or lists.
/// </summary>
internal static class LocalUse
{
    /// <summary>Further than any use.</summary>
    private const int NoUse = 4;

    /// <summary>True where no socket uses it.</summary>
    public static bool IsFree(State state, Protocol protocol, Endpoint local, bool wildcard) =>
        Distance(state, protocol, local, wildcard) == NoUse;

    /// <summary>
    /// The socket whose use is closest, and so is asked; null where nobody uses it. Of equally close ones it is with
    /// wildcards the one bound last, without them the one whose ends changed last: in_pcblookup_local goes through the
    /// port's list there, and here through the hash chain, whose heads are the newest.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="protocol">UDP or TCP.</param>
    /// <param name="local">The address and port to be used.</param>
    /// <param name="wildcard">Whether INADDR_ANY stands for every address.</param>
    /// <param name="isSecond">Whether the call has made such a look-up before.</param>
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
    /// How far a socket on the same port is from an address: 0 for exactly it, one more for a wildcard in place of one
    /// of the two addresses and for a foreign end. With no wildcards allowed only exactly it counts.
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
