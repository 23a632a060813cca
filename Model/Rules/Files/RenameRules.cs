using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>rename(2): kern/vfs_syscalls.c:rename, then ufs/ufs/ufs_vnops.c:ufs_rename.</summary>
internal static class RenameRules
{
    public static readonly Rule RenameOntoFile = new(
        "J8.rename-onto-file", "rename of a directory onto something that is not a directory fails with ENOTDIR.",
        "kern/vfs_syscalls.c:rename");
    public static readonly Rule RenameOntoDirectory = new(
        "J8.rename-onto-directory", "rename of something other than a directory onto a directory fails with EISDIR.",
        "kern/vfs_syscalls.c:rename");
    public static readonly Rule RenameIntoItself = new(
        "J8.rename-into-itself", "rename of a directory into itself fails with EINVAL.", "kern/vfs_syscalls.c:rename");
    public static readonly Rule RenameSame = new(
        "J8.rename-same", "rename of one name of a file onto another name of the same file removes the first name.",
        "ufs/ufs/ufs_vnops.c:ufs_rename");
    public static readonly Rule RenameToItself = new(
        "J8.rename-to-itself", "rename of a name to itself changes nothing.", "kern/vfs_syscalls.c:rename");
    public static readonly Rule RenameSameDirectory = new(
        "J8.rename-same-directory", "rename of a directory onto itself under another name fails with ENOENT.",
        "ufs/ufs/ufs_vnops.c:ufs_rename");
    public static readonly Rule RenameDot = new(
        "J8.rename-dot", "rename of a directory named . or .., or to a new name .., fails with EINVAL.",
        "ufs/ufs/ufs_vnops.c:ufs_rename");
    public static readonly Rule RenameOntoStart = new(
        "J8.rename-onto-start", "rename of a directory to a path without components, such as /, fails with EINVAL.",
        "kern/vfs_syscalls.c:rename");
    public static readonly Rule RenameOntoDot = new(
        "G7.rename-onto-dot", "rename of a directory onto an empty directory named . fails with EINVAL.", "D23");
    public static readonly Rule RenameSticky = new(
        "J4.rename-sticky",
        "Replacing a file in a sticky directory fails with EPERM for all but the owner of the directory or of "
        + "the file, and the superuser.",
        "ufs/ufs/ufs_lookup.c:ufs_lookup");
    public static readonly Rule RenameElsewhere = new(
        "J8.rename-elsewhere", "rename across file systems fails with EXDEV.", "ufs/ufs/ufs_vnops.c:ufs_rename");
    public static readonly Rule RenameDenied = new(
        "J8.rename-denied",
        "rename of a directory to another parent fails with EACCES without write access to the directory itself.",
        "ufs/ufs/ufs_vnops.c:ufs_rename");
    public static readonly Rule RenameBeneathItself = new(
        "J8.rename-beneath-itself", "rename of a directory into its own subtree fails with EINVAL.",
        "ufs/ufs/ufs_lookup.c:ufs_checkpath");
    public static readonly Rule RenameNotEmpty = new(
        "J8.rename-not-empty", "rename onto a directory that is not empty fails with ENOTEMPTY.",
        "ufs/ufs/ufs_vnops.c:ufs_rename");
    public static readonly Rule RenameMoves = new(
        "J8.rename", "rename moves a name and replaces what the new name referred to.",
        "ufs/ufs/ufs_vnops.c:ufs_rename");

    public static Verdict Rename(ref CallCheck check, Process caller, Call.Rename call)
    {
        LookupResult to = default;
        var request = new LookupRequest(caller, LookupOperation.Delete);
        Denial? denial =
            LookupRules.LookupDenial(ref check, request, call.Path, out LookupResult from) is { } absent ? absent
            : TargetDenial(ref check, caller, call.NewPath, from.Node!, out to) is { } noTarget ? noTarget
            : TypeDenial(from.Node!, to.Node);
        return denial is { } why ? check.Fails(why)
            : IsSameName(from, to) ? check.Must(Outcome.Ok, check.State, RenameToItself)
            : MoveDenial(ref check, caller, from, to) is { } stays ? check.Fails(stays)
            : from.Node!.Vnode == to.Node?.Vnode
                ? check.Changes(RemovingRules.Without(check.State.Tree, from), RenameSame)
            : check.Changes(Moved(check.State.Tree, from, to), RenameMoves);
    }

    /// <summary>The denial of the new name; EINVAL if a directory is renamed to a path without components.</summary>
    private static Denial? TargetDenial(
        ref CallCheck check, Process caller, string? path, Node node, out LookupResult to)
    {
        var request = new LookupRequest(caller, LookupOperation.Rename, IsForDirectory: node.IsDirectory);
        Denial? denial = LookupRules.LookupDenial(ref check, request, path, out to);
        return denial is { Error: Errno.EISDIR } && node.IsDirectory
            ? new Denial(Errno.EINVAL, RenameOntoStart)
            : denial;
    }

    private static Denial? TypeDenial(Node node, Node? there) =>
        there is { IsDirectory: false } && node.IsDirectory ? new Denial(Errno.ENOTDIR, RenameOntoFile)
        : there is { IsDirectory: true } && !node.IsDirectory ? new Denial(Errno.EISDIR, RenameOntoDirectory)
        : null;

    private static bool IsSameName(LookupResult from, LookupResult to) =>
        from.Node!.Vnode == to.Node?.Vnode && from.Parent!.Vnode == to.Parent!.Vnode && from.Name == to.Name;

    private static Denial? MoveDenial(ref CallCheck check, Process caller, LookupResult from, LookupResult to)
    {
        Node node = from.Node!;
        Vnode parent = to.Parent!.Vnode;
        int fileSystem = node.Vnode.FileSystem;
        bool getsParent = node.IsDirectory && from.Parent!.Vnode != parent;
        return node.Vnode == parent ? new Denial(Errno.EINVAL, RenameIntoItself)
            : parent.FileSystem != fileSystem || (to.Node ?? node).Vnode.FileSystem != fileSystem
                ? new Denial(Errno.EXDEV, RenameElsewhere)
            : node.Vnode == to.Node?.Vnode
                ? node.IsDirectory ? new Denial(Errno.ENOENT, RenameSameDirectory) : null
            : node.IsDirectory && IsDot(from, to) ? new Denial(Errno.EINVAL, RenameDot)
            : getsParent && !AccessRules.Allows(ref check, caller, node, AccessRules.Write)
                ? new Denial(Errno.EACCES, RenameDenied)
            : getsParent && check.State.Tree.IsIn(parent, node.Vnode)
                ? new Denial(Errno.EINVAL, RenameBeneathItself)
            : to.Node is { } there && AccessRules.Protects(ref check, caller, to.Parent, there)
                ? new Denial(Errno.EPERM, RenameSticky)
            : to.Node is { Entries.IsEmpty: false } ? new Denial(Errno.ENOTEMPTY, RenameNotEmpty)
            : to.Node?.Vnode == parent ? new Denial(Errno.EINVAL, RenameOntoDot)
            : null;
    }

    /// <summary>True if a directory is renamed by the name . or .., or to the name ..</summary>
    private static bool IsDot(LookupResult from, LookupResult to) =>
        from.Name == "." || from.Node!.Vnode == from.Parent!.Vnode || from.Name == ".." || to.Name == "..";

    private static FileTree Moved(FileTree tree, LookupResult from, LookupResult to)
    {
        tree = to.Node is null ? tree : RemovingRules.Without(tree, to);
        return RemovingRules.Without(tree, from).Named(to.Parent!.Vnode, to.Name, from.Node!.Vnode);
    }
}
