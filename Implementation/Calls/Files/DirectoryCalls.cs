using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>mkdir(2) and rmdir(2): vfs_syscalls.c, ufs_mkdir and ufs_rmdir.</summary>
internal sealed class DirectoryCalls(Namei namei, NodeCreation creation, Directories directories)
{
    public Outcome MkDir(Process caller, string? path, int mode)
    {
        Errno error = creation.FindPlace(caller, path, LookupOptions.WillBeDirectory, out Lookup place);
        if (error == Errno.None)
        {
            int bits = ModeRules.OfDirectory(mode, caller.ModeMask);
            error = creation.Make(caller, place, FileModes.Directory | bits, out _);
        }

        return Replies.Of(error);
    }

    public Outcome RmDir(Process caller, string? path)
    {
        Errno error = namei.Find(caller, path, NameOperation.Delete, LookupOptions.None, out Lookup place);
        error = error == Errno.None ? CheckRemoving(place) : error;
        if (error == Errno.None)
        {
            directories.Remove(place.Parent!, place.Entry!);
        }

        return Replies.Of(error);
    }

    /// <summary>ENOTEMPTY for "..": the directory contains at least the one in which ".." was looked up.</summary>
    private static Errno CheckRemoving(in Lookup place) =>
        !place.Node!.IsDirectory ? Errno.ENOTDIR
        : place.IsItsOwnParent ? Errno.EINVAL
        : place.Node.IsRoot ? Errno.EBUSY
        : !place.Node.Entries.IsEmpty ? Errno.ENOTEMPTY
        : Errno.None;
}
