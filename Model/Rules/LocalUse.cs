using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model;

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

    /// <summary>The sockets whose use is closest: all that are equally close, since any of them may be found.</summary>
    public static Users Closest(State state, Protocol protocol, Endpoint local, bool wildcard) =>
        new(state.Sockets, protocol, local, wildcard, Distance(state, protocol, local, wildcard));

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

    /// <summary>Sockets at one distance, for foreach; none where nobody uses the address and port.</summary>
    public struct Users(
        ImmutableArray<Socket> sockets, Protocol protocol, Endpoint local, bool wildcard, int distance)
    {
        private int _next;

        public Socket Current { get; private set; } = null!;

        public readonly Users GetEnumerator() => this;

        public bool MoveNext()
        {
            while (distance < NoUse && _next < sockets.Length)
            {
                Current = sockets[_next++];
                if (Distance(Current, protocol, local, wildcard) == distance)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
