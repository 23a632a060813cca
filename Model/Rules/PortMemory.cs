using Verify.Abi;

namespace Verify.Model;

/// <summary>Whether the kernel has memory to note one more port as used (H3).</summary>
internal static class PortMemory
{
    /// <summary>True where the port is not in use yet and as many are as there is memory for.</summary>
    public static bool IsShort(State state, Protocol protocol, ushort port)
    {
        int limit = state.World.Tunables.MaxPortHeads;
        return limit < state.Sockets.Length + 1
            && !state.Sockets.Any(socket => Uses(socket, protocol, port))
            && PortsInUse(state) >= limit;
    }

    private static int PortsInUse(State state) => state.Sockets
        .Where(socket => socket.IsBound)
        .Select(socket => (socket.Protocol, socket.Local.Port))
        .Distinct()
        .Count();

    private static bool Uses(Socket socket, Protocol protocol, ushort port) =>
        socket.Protocol == protocol && socket.Local.Port == port;
}
