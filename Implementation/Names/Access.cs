using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Names;

/// <summary>Permission checks on modes: vaccess of vfs_subr.c.</summary>
public static class Access
{
    /// <summary>
    /// Tests one digit of the mode only: the first for the owner, the second for members of the group, the last for all
    /// others.
    /// </summary>
    public static bool Allows(int mode, bool isOwner, bool isInGroup, AccessModes wanted)
    {
        int shift = isOwner ? 6 : isInGroup ? 3 : 0;
        return (mode >> shift & (int)wanted) == (int)wanted;
    }

    /// <summary>True if the mode or a privilege grants access to a node.</summary>
    internal static bool Allows(in Credentials caller, Node node, AccessModes wanted) =>
        Allows(caller, node.Mode, node.Uid, node.Gid, wanted);

    /// <summary>True if the mode or a privilege grants access.</summary>
    internal static bool Allows(in Credentials caller, int mode, int owner, int group, AccessModes wanted) =>
        Allows(mode, caller.Uid == owner, caller.IsIn(group), wanted)
        || Privileges.Allows(caller, Privilege.OverrideModes);
}
