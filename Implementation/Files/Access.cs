using Verify.Abi;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>Whether a mode lets somebody do something: vaccess of vfs_subr.c.</summary>
public static class Access
{
    /// <summary>
    /// The owner has the first digit of the mode, and no other; then the group has the second one, and everybody else
    /// the last.
    /// </summary>
    public static bool Allows(int mode, int owner, int group, int uid, int gid, Rights wanted)
    {
        int shift = uid == owner ? 6 : gid == group ? 3 : 0;
        return (mode >> shift & (int)wanted) == (int)wanted;
    }

    /// <summary>Whether the mode or a privilege lets the one who asks.</summary>
    internal static bool Check(in Credentials caller, Node node, Rights wanted) =>
        Check(caller, node.Mode, node.Uid, node.Gid, wanted);

    /// <summary>Whether the mode or a privilege lets the one who asks.</summary>
    internal static bool Check(in Credentials caller, int mode, int owner, int group, Rights wanted) =>
        Allows(mode, owner, group, caller.Uid, caller.Gid, wanted)
        || Privileges.Check(caller, Privilege.OverrideModes);
}
