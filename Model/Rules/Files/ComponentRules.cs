using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// The lookup of one path component in a directory, errors in order of precedence: kern/vfs_lookup.c:lookup, then
/// kern/vfs_cache.c:vfs_cache_lookup and ufs/ufs/ufs_lookup.c:ufs_lookup.
/// </summary>
internal static class ComponentRules
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

    /// <summary>The denial of a component, or the result.</summary>
    public static Denial? ComponentDenial(
        ref CallCheck check, LookupRequest request, Node directory, PathComponent component, out LookupResult found)
    {
        found = default;
        if (component.Name.Length > MaxName)
        {
            return new Denial(Errno.ENAMETOOLONG, PathNameLong);
        }

        if (component.Name == "..")
        {
            directory = Floor(ref check, request.Caller, directory);
            if (IsTop(check.State.Tree, request.Caller, directory.Vnode))
            {
                // Neither access nor the operation is checked.
                check.Use(PathStaysAtRoot);
                found = new LookupResult(directory, component.Name, directory);
                return null;
            }
        }

        if (SearchDenial(ref check, request, directory, component) is { } unsearchable)
        {
            return unsearchable;
        }

        Node? entry = Entry(check.State, request.Caller, directory, component.Name);
        Node? node = entry is null ? null : Uncovered(ref check, request.Caller, entry);
        found = new LookupResult(directory, component.Name, node);
        return entry is null ? AbsenceDenial(ref check, request, directory, component)
            : component.IsLast && component.Name != "." ? EntryDenial(ref check, request, directory, entry)
            : null;
    }

    /// <summary>
    /// The denial of a search. A procfs checks no access and keeps every name
    /// (miscfs/procfs/procfs_vnops.c:procfs_lookup).
    /// </summary>
    private static Denial? SearchDenial(
        ref CallCheck check, LookupRequest request, Node directory, PathComponent component) =>
        check.State.Tree.IsOnProcfs(directory.Vnode)
            ? request.Operation is LookupOperation.Delete or LookupOperation.Rename
                ? new Denial(Errno.EROFS, FileReadOnly)
            : !directory.IsDirectory && component.Name != "." ? new Denial(Errno.ENOTDIR, PathNotDirectory)
            : null
        : !directory.IsDirectory ? new Denial(Errno.ENOTDIR, PathNotDirectory)
        : !AccessRules.Allows(ref check, request.Caller, directory, AccessRules.Execute)
            ? new Denial(Errno.EACCES, PathDenied)
        : null;

    /// <summary>The denial if the name does not exist.</summary>
    private static Denial? AbsenceDenial(
        ref CallCheck check, LookupRequest request, Node directory, PathComponent component) =>
        check.State.Tree.IsOnProcfs(directory.Vnode)
            ? request.Operation == LookupOperation.Find ? new Denial(Errno.ENOENT, PathAbsent)
            : new Denial(Errno.EROFS, FileReadOnly)
        : !component.IsLast || request.Operation is LookupOperation.Find or LookupOperation.Delete
            ? new Denial(Errno.ENOENT, PathAbsent)
        : directory.IsRemovedDirectory ? new Denial(Errno.ENOENT, PlaceRemoved)
        : !MayChange(ref check, request.Caller, directory)
            ? new Denial(Errno.EACCES, PlaceDenied)
        : component.SlashFollows && !request.IsForDirectory ? new Denial(Errno.ENOENT, PlaceSlash)
        : null;

    /// <summary>The denial if the name exists, such as <c>..</c>.</summary>
    private static Denial? EntryDenial(ref CallCheck check, LookupRequest request, Node directory, Node entry) =>
        request.Operation is not (LookupOperation.Delete or LookupOperation.Rename) ? null
        : !MayChange(ref check, request.Caller, directory)
            ? new Denial(Errno.EACCES, PlaceDenied)
        : request.Operation == LookupOperation.Delete
            && AccessRules.Protects(ref check, request.Caller, directory, entry)
            ? new Denial(Errno.EPERM, RemoveSticky)
        : null;

    /// <summary>True if the caller may create and remove names in a directory.</summary>
    private static bool MayChange(ref CallCheck check, Process caller, Node directory) =>
        AccessRules.Allows(ref check, caller, directory, AccessRules.Write);

    /// <summary>At the root of a mounted file system <c>..</c> is looked up in the directory that it covers.</summary>
    private static Node Floor(ref CallCheck check, Process caller, Node directory)
    {
        State state = check.State;
        Vnode vnode = directory.Vnode;
        while (vnode.IsRootOfFileSystem && !IsTop(state.Tree, caller, vnode))
        {
            check.Use(PathLeavesMount);
            vnode = state.Tree.FileSystemOf(vnode).Covered!.Value;
        }

        return vnode == directory.Vnode ? directory : state.Tree[vnode];
    }

    private static bool IsTop(FileTree tree, Process caller, Vnode directory) =>
        directory == caller.Root || directory == tree.Root;

    /// <summary>The entry of a directory under a name; null if there is none.</summary>
    private static Node? Entry(State state, Process caller, Node directory, string name)
    {
        Vnode here = directory.Vnode;
        Vnode? named = name switch
        {
            "." => here,
            ".." => state.Tree.Above(here),
            _ when state.Tree.IsOnProcfs(here) => ProcfsRules.Named(state, caller, here, name),
            _ => directory.Entries.TryGetValue(name, out Vnode entry) ? entry : null,
        };
        return named is { } vnode ? ProcfsRules.Find(state, caller, vnode) : null;
    }

    private static Node Uncovered(ref CallCheck check, Process caller, Node node)
    {
        Vnode vnode = check.State.Tree.Uncovered(node.Vnode);
        if (vnode == node.Vnode)
        {
            return node;
        }

        check.Use(PathEntersMount);
        return ProcfsRules.Find(check.State, caller, vnode)!;
    }
}
