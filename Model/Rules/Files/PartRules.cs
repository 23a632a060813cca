using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// What one part of a path means in a directory, and the order in which its errors win: kern/vfs_lookup.c:lookup, then
/// kern/vfs_cache.c:vfs_cache_lookup and ufs/ufs/ufs_lookup.c:ufs_lookup.
/// </summary>
internal static class PartRules
{
    public static readonly Rule PathNotDirectory = new(
        "J8.path-not-directory", "A path component in something that is not a directory fails with ENOTDIR.",
        "kern/vfs_lookup.c:lookup");
    public static readonly Rule PathDenied = new(
        "J8.path-denied", "A path component fails with EACCES without execute access to the directory.",
        "ufs/ufs/ufs_lookup.c:ufs_lookup");
    public static readonly Rule PathNameLong = new(
        "J8.path-name-long", "A path component of more than 255 characters fails with ENAMETOOLONG.",
        "kern/vfs_lookup.c:lookup");
    public static readonly Rule PathAbsent = new(
        "J8.path-absent", "A path component that does not exist fails with ENOENT.", "ufs/ufs/ufs_lookup.c:ufs_lookup");
    public static readonly Rule PathStaysAtRoot = new(
        "J8.path-stays-at-root",
        "At the process's root directory, and at the system's, the component .. stays there and needs no access.",
        "kern/vfs_lookup.c:lookup");
    public static readonly Rule PathLeavesMount = new(
        "J8.path-leaves-mount",
        "At the root of a mounted file system, .. is the parent of the directory that the mount covers.",
        "kern/vfs_lookup.c:lookup");
    public static readonly Rule PathEntersMount = new(
        "J8.path-enters-mount", "A covered directory resolves to the root of the file system mounted on it.",
        "kern/vfs_lookup.c:lookup");
    public static readonly Rule FileReadOnly = new(
        "J7.read-only", "Creating, removing or renaming on a procfs fails with EROFS, whatever else is wrong.",
        "miscfs/procfs/procfs_vnops.c:procfs_lookup");
    public static readonly Rule PlaceRemoved = new(
        "J8.place-removed", "Creating a name in a removed directory fails with ENOENT.",
        "ufs/ufs/ufs_lookup.c:ufs_lookup");
    public static readonly Rule PlaceDenied = new(
        "J8.place-denied", "Creating or removing a name fails with EACCES without write access to the directory.",
        "ufs/ufs/ufs_lookup.c:ufs_lookup");
    public static readonly Rule PlaceSlash = new(
        "J8.place-slash", "Creating anything but a directory by a path with trailing slashes fails with ENOENT.",
        "kern/vfs_lookup.c:lookup");
    public static readonly Rule RemoveSticky = new(
        "J4.remove-sticky",
        "Removing from a sticky directory fails with EPERM for all but the owner of the directory or of the "
        + "file, and the superuser.",
        "ufs/ufs/ufs_lookup.c:ufs_lookup");

    /// <summary>NAME_MAX.</summary>
    private const int MaxName = 255;

    /// <summary>Why a part means nothing, or not what is sought; else what it means.</summary>
    public static Denial? WhyNone(
        ref Hearing hearing, Search search, Node directory, Part part, out Place place)
    {
        place = default;
        if (part.Name.Length > MaxName)
        {
            return new Denial(Errno.ENAMETOOLONG, PathNameLong);
        }

        if (part.Name == "..")
        {
            directory = Floor(ref hearing, search.Caller, directory);
            if (IsTop(hearing.State.Tree, search.Caller, directory.Vnode))
            {
                // Nothing more is asked: no access, no name to take away.
                hearing.Use(PathStaysAtRoot);
                place = new Place(directory, part.Name, directory);
                return null;
            }
        }

        if (WhyUnsearchable(ref hearing, search, directory, part) is { } unsearchable)
        {
            return unsearchable;
        }

        Node? entry = Entry(hearing.State, search.Caller, directory, part.Name);
        place = new Place(directory, part.Name, entry is null ? null : Uncovered(ref hearing, search.Caller, entry));
        return entry is null ? WhyNotFree(ref hearing, search, directory, part)
            : part.IsLast && part.Name != "." ? WhyNotTaken(ref hearing, search, directory, entry)
            : null;
    }

    /// <summary>A procfs asks for no access, and keeps every name (miscfs/procfs/procfs_vnops.c:procfs_lookup).</summary>
    private static Denial? WhyUnsearchable(ref Hearing hearing, Search search, Node directory, Part part) =>
        hearing.State.Tree.IsOnProcfs(directory.Vnode)
            ? search.Purpose is Purpose.Remove or Purpose.Replace ? new Denial(Errno.EROFS, FileReadOnly)
            : !directory.IsDirectory && part.Name != "." ? new Denial(Errno.ENOTDIR, PathNotDirectory)
            : null
        : !directory.IsDirectory ? new Denial(Errno.ENOTDIR, PathNotDirectory)
        : !AccessRules.Allows(ref hearing, search.Caller, directory, AccessRules.Execute)
            ? new Denial(Errno.EACCES, PathDenied)
        : null;

    /// <summary>Why a name that is not there does not serve.</summary>
    private static Denial? WhyNotFree(ref Hearing hearing, Search search, Node directory, Part part) =>
        hearing.State.Tree.IsOnProcfs(directory.Vnode)
            ? search.Purpose == Purpose.Find ? new Denial(Errno.ENOENT, PathAbsent)
            : new Denial(Errno.EROFS, FileReadOnly)
        : !part.IsLast || search.Purpose is Purpose.Find or Purpose.Remove
            ? new Denial(Errno.ENOENT, PathAbsent)
        : directory.IsRemovedDirectory ? new Denial(Errno.ENOENT, PlaceRemoved)
        : !MayChange(ref hearing, search.Caller, directory)
            ? new Denial(Errno.EACCES, PlaceDenied)
        : part.SlashFollows && !search.IsForDirectory ? new Denial(Errno.ENOENT, PlaceSlash)
        : null;

    /// <summary>Why a name that is there, <c>..</c> among them, does not serve.</summary>
    private static Denial? WhyNotTaken(ref Hearing hearing, Search search, Node directory, Node entry) =>
        search.Purpose is not (Purpose.Remove or Purpose.Replace) ? null
        : !MayChange(ref hearing, search.Caller, directory)
            ? new Denial(Errno.EACCES, PlaceDenied)
        : search.Purpose == Purpose.Remove && AccessRules.Protects(ref hearing, search.Caller, directory, entry)
            ? new Denial(Errno.EPERM, RemoveSticky)
        : null;

    /// <summary>True where the caller may make and take away names in a directory.</summary>
    private static bool MayChange(ref Hearing hearing, Process caller, Node directory) =>
        AccessRules.Allows(ref hearing, caller, directory, AccessRules.Write);

    /// <summary>From the root of a file system <c>..</c> is that of the directory that it covers.</summary>
    private static Node Floor(ref Hearing hearing, Process caller, Node directory)
    {
        State state = hearing.State;
        Vnode vnode = directory.Vnode;
        while (vnode.IsRootOfFileSystem && !IsTop(state.Tree, caller, vnode))
        {
            hearing.Use(PathLeavesMount);
            vnode = state.Tree.FileSystemOf(vnode).Covered!.Value;
        }

        return vnode == directory.Vnode ? directory : state.Tree[vnode];
    }

    private static bool IsTop(FileTree tree, Process caller, Vnode directory) =>
        directory == caller.Root || directory == tree.Root;

    /// <summary>What a directory has under a name; null where that is nothing.</summary>
    private static Node? Entry(State state, Process caller, Node directory, string name)
    {
        Vnode here = directory.Vnode;
        Vnode? named = name switch
        {
            "." => here,
            ".." => state.Tree.Above(here),
            _ when state.Tree.IsOnProcfs(here) => Procfs.Named(state, caller, here, name),
            _ => directory.Entries.TryGetValue(name, out Vnode entry) ? entry : null,
        };
        return named is { } vnode ? Procfs.Find(state, caller, vnode) : null;
    }

    private static Node Uncovered(ref Hearing hearing, Process caller, Node node)
    {
        Vnode vnode = hearing.State.Tree.Uncovered(node.Vnode);
        if (vnode == node.Vnode)
        {
            return node;
        }

        hearing.Use(PathEntersMount);
        return Procfs.Find(hearing.State, caller, vnode)!;
    }
}
