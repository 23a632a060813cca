using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>link(2) and unlink(2): vfs_syscalls.c, ufs_link and ufs_remove.</summary>
internal sealed class LinkCalls(Namei namei, Directories directories)
{
    /// <summary>
    /// The errors of the first path, EPERM for a directory, the errors of the second path, EEXIST, EXDEV.
    /// </summary>
    public Outcome Link(Process caller, string? path, string? newPath)
    {
        Errno error = namei.Find(caller, path, out Node node);
        if (error != Errno.None || node.IsDirectory)
        {
            return Outcome.Failed(error == Errno.None ? Errno.EPERM : error);
        }

        error = namei.Find(caller, newPath, NameOperation.Create, LookupOptions.None, out Lookup place);
        if (error == Errno.None)
        {
            error = place.Node is not null ? Errno.EEXIST
                : !ReferenceEquals(node.FileSystem, place.Parent!.FileSystem) ? Errno.EXDEV
                : Errno.None;
        }

        if (error == Errno.None)
        {
            directories.Enter(place.Parent!, place.Name, node);
        }

        return Replies.Of(error);
    }

    /// <summary>The errors of the path, then EPERM for a directory under any name.</summary>
    public Outcome Unlink(Process caller, string? path)
    {
        Errno error = namei.Find(caller, path, NameOperation.Delete, LookupOptions.None, out Lookup place);
        if (error == Errno.None && place.Node!.IsDirectory)
        {
            error = Errno.EPERM;
        }

        if (error == Errno.None)
        {
            directories.Remove(place.Parent!, place.Entry!);
        }

        return Replies.Of(error);
    }
}
