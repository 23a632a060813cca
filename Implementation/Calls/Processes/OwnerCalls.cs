using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// fcntl(2) with F_SETOWN and F_GETOWN: kern_descrip.c:fsetown and fgetown, which sys_socket.c:soo_ioctl calls.
/// </summary>
internal sealed class OwnerCalls(ProcessTable processes)
{
    /// <summary>
    /// ENOTTY for what is no socket; ESRCH where the owner is not there, or the caller does not see it (J6, D15); EPERM
    /// where it is in another session. After an error the owner is who it was. An id is a process's, or a process
    /// group's negated; 0 is nobody.
    /// </summary>
    public Outcome Set(Process caller, OpenFile file, int id)
    {
        if (file.Socket is not { } socket)
        {
            return Outcome.Failed(Errno.ENOTTY);
        }

        SignalOwner? owner = Find(caller, id);
        Errno error = id == 0 ? Errno.None
            : owner is null ? Errno.ESRCH
            : !owner.IsIn(caller.Group.Session) ? Errno.EPERM
            : Errno.None;
        if (error == Errno.None)
        {
            SignalOwner.Set(socket, owner);
        }

        return Replies.Of(error);
    }

    /// <summary>ENOTTY for what is no socket. Nobody asks whether the caller sees the owner.</summary>
    public static Outcome Get(OpenFile file) =>
        file.Socket is { } socket
            ? Outcome.Returned(socket.SignalOwner?.OwnerId ?? 0)
            : Outcome.Failed(Errno.ENOTTY);

    /// <summary>The lowest integer stays negative when it is negated: it is no group's id.</summary>
    private SignalOwner? Find(Process caller, int id) =>
        id == 0 ? null
        : id > 0 ? processes.FindVisible(caller.Credentials, id)
        : processes.FindVisibleGroup(caller.Credentials, unchecked(-id));
}
