using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.Dialects;

namespace Verify.Model.States;

/// <summary>
/// The sockets that a lookup may find if a dialect leaves open which of several equal ones it is (see <see
/// cref="Difference.OrderOfEquals"/>). A call makes up to two such lookups. Each pair of results has a number, which
/// <see cref="Host.Way"/> holds while the call is judged.
/// </summary>
internal static class EqualSockets
{
    /// <summary>How many pairs of results there are; 0 is that of FreeBSD 4.0.</summary>
    public const int Ways = MostEquals * MostEquals;

    /// <summary>Of more sockets with one address and port than these, the others are never found.</summary>
    private const int MostEquals = 8;

    /// <summary>True if no lookup can have several results: no two sockets of a protocol share a port.</summary>
    public static bool HasNone(State state)
    {
        var ports = new HashSet<(Protocol, ushort)>();
        foreach (Socket socket in state.Sockets)
        {
            if (socket.IsBound && !ports.Add((socket.Protocol, socket.Local.Port)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The socket that the call's first lookup finds.</summary>
    public static Socket First(State state, Socket found, Func<Socket, bool> isEqual) =>
        Nth(state, found, isEqual, state.Host.Way % MostEquals);

    /// <summary>The socket that the call's second lookup finds.</summary>
    public static Socket Second(State state, Socket found, Func<Socket, bool> isEqual) =>
        Nth(state, found, isEqual, state.Host.Way / MostEquals);

    // FreeBSD 4.0's socket comes first, then the others, oldest first.
    private static Socket Nth(State state, Socket found, Func<Socket, bool> isEqual, int number)
    {
        ImmutableArray<Socket> equals = [found, .. state.Sockets.Where(s => s.Id != found.Id && isEqual(s))];
        return equals[number % equals.Length];
    }
}
