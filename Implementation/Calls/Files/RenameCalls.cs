using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>rename(2): rename of vfs_syscalls.c, then ufs_rename.</summary>
internal sealed class RenameCalls(Namei namei, Directories directories)
{
    /// <summary>
    /// The errors of the first path, those of the second, of <see cref="CheckKinds"/>, then of <see cref="CheckMove"/>.
    /// </summary>
    public Outcome Rename(Process caller, string? path, string? newPath)
    {
        Errno error = namei.Find(caller, path, NameOperation.Delete, LookupOptions.None, out Lookup from);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        error = FindNew(caller, newPath, from.Node!.IsDirectory, out Lookup to);
        error = error == Errno.None ? CheckKinds(from, to) : error;
        if (error != Errno.None || IsSameName(from, to))
        {
            return Replies.Of(error);
        }

        error = CheckMove(caller, from, to);
        if (error == Errno.None)
        {
            Move(from, to);
        }

        return Replies.Of(error);
    }

    /// <summary>
    /// For a directory whose new path has no last component the error is EINVAL instead of the look-up's EISDIR.
    /// </summary>
    private Errno FindNew(Process caller, string? path, bool isDirectory, out Lookup to)
    {
        LookupOptions options = isDirectory ? LookupOptions.WillBeDirectory : LookupOptions.None;
        Errno error = namei.Find(caller, path, NameOperation.Rename, options, out to);
        return error == Errno.EISDIR && isDirectory ? Errno.EINVAL : error;
    }

    private static Errno CheckKinds(in Lookup from, in Lookup to)
    {
        bool isDirectory = from.Node!.IsDirectory;
        return to.Node is { } node && node.IsDirectory != isDirectory ? (isDirectory ? Errno.ENOTDIR : Errno.EISDIR)
            : ReferenceEquals(from.Node, to.Parent) && !IsSameName(from, to) ? Errno.EINVAL
            : Errno.None;
    }

    /// <summary>True if both paths name the same entry, so there is nothing to do.</summary>
    private static bool IsSameName(in Lookup from, in Lookup to) =>
        ReferenceEquals(from.Node, to.Node) && ReferenceEquals(from.Parent, to.Parent)
        && from.Component.In(from.Text).SequenceEqual(to.Component.In(to.Text));

    /// <summary>
    /// The checks of ufs_rename in its order: EXDEV; ENOENT if both paths name the same directory; EINVAL for "." and
    /// ".."; EACCES and EINVAL for a directory that changes its parent; EPERM and ENOTEMPTY for a node that is
    /// replaced.
    /// </summary>
    private static Errno CheckMove(Process caller, in Lookup from, in Lookup to)
    {
        Node node = from.Node!;
        FileSystem fileSystem = to.Parent!.FileSystem;
        bool staysOn = ReferenceEquals(node.FileSystem, fileSystem)
            && (to.Node is null || ReferenceEquals(to.Node.FileSystem, fileSystem));
        return !staysOn ? Errno.EXDEV
            : ReferenceEquals(node, to.Node) ? (node.IsDirectory ? Errno.ENOENT : Errno.None)
            : node.IsDirectory && CheckDirectory(caller, from, to) is var error and not Errno.None ? error
            : to.Node is { } replaced ? CheckReplaced(caller, to, replaced)
            : Errno.None;
    }

    private static Errno CheckDirectory(Process caller, in Lookup from, in Lookup to)
    {
        Node node = from.Node!;
        bool isMoved = !ReferenceEquals(from.Parent, to.Parent);
        return from.IsItsOwnParent || from.IsDotDot || to.IsDotDot ? Errno.EINVAL
            : isMoved && !Access.Allows(caller.Credentials, node, AccessModes.Write) ? Errno.EACCES
            : isMoved && IsAncestor(node, to.Parent) ? Errno.EINVAL
            : Errno.None;
    }

    /// <summary>"." of an empty directory cannot be replaced; FreeBSD would overwrite another entry (G7).</summary>
    private static Errno CheckReplaced(Process caller, in Lookup to, Node replaced) =>
        UfsLookup.IsProtected(caller.Credentials, to.Parent!, replaced) ? Errno.EPERM
        : replaced is { IsDirectory: true, Entries.IsEmpty: false } ? Errno.ENOTEMPTY
        : to.IsItsOwnParent ? Errno.EINVAL
        : Errno.None;

    /// <summary>True if moving the directory would put it into itself: ufs_checkpath.</summary>
    private static bool IsAncestor(Node directory, Node? other)
    {
        Node? node = other;
        while (node is not null && !ReferenceEquals(node, directory))
        {
            node = node.Parent;
        }

        return node is not null;
    }

    /// <summary>
    /// If both names refer to the same node, the first is removed; otherwise a node with the second name is replaced.
    /// </summary>
    private void Move(in Lookup from, in Lookup to)
    {
        if (ReferenceEquals(from.Node, to.Node))
        {
            directories.Remove(from.Parent!, from.Entry!);
            return;
        }

        if (to.Entry is { } replaced)
        {
            directories.Remove(to.Parent!, replaced);
        }

        Directories.Move(from.Parent!, from.Entry!, to.Parent!, to.Name);
    }
}
