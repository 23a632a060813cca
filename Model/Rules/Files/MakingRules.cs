using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>The conditions for creating a node, and its attributes (J4, J10).</summary>
internal static class MakingRules
{
    public static readonly Rule PlaceTaken = new(
        "J8.place-taken", "Creating a name that exists fails with EEXIST.", "kern/vfs_syscalls.c:mkdir");
    public static readonly Rule NodesFull = new(
        "J10.nodes-full", "Creating a node fails with ENOSPC if kern.maxvnodes nodes are in use.",
        "ufs/ffs/ffs_alloc.c:ffs_valloc");
    public static readonly Rule QuotaExceeded = new(
        "J10.quota-exceeded",
        "Creating a node fails with EDQUOT if its owner has reached the quota of nodes on the file system.",
        "ufs/ufs/ufs_quota.c:chkiqchg");
    public static readonly Rule MadeWithoutSetGroup = new(
        "J4.made-without-set-group", "A new node is not set-group-id if its creator is not in its group.",
        "ufs/ufs/ufs_vnops.c:ufs_makeinode");

    /// <summary>The denial of a new name, or the free name. A symbolic link at the end is not followed.</summary>
    public static Denial? NameDenial(
        ref CallCheck check, Process caller, string? path, bool isDirectory, out LookupResult found) =>
        LookupRules.LookupDenial(
            ref check, new LookupRequest(caller, LookupOperation.Create, IsForDirectory: isDirectory), path, out found)
        ?? (found.Node is null ? null : new Denial(Errno.EEXIST, PlaceTaken));

    /// <summary>The denial of one more node owned by the caller (ufs/ffs/ffs_alloc.c:ffs_valloc, chkiq).</summary>
    public static Denial? RoomDenial(ref CallCheck check, Process caller, LookupResult found)
    {
        State state = check.State;
        FileSystem fileSystem = state.Tree.FileSystemOf(found.Parent!.Vnode);
        return NodesDenial(state) is { } full ? full
            : fileSystem.Limits.TryGetValue(caller.Uid, out int limit)
                && state.Tree.OwnedBy(fileSystem.Root, caller.Uid) >= limit
                && !check.Grants(caller, Privilege.ExceedQuota)
                ? new Denial(Errno.EDQUOT, QuotaExceeded)
            : null;
    }

    /// <summary>The denial of one more node.</summary>
    public static Denial? NodesDenial(State state) =>
        state.Tree.Nodes.Count >= state.World.Tunables.MaxNodes ? new Denial(Errno.ENOSPC, NodesFull) : null;

    /// <summary>A new node owned by the caller.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="caller">The process that creates it.</param>
    /// <param name="found">Its name and directory.</param>
    /// <param name="mode">Its type and mode.</param>
    public static Node New(FileTree tree, Process caller, LookupResult found, int mode) => new()
    {
        Vnode = tree.NextVnode(found.Parent!.Vnode.FileSystem),
        Mode = mode,
        Uid = caller.Uid,
        Gid = found.Parent.Gid,
    };

    /// <summary>The tree with a new node under its name.</summary>
    public static FileTree Made(FileTree tree, LookupResult found, Node node) =>
        tree.WithNew(node).Named(found.Parent!.Vnode, found.Name, node.Vnode);

    /// <summary>
    /// The mode of a new node other than a directory: not set-group-id if the creator is not in its group.
    /// </summary>
    public static int ModeFor(ref CallCheck check, Process caller, LookupResult found, int mode)
    {
        mode &= FileModes.All & ~caller.Umask;
        if ((mode & FileModes.SetGroupId) == 0 || caller.IsIn(found.Parent!.Gid)
            || check.Grants(caller, Privilege.SetSpecialModes))
        {
            return mode;
        }

        check.Use(MadeWithoutSetGroup);
        return mode & ~FileModes.SetGroupId;
    }
}
