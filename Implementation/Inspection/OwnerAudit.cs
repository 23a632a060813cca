using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>Checks that sockets, and those whom their signals go to, name each other.</summary>
internal static class OwnerAudit
{
    /// <summary>Checks that a socket is in the list of whom it names.</summary>
    public static string? Check(Socket socket) =>
        socket.SignalOwner is { } owner && !owner.Holds(socket)
            ? $"socket not listed at its owner: {owner.OwnerId}"
            : null;

    /// <summary>Checks that all sockets in an owner's list name it.</summary>
    public static string? Check(SignalOwner owner)
    {
        for (Socket? socket = owner.FirstOwned; socket is not null; socket = socket.NextOwned)
        {
            if (!socket.IsAllocated || !ReferenceEquals(socket.SignalOwner, owner) || !owner.Holds(socket))
            {
                return $"socket listed wrongly at an owner: {owner.OwnerId}";
            }
        }

        return null;
    }
}
