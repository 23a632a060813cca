using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Names;

/// <summary>Whether a mode lets somebody do something: vaccess of vfs_subr.c.</summary>
public static class Access
{
    /// <summary>
    /// The owner has the first digit of the mode, and no other; then the group has the second one, and everybody else
    /// the last.
    /// </summary>
    public static bool Allows(int mode, bool isOwner, bool isInGroup, AccessModes wanted)
    {
        int shift = isOwner ? 6 : isInGroup ? 3 : 0;
        return (mode >> shift & (int)wanted) == (int)wanted;
    }

    /// <summary>Whether the mode or a privilege lets the one who asks.</summary>
    internal static bool Allows(in Credentials caller, Node node, AccessModes wanted) =>
        Allows(caller, node.Mode, node.Uid, node.Gid, wanted);

    /// <summary>Whether the mode or a privilege lets the one who asks.</summary>
    internal static bool Allows(in Credentials caller, int mode, int owner, int group, AccessModes wanted) =>
        Allows(mode, caller.Uid == owner, caller.IsIn(group), wanted)
        || Privileges.Allows(caller, Privilege.OverrideModes);
}
