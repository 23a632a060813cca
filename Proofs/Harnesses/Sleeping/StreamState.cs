using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses.Sleeping;

/// <summary>The state of the receiving end of a stream: an input of a harness.</summary>
/// <param name="IsEnded">SS_CANTRCVMORE.</param>
/// <param name="IsNonBlocking">SS_NBIO.</param>
/// <param name="IsLocked">Another receiver sleeps with the lock of the buffer.</param>
internal readonly record struct StreamState(bool IsEnded, bool IsNonBlocking, bool IsLocked)
{
    public void Apply(Socket socket) =>
        (socket.CannotReceive, socket.IsNonBlocking, socket.IsReceiveLocked) = (IsEnded, IsNonBlocking, IsLocked);
}
