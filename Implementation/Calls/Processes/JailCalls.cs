using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// jail(2): kern_jail.c. EPERM, EINVAL, ENOMEM, the errors of the hostname, those of chroot(2) and its path, EBUSY. On
/// error nothing is changed (J1).
/// </summary>
internal sealed class JailCalls(
    Prisons prisons, Namei namei, ProcessDirectories processDirectories, OpenDirectories openDirectories)
{
    private const int Version = 0;

    public Outcome Jail(Process caller, Call.Jail call)
    {
        Errno error = !Privileges.Allows(caller.Credentials, Privilege.Jail) ? Errno.EPERM
            : call.Version != Version ? Errno.EINVAL
            : Errno.None;
        return Replies.Of(error == Errno.None ? Create(caller, call) : error);
    }

    private Errno Create(Process caller, Call.Jail call)
    {
        if (prisons.Create(call.Address) is not { } prison)
        {
            return Errno.ENOMEM;
        }

        Errno error = Initialize(prison, caller, call, out Node root);
        if (error != Errno.None)
        {
            prisons.Release(prison);
            return error;
        }

        prison.Root = NodeTable.Hold(root);
        processDirectories.SetRoot(caller, root);
        caller.Credentials = caller.Credentials.WithPrison(prison);
        return Errno.None;
    }

    /// <summary>Sets the hostname of the new prison and looks up its root; changes nothing else.</summary>
    private Errno Initialize(Prison prison, Process caller, Call.Jail call, out Node root)
    {
        root = null!;
        if (call.Hostname is not { } hostname || !Hostname.IsWithinBounds(hostname.Length))
        {
            return call.Hostname is null ? Errno.EFAULT : Errno.ENAMETOOLONG;
        }

        prison.Hostname = hostname;
        Errno error = openDirectories.Check(caller);
        error = error == Errno.None ? namei.FindDirectory(caller, call.Path, out root) : error;
        return error == Errno.None && HasSocketWithAddress(caller.Descriptors) ? Errno.EBUSY : error;
    }

    /// <summary>A socket from outside could receive for an address other than the prison's (D1, G1).</summary>
    private static bool HasSocketWithAddress(DescriptorTable descriptors)
    {
        for (int fd = 0; fd < descriptors.End; fd++)
        {
            if (descriptors[fd] is { Socket: { } socket } && !SocketFamilies.HasNoAddress(socket.Protocol.Family))
            {
                return true;
            }
        }

        return false;
    }
}
