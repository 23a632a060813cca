using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// fcntl(2) with F_SETOWN and F_GETOWN, ioctl(2) with SIOCSPGRP and SIOCGPGRP: soo_ioctl of sys_socket.c. The errors
/// are those of <see cref="SignalOwners.Set"/>, and ENOTTY if the file is not a socket.
/// </summary>
internal sealed class OwnerCalls(SignalOwners owners)
{
    public Outcome Set(Process caller, OpenFile file, int id) =>
        file.Socket is { } socket ? Replies.Of(owners.Set(caller, socket, id)) : Outcome.Failed(Errno.ENOTTY);

    public Outcome Get(Process caller, OpenFile file) =>
        file.Socket is { } socket
            ? Outcome.Returned(owners.Get(caller, socket))
            : Outcome.Failed(Errno.ENOTTY);

    /// <summary>SIOCSPGRP: as F_SETOWN, but a positive id is that of a process group.</summary>
    public Outcome SetGroup(Process caller, OpenFile file, int id) =>
        file.Socket is not null ? Set(caller, file, unchecked(-id)) : NotASocket(file);

    /// <summary>SIOCGPGRP: a process id is negative.</summary>
    public Outcome GetGroup(Process caller, OpenFile file) =>
        file.Socket is { } socket ? Outcome.Returned(-owners.Get(caller, socket)) : NotASocket(file);

    /// <summary>The error of an ioctl(2) that only sockets have: a device without it is ENODEV.</summary>
    public static Outcome NotASocket(OpenFile file) => Outcome.Failed(
        file.Node is { IsDead: false, Type: FileModes.CharacterDevice or FileModes.BlockDevice }
            ? Errno.ENODEV
            : Errno.ENOTTY);
}
