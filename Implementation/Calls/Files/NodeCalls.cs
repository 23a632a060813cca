using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>mknod(2), mkfifo(2) and symlink(2): vfs_syscalls.c.</summary>
internal sealed class NodeCalls(NodeCreation creation)
{
    /// <summary>
    /// EPERM, the errors of the path, EEXIST, EINVAL for a type that mknod(2) does not create, no space.
    /// </summary>
    public Outcome MkNod(Process caller, Call.MkNod call)
    {
        int type = call.Mode & FileModes.TypeMask;
        bool isDevice = type is FileModes.CharacterDevice or FileModes.BlockDevice;
        if (!Privileges.Allows(caller.Credentials, isDevice ? Privilege.MakeDevice : Privilege.MakeFifo))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Errno error = creation.FindPlace(caller, call.Path, LookupOptions.None, out Lookup place);
        if (error != Errno.None || type == FileModes.Whiteout)
        {
            return Replies.Of(error);
        }

        if (!isDevice && type != FileModes.Bad)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        error = MakeSpecial(caller, place, call.Mode, out Node node);
        if (error == Errno.None)
        {
            node.Device = call.Device;
        }

        return Replies.Of(error);
    }

    public Outcome MkFifo(Process caller, string? path, int mode)
    {
        Errno error = creation.FindPlace(caller, path, LookupOptions.None, out Lookup place);
        return Replies.Of(
            error == Errno.None ? MakeSpecial(caller, place, FileModes.Fifo | mode & FileModes.All, out _) : error);
    }

    /// <summary>EFAULT or ENAMETOOLONG for the target, the errors of the path, EEXIST, no space.</summary>
    public Outcome SymLink(Process caller, string? target, string? path)
    {
        if (target is null || target.Length > PathLimits.Path)
        {
            return Outcome.Failed(target is null ? Errno.EFAULT : Errno.ENAMETOOLONG);
        }

        Errno error = creation.FindPlace(caller, path, LookupOptions.None, out Lookup place);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        int mode = FileModes.SymbolicLink | ModeRules.OfSymbolicLink(caller.ModeMask);
        error = creation.Make(caller, place, mode, out Node node);
        if (error == Errno.None)
        {
            node.Target = target;
        }

        return Replies.Of(error);
    }

    private Errno MakeSpecial(Process caller, in Lookup place, int mode, out Node node)
    {
        int bits = ModeRules.OfSpecialFile(mode, caller.ModeMask);
        int kept = NodeCreation.ModeFor(caller.Credentials, place, bits);
        return creation.Make(caller, place, mode & FileModes.TypeMask | kept, out node);
    }
}
