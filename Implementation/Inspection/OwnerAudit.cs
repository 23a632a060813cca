using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>Checks that sockets and their signal owners refer to each other.</summary>
internal static class OwnerAudit
{
    /// <summary>Checks that a socket is in its owner's list.</summary>
    public static string? Check(Socket socket) =>
        socket.SignalOwner is { } owner && !owner.Holds(socket)
            ? $"socket missing from list of signal owner: {owner.OwnerId}"
            : null;

    /// <summary>Checks that all sockets in an owner's list name that owner.</summary>
    public static string? Check(SignalOwner owner)
    {
        for (Socket? socket = owner.FirstOwned; socket is not null; socket = socket.NextOwned)
        {
            if (!socket.IsAllocated || !ReferenceEquals(socket.SignalOwner, owner) || !owner.Holds(socket))
            {
                return $"socket list of signal owner corrupt: {owner.OwnerId}";
            }
        }

        return null;
    }
}
