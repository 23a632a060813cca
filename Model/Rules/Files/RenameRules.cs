using Verify.Abi;

namespace Verify.Model;

/// <summary>rename(2), in the order in which its errors win.</summary>
internal static class RenameRules
{
    public static Verdict Rename(ref Hearing hearing, Process caller, Call.Rename call)
    {
        if (RemovingRules.WhyNoName(ref hearing, caller, call.Path, out Place from) is { } noName)
        {
            return hearing.Fails(noName);
        }

        if ((WhyNoPlace(ref hearing, caller, call.NewPath, from.Node!, out Place to)
            ?? WhyUnlike(from.Node!, to)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        if (from.Node!.Vnode == to.Node?.Vnode)
        {
            return hearing.Must(Outcome.Ok, hearing.State, Rule.RenameSame);
        }

        return WhyUnmovable(ref hearing, caller, from, to) is { } stays
            ? hearing.Fails(stays)
            : hearing.Changes(Moved(hearing.State.Tree, from, to), Rule.RenameMoves);
    }

    /// <summary>Where the new name is there, it is removed; else it is made.</summary>
    private static Denial? WhyNoPlace(
        ref Hearing hearing, Process caller, string? path, Node node, out Place place) =>
        Lookup.WhyNoPlace(ref hearing, caller, path, false, out place)
        ?? MakingRules.WhyNoPart(place)
        ?? (place.Node is null
            ? MakingRules.WhyUnmakable(ref hearing, caller, place, node.IsDirectory)
            : RemovingRules.WhyUnremovable(ref hearing, caller, place));

    private static Denial? WhyUnlike(Node node, Place to) =>
        to.Node is { IsDirectory: false } && node.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.RenameOntoFile)
        : to.Node is { IsDirectory: true } && !node.IsDirectory
            ? new Denial(Errno.EISDIR, Rule.RenameOntoDirectory)
        : node.Vnode == to.Parent!.Vnode ? new Denial(Errno.EINVAL, Rule.RenameIntoItself)
        : null;

    private static Denial? WhyUnmovable(ref Hearing hearing, Process caller, Place from, Place to)
    {
        Node node = from.Node!;
        Vnode parent = to.Parent!.Vnode;
        int fileSystem = node.Vnode.FileSystem;
        if (parent.FileSystem != fileSystem || (to.Node ?? node).Vnode.FileSystem != fileSystem)
        {
            return new Denial(Errno.EXDEV, Rule.RenameElsewhere);
        }

        return !node.IsDirectory ? null
            : from.Parent!.Vnode != parent && !AccessRules.Allows(ref hearing, caller, node, AccessRules.Write)
                ? new Denial(Errno.EACCES, Rule.RenameDenied)
            : hearing.State.Tree.IsBeneath(parent, node.Vnode)
                ? new Denial(Errno.EINVAL, Rule.RenameBeneathItself)
            : to.Node is { Entries.IsEmpty: false } ? new Denial(Errno.ENOTEMPTY, Rule.RenameNotEmpty)
            : null;
    }

    private static FileTree Moved(FileTree tree, Place from, Place to)
    {
        tree = to.Node is null ? tree : RemovingRules.Without(tree, to);
        return RemovingRules.Without(tree, from).Named(to.Parent!.Vnode, to.Name, from.Node!.Vnode);
    }
}
