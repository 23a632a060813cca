using Verify.Abi;

namespace Verify.Model;

/// <summary>What making a node takes, and what a new one is like (J4, J10).</summary>
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

    /// <summary>Why nothing can be made at a path; else the free place. A last link is not followed.</summary>
    public static Denial? WhyTaken(
        ref Hearing hearing, Process caller, string? path, bool isDirectory, out Place place) =>
        Lookup.WhyNoPlace(
            ref hearing, new Search(caller, Purpose.Make, IsForDirectory: isDirectory), path, out place)
        ?? (place.Node is null ? null : new Denial(Errno.EEXIST, PlaceTaken));

    /// <summary>Why there is no room for one more node of the caller's (ufs/ffs/ffs_alloc.c:ffs_valloc, chkiq).</summary>
    public static Denial? WhyNoRoom(ref Hearing hearing, Process caller, Place place)
    {
        State state = hearing.State;
        FileSystem fileSystem = state.Tree.FileSystemOf(place.Parent!.Vnode);
        return WhyFull(state) is { } full ? full
            : fileSystem.Limits.TryGetValue(caller.Uid, out int limit)
                && state.Tree.OwnedBy(fileSystem.Root, caller.Uid) >= limit
                && !hearing.Grants(caller, Privilege.ExceedQuota)
                ? new Denial(Errno.EDQUOT, QuotaExceeded)
            : null;
    }

    /// <summary>Why there is no room for one more node.</summary>
    public static Denial? WhyFull(State state) =>
        state.Tree.Nodes.Count >= state.World.Tunables.MaxNodes ? new Denial(Errno.ENOSPC, NodesFull) : null;

    /// <summary>A new node of the caller's, in its directory.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="place">Where.</param>
    /// <param name="mode">Its type and mode.</param>
    public static Node New(FileTree tree, Process caller, Place place, int mode) => new()
    {
        Vnode = tree.NextVnode(place.Parent!.Vnode.FileSystem),
        Mode = mode,
        Uid = caller.Uid,
        Gid = place.Parent.Gid,
    };

    /// <summary>The tree with a node at a place.</summary>
    public static FileTree Made(FileTree tree, Place place, Node node) =>
        tree.WithNew(node).Named(place.Parent!.Vnode, place.Name, node.Vnode);

    /// <summary>The mode that what is no directory gets: not set-group-id of a group that the maker is not in.</summary>
    public static int ModeFor(ref Hearing hearing, Process caller, Place place, int mode)
    {
        mode &= FileModes.All & ~caller.Umask;
        if ((mode & FileModes.SetGroupId) == 0 || caller.IsIn(place.Parent!.Gid)
            || hearing.Grants(caller, Privilege.SetSpecialModes))
        {
            return mode;
        }

        hearing.Use(MadeWithoutSetGroup);
        return mode & ~FileModes.SetGroupId;
    }
}
