using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>rename(2): vfs_syscalls.c and ufs_rename.</summary>
internal sealed class RenameCalls(Namei namei, Directories directories)
{
    public Outcome Rename(Process caller, string? path, string? newPath)
    {
        Errno error = namei.Find(caller, path, LookupOptions.None, out Lookup from);
        error = error == Errno.None ? LastPart.CheckRemoving(caller, from) : error;
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        error = FindNew(caller, newPath, from.Node!.IsDirectory, out Lookup to);
        error = error == Errno.None ? CheckKinds(from, to) : error;
        if (error != Errno.None || ReferenceEquals(from.Node, to.Node))
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

    /// <summary>A name that is there will be removed; one that is not will be made.</summary>
    private Errno FindNew(Process caller, string? path, bool isDirectory, out Lookup to)
    {
        Errno error = namei.Find(caller, path, LookupOptions.MayBeAbsent, out to);
        return error != Errno.None ? error
            : to.Node is null ? LastPart.CheckMaking(caller, to, isDirectory)
            : LastPart.CheckRemoving(caller, to);
    }

    private static Errno CheckKinds(in Lookup from, in Lookup to)
    {
        bool isDirectory = from.Node!.IsDirectory;
        return to.Node is { } node && node.IsDirectory != isDirectory ? (isDirectory ? Errno.ENOTDIR : Errno.EISDIR)
            : ReferenceEquals(from.Node, to.Parent) ? Errno.EINVAL
            : Errno.None;
    }

    private static Errno CheckMove(Process caller, in Lookup from, in Lookup to)
    {
        Node node = from.Node!;
        FileSystem fileSystem = to.Parent!.FileSystem;
        bool staysOn = ReferenceEquals(node.FileSystem, fileSystem)
            && (to.Node is null || ReferenceEquals(to.Node.FileSystem, fileSystem));
        bool isMoved = node.IsDirectory && !ReferenceEquals(from.Parent, to.Parent);
        return !staysOn ? Errno.EXDEV
            : isMoved && !Access.Check(caller.Credentials, node, Rights.Write) ? Errno.EACCES
            : node.IsDirectory && LiesAbove(node, to.Parent) ? Errno.EINVAL
            : to.Node is { IsDirectory: true, Entries.IsEmpty: false } ? Errno.ENOTEMPTY
            : Errno.None;
    }

    /// <summary>A directory that went into itself would be lost: ufs_checkpath.</summary>
    private static bool LiesAbove(Node directory, Node other)
    {
        Node? node = other;
        while (node is not null && !ReferenceEquals(node, directory))
        {
            node = node.Parent;
        }

        return node is not null;
    }

    private void Move(in Lookup from, in Lookup to)
    {
        if (to.Entry is { } replaced)
        {
            directories.Remove(to.Parent!, replaced);
        }

        Directories.Move(from.Parent!, from.Entry!, to.Parent!, to.Name);
    }
}
