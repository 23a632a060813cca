using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// Which sockets use a local address and port (H2): what in_pcblookup_local finds, said without hashes or lists.
/// </summary>
internal static class LocalUse
{
    /// <summary>Worse than any use.</summary>
    public const int None = 4;

    /// <summary>True where no socket uses it.</summary>
    public static bool IsFree(State state, Protocol protocol, Endpoint local, bool wildcard) =>
        Closest(state, protocol, local, wildcard) == None;

    /// <summary>How close the closest use is.</summary>
    public static int Closest(State state, Protocol protocol, Endpoint local, bool wildcard)
    {
        int closest = None;
        foreach (Socket socket in state.Sockets)
        {
            if (socket.Local.Port == local.Port && socket.Protocol == protocol)
            {
                closest = Math.Min(closest, Distance(socket, local.Address, wildcard));
            }
        }

        return closest;
    }

    /// <summary>
    /// How far a socket on the same port is from an address: 0 for exactly it, one more for each wildcard between the
    /// two and for a foreign end. With no wildcards allowed only exactly it counts.
    /// </summary>
    public static int Distance(Socket socket, Ipv4 address, bool wildcard)
    {
        int foreign = socket.IsConnected ? 1 : 0;
        int distance = socket.Local.Address == address ? foreign
            : socket.Local.Address.IsAny || address.IsAny ? foreign + 1
            : None;
        return wildcard || distance == 0 ? distance : None;
    }
}
