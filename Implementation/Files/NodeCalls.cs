using Verify.Abi;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>mknod(2) and symlink(2).</summary>
internal sealed class NodeCalls(Namei namei, NodeCreation creation)
{
    public Outcome MkNod(Process caller, Call.MkNod call)
    {
        int type = call.Mode & FileModes.TypeMask;
        bool isDevice = type is FileModes.CharacterDevice or FileModes.BlockDevice;
        if (!Privileges.Check(caller.Credentials, isDevice ? Privilege.MakeDevice : Privilege.MakeFifo))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Errno error = FindPlace(caller, call.Path, out Lookup place);
        if (error == Errno.None && !isDevice && type != FileModes.Fifo)
        {
            error = Errno.EINVAL;
        }

        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        int bits = ModeRules.OfSpecialFile(call.Mode, caller.ModeMask);
        int mode = NodeCreation.ModeFor(caller.Credentials, place, bits);
        error = creation.Make(caller, place, type | mode, out Node node);
        if (error == Errno.None)
        {
            node.Device = isDevice ? call.Device : 0;
        }

        return Replies.Of(error);
    }

    public Outcome SymLink(Process caller, string? target, string? path)
    {
        if (target is null || target.Length > PathLimits.Path)
        {
            return Outcome.Failed(target is null ? Errno.EFAULT : Errno.ENAMETOOLONG);
        }

        Errno error = FindPlace(caller, path, out Lookup place);
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

    private Errno FindPlace(Process caller, string? path, out Lookup place)
    {
        Errno error = namei.Find(caller, path, LookupOptions.MayBeAbsent, out place);
        return error == Errno.None ? LastPart.CheckMaking(caller, place, isDirectory: false) : error;
    }
}
