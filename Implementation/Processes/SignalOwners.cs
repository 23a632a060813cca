using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Processes;

/// <summary>Who may be the signal owner of a socket: fsetown and fgetown of kern_descrip.c.</summary>
internal sealed class SignalOwners(ProcessTable processes)
{
    /// <summary>
    /// ESRCH if the owner does not exist or is not visible to the caller (J6, D15); EPERM if it is in another session.
    /// On error the owner is unchanged.
    /// </summary>
    /// <param name="caller">The caller.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="id">A process id, a negated process group id, or 0 for no owner.</param>
    public Errno Set(Process caller, Socket socket, int id)
    {
        SignalOwner? owner = Find(caller, id);
        Errno error = id == 0 ? Errno.None
            : owner is null ? Errno.ESRCH
            : !owner.IsIn(caller.Group.Session) ? Errno.EPERM
            : Errno.None;
        if (error == Errno.None)
        {
            SignalOwner.Set(socket, owner);
        }

        return error;
    }

    /// <summary>The id of the owner; 0 if there is none, or none that is visible to the caller (D56).</summary>
    public int Get(Process caller, Socket socket) =>
        socket.SignalOwner is { OwnerId: var id } && Find(caller, id) is not null ? id : 0;

    /// <summary>The smallest integer cannot be negated and is not the id of a group.</summary>
    private SignalOwner? Find(Process caller, int id) =>
        id == 0 ? null
        : id > 0 ? processes.FindVisible(caller.Credentials, id)
        : processes.FindVisibleGroup(caller.Credentials, unchecked(-id));
}
