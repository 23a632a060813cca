using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// fcntl(2) with F_SETOWN and F_GETOWN, ioctl(2) with SIOCSPGRP and SIOCGPGRP: fsetown and fgetown of kern_descrip.c,
/// called by soo_ioctl of sys_socket.c.
/// </summary>
internal sealed class OwnerCalls(ProcessTable processes)
{
    /// <summary>
    /// ENOTTY if the file is not a socket; ESRCH if the owner does not exist or is not visible to the caller (J6, D15);
    /// EPERM if it is in another session. On error the owner is unchanged. The id is a process id, a negated process
    /// group id, or 0 for no owner.
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

    /// <summary>ENOTTY if the file is not a socket. The owner need not be visible to the caller.</summary>
    public static Outcome Get(OpenFile file) =>
        file.Socket is { } socket
            ? Outcome.Returned(socket.SignalOwner?.OwnerId ?? 0)
            : Outcome.Failed(Errno.ENOTTY);

    /// <summary>SIOCSPGRP: as F_SETOWN, but a positive id is that of a process group.</summary>
    public Outcome SetGroup(Process caller, OpenFile file, int id) =>
        file.Socket is not null ? Set(caller, file, unchecked(-id)) : NotASocket(file);

    /// <summary>SIOCGPGRP: a process id is negative.</summary>
    public static Outcome GetGroup(OpenFile file) =>
        file.Socket is { } socket ? Outcome.Returned(-(socket.SignalOwner?.OwnerId ?? 0)) : NotASocket(file);

    /// <summary>The error of an ioctl(2) that only sockets have: a device without it is ENODEV.</summary>
    public static Outcome NotASocket(OpenFile file) => Outcome.Failed(
        file.Node is { IsDead: false, Type: FileModes.CharacterDevice or FileModes.BlockDevice }
            ? Errno.ENODEV
            : Errno.ENOTTY);

    /// <summary>The smallest integer cannot be negated and is not the id of a group.</summary>
    private SignalOwner? Find(Process caller, int id) =>
        id == 0 ? null
        : id > 0 ? processes.FindVisible(caller.Credentials, id)
        : processes.FindVisibleGroup(caller.Credentials, unchecked(-id));
}
