using Verify.Abi;

namespace Verify.Model;

/// <summary>Where something can be made, and what a new node is like (J4, J10).</summary>
internal static class MakingRules
{
    /// <summary>Why nothing can be made at a path; else the free place. A last link is not followed.</summary>
    public static Denial? WhyNoFreePlace(
        ref Hearing hearing, Process caller, string? path, bool isDirectory, out Place place) =>
        Lookup.WhyNoPlace(ref hearing, caller, path, false, out place)
        ?? WhyNoPart(place)
        ?? (place.Node is not null
            ? new Denial(Errno.EEXIST, Rule.PlaceTaken)
            : WhyUnmakable(ref hearing, caller, place, isDirectory));

    /// <summary>A call that makes, removes or renames needs a last part.</summary>
    public static Denial? WhyNoPart(Place place) =>
        place.Parent is null ? new Denial(Errno.EISDIR, Rule.PlaceIsStart) : null;

    /// <summary>Why nothing can be made where nothing is.</summary>
    public static Denial? WhyUnmakable(ref Hearing hearing, Process caller, Place place, bool isDirectory) =>
        place.Parent!.IsRemovedDirectory ? new Denial(Errno.ENOENT, Rule.PlaceRemoved)
        : WhyUnchangeable(ref hearing, caller, place.Parent)
        ?? (place.SlashFollows && !isDirectory ? new Denial(Errno.ENOENT, Rule.PlaceSlash) : null);

    /// <summary>Why the caller cannot change what is in a directory.</summary>
    public static Denial? WhyUnchangeable(ref Hearing hearing, Process caller, Node directory) =>
        !AccessRules.Allows(ref hearing, caller, directory, AccessRules.Write)
            ? new Denial(Errno.EACCES, Rule.PlaceDenied)
        : WhyReadOnly(hearing.State, directory);

    /// <summary>Nothing of a procfs can be changed.</summary>
    public static Denial? WhyReadOnly(State state, Node node) =>
        state.Tree.IsOnProcfs(node.Vnode) ? new Denial(Errno.EROFS, Rule.FileReadOnly) : null;

    /// <summary>Why there is no room for one more node of the caller's.</summary>
    public static Denial? WhyNoRoom(ref Hearing hearing, Process caller, Place place)
    {
        State state = hearing.State;
        if (WhyFull(state) is { } full)
        {
            return full;
        }

        FileSystem fileSystem = state.Tree.FileSystemOf(place.Parent!.Vnode);
        return fileSystem.Limits.TryGetValue(caller.Uid, out int limit)
            && state.Tree.OwnedBy(fileSystem.Root, caller.Uid) >= limit
            && !hearing.Grants(caller, Privilege.ExceedQuota)
                ? new Denial(Errno.EDQUOT, Rule.QuotaExceeded)
                : null;
    }

    /// <summary>Why there is no room for one more node.</summary>
    public static Denial? WhyFull(State state) =>
        state.Tree.Nodes.Count >= state.World.Tunables.MaxNodes ? new Denial(Errno.ENOSPC, Rule.NodesFull) : null;

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

    /// <summary>The mode that a file or FIFO gets: not set-group-id of a group that the maker is not in.</summary>
    public static int ModeFor(ref Hearing hearing, Process caller, Place place, int mode)
    {
        mode &= FileModes.All & ~caller.Umask;
        if ((mode & FileModes.SetGroupId) == 0 || caller.Gid == place.Parent!.Gid
            || hearing.Grants(caller, Privilege.SetSpecialModes))
        {
            return mode;
        }

        hearing.Use(Rule.MadeWithoutSetGroup);
        return mode & ~FileModes.SetGroupId;
    }
}
