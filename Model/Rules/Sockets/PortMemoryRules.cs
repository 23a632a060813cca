using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>The kernel's memory for port heads, one for each port in use (H3).</summary>
internal static class PortMemoryRules
{
    public static readonly Rule PortMemoryShort = new(
        "H3.no-memory", "bind fails with EAGAIN if there is no memory for a port head; the socket stays unbound.",
        "netinet/in_pcb.c:in_pcbinshash");

    /// <summary>True if the port is not in use and there is no memory for one more.</summary>
    public static bool IsShort(State state, Protocol protocol, ushort port)
    {
        int limit = state.World.Tunables.MaxPortHeads;

        // The socket to be bound has no port yet; every other socket has at most one.
        return limit < state.Sockets.Length
            && !IsUsed(state, protocol, port, before: state.Sockets.Length)
            && PortsInUse(state) >= limit;
    }

    private static int PortsInUse(State state)
    {
        int ports = 0;
        for (int i = 0; i < state.Sockets.Length; i++)
        {
            Socket socket = state.Sockets[i];
            if (socket.IsBound && !IsUsed(state, socket.Protocol, socket.Local.Port, before: i))
            {
                ports++;
            }
        }

        return ports;
    }

    /// <summary>True if one of the first sockets has the port.</summary>
    private static bool IsUsed(State state, Protocol protocol, ushort port, int before)
    {
        foreach (Socket socket in state.Sockets.AsSpan(0, before))
        {
            if (socket.Protocol == protocol && socket.Local.Port == port)
            {
                return true;
            }
        }

        return false;
    }
}
