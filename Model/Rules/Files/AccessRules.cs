using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// Access by a node's mode: the first class of owner, group and others that the caller belongs to decides.
/// </summary>
internal static class AccessRules
{
    public static readonly Rule AccessAsOwner = new(
        "J4.access-owner", "For the owner of a file only its owner bits count.", "ufs/ufs/ufs_vnops.c:ufs_access");
    public static readonly Rule AccessAsGroup = new(
        "J4.access-group", "For a caller in a file's group that is not its owner, only the group bits count.",
        "ufs/ufs/ufs_vnops.c:ufs_access");
    public static readonly Rule AccessAsOther = new(
        "J4.access-other", "For a caller that is neither a file's owner nor in its group, the other bits count.",
        "ufs/ufs/ufs_vnops.c:ufs_access");

    public const int Read = 4;
    public const int Write = 2;
    public const int Execute = 1;

    /// <summary>True if the caller has all the wanted access, by mode or by privilege.</summary>
    public static bool Allows(ref CallCheck check, Process caller, Node node, int wanted)
    {
        (int bits, Rule rule) =
            caller.Uid == node.Uid ? (node.Mode >> 6, AccessAsOwner)
            : caller.IsIn(node.Gid) ? (node.Mode >> 3, AccessAsGroup)
            : (node.Mode, AccessAsOther);
        check.Use(rule);
        return (bits & wanted) == wanted || check.Grants(caller, Privilege.OverrideModes);
    }

    /// <summary>
    /// True if a sticky directory protects an entry: only the owner of the directory or of the node may remove it.
    /// </summary>
    public static bool Protects(ref CallCheck check, Process caller, Node directory, Node entry) =>
        (directory.Mode & FileModes.Sticky) != 0
        && caller.Uid != directory.Uid
        && caller.Uid != entry.Uid
        && !check.Grants(caller, Privilege.OverrideSticky);
}
