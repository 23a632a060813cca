using Verify.Abi;

namespace Verify.Model;

/// <summary>rename(2): kern/vfs_syscalls.c:rename, then ufs/ufs/ufs_vnops.c:ufs_rename.</summary>
internal static class RenameRules
{
    public static Verdict Rename(ref Hearing hearing, Process caller, Call.Rename call)
    {
        Place to = default;
        Denial? denial =
            Lookup.WhyNoPlace(ref hearing, new Search(caller, Purpose.Remove), call.Path, out Place from)
                is { } absent
                ? absent
            : WhyNoTarget(ref hearing, caller, call.NewPath, from.Node!, out to) is { } noTarget ? noTarget
            : WhyUnlike(from.Node!, to.Node);
        return denial is { } why ? hearing.Fails(why)
            : IsSameName(from, to) ? hearing.Must(Outcome.Ok, hearing.State, Rule.RenameToItself)
            : WhyUnmovable(ref hearing, caller, from, to) is { } stays ? hearing.Fails(stays)
            : from.Node!.Vnode == to.Node?.Vnode
                ? hearing.Changes(RemovingRules.Without(hearing.State.Tree, from), Rule.RenameSame)
            : hearing.Changes(Moved(hearing.State.Tree, from, to), Rule.RenameMoves);
    }

    /// <summary>The new place; a path without parts is EINVAL for a directory.</summary>
    private static Denial? WhyNoTarget(
        ref Hearing hearing, Process caller, string? path, Node node, out Place to)
    {
        var search = new Search(caller, Purpose.Replace, IsForDirectory: node.IsDirectory);
        Denial? denial = Lookup.WhyNoPlace(ref hearing, search, path, out to);
        return denial is { Error: Errno.EISDIR } && node.IsDirectory
            ? new Denial(Errno.EINVAL, Rule.RenameOntoStart)
            : denial;
    }

    private static Denial? WhyUnlike(Node node, Node? there) =>
        there is { IsDirectory: false } && node.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.RenameOntoFile)
        : there is { IsDirectory: true } && !node.IsDirectory ? new Denial(Errno.EISDIR, Rule.RenameOntoDirectory)
        : null;

    private static bool IsSameName(Place from, Place to) =>
        from.Node!.Vnode == to.Node?.Vnode && from.Parent!.Vnode == to.Parent!.Vnode && from.Name == to.Name;

    private static Denial? WhyUnmovable(ref Hearing hearing, Process caller, Place from, Place to)
    {
        Node node = from.Node!;
        Vnode parent = to.Parent!.Vnode;
        int fileSystem = node.Vnode.FileSystem;
        bool getsParent = node.IsDirectory && from.Parent!.Vnode != parent;
        return node.Vnode == parent ? new Denial(Errno.EINVAL, Rule.RenameIntoItself)
            : parent.FileSystem != fileSystem || (to.Node ?? node).Vnode.FileSystem != fileSystem
                ? new Denial(Errno.EXDEV, Rule.RenameElsewhere)
            : node.Vnode == to.Node?.Vnode
                ? node.IsDirectory ? new Denial(Errno.ENOENT, Rule.RenameSameDirectory) : null
            : node.IsDirectory && IsDot(from, to) ? new Denial(Errno.EINVAL, Rule.RenameDot)
            : getsParent && !AccessRules.Allows(ref hearing, caller, node, AccessRules.Write)
                ? new Denial(Errno.EACCES, Rule.RenameDenied)
            : getsParent && hearing.State.Tree.IsIn(parent, node.Vnode)
                ? new Denial(Errno.EINVAL, Rule.RenameBeneathItself)
            : to.Node is { } there && AccessRules.Protects(ref hearing, caller, to.Parent, there)
                ? new Denial(Errno.EPERM, Rule.RenameSticky)
            : to.Node is { Entries.IsEmpty: false } ? new Denial(Errno.ENOTEMPTY, Rule.RenameNotEmpty)
            : to.Node?.Vnode == parent ? new Denial(Errno.EINVAL, Rule.RenameOntoDot)
            : null;
    }

    /// <summary>True where a directory is named from inside, or from its root, or to be put there.</summary>
    private static bool IsDot(Place from, Place to) =>
        from.Name == "." || from.Node!.Vnode == from.Parent!.Vnode || from.Name == ".." || to.Name == "..";

    private static FileTree Moved(FileTree tree, Place from, Place to)
    {
        tree = to.Node is null ? tree : RemovingRules.Without(tree, to);
        return RemovingRules.Without(tree, from).Named(to.Parent!.Vnode, to.Name, from.Node!.Vnode);
    }
}
