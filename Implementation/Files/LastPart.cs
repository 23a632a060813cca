using Verify.Abi;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>What calls that make or remove a name ask of where it is, or would be.</summary>
internal static class LastPart
{
    /// <summary>The name must not be there, and its directory must take it.</summary>
    public static Errno CheckMaking(Process caller, in Lookup place, bool isDirectory)
    {
        if (place.Parent is not { } parent)
        {
            return Errno.EISDIR;
        }

        Errno error = place.Node is not null ? Errno.EEXIST
            : parent.LinkCount == 0 ? Errno.ENOENT
            : CheckWriting(caller, parent);
        return error == Errno.None && place.Last.HasSlash && !isDirectory ? Errno.ENOENT : error;
    }

    /// <summary>The name must be there, and the caller must be one who may take it away.</summary>
    public static Errno CheckRemoving(Process caller, in Lookup place)
    {
        if (place.Parent is not { } parent || place.Node is not { } node)
        {
            return place.Parent is null ? Errno.EISDIR : Errno.ENOENT;
        }

        Errno error = place.IsDot ? Errno.EINVAL : CheckWriting(caller, parent);
        return error == Errno.None && IsKept(caller.Credentials, parent, node) ? Errno.EPERM : error;
    }

    private static Errno CheckWriting(Process caller, Node directory) =>
        !Access.Check(caller.Credentials, directory, Rights.Write) ? Errno.EACCES
        : directory.FileSystem.IsReadOnly ? Errno.EROFS
        : Errno.None;

    private static bool IsKept(in Credentials caller, Node directory, Node node) =>
        ModeRules.IsSticky(directory.Mode, directory.Uid, node.Uid, caller.Uid)
        && !Privileges.Check(caller, Privilege.OverrideSticky);
}
