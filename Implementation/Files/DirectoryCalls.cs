using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>mkdir(2) and rmdir(2).</summary>
internal sealed class DirectoryCalls(Namei namei, NodeCreation creation, Directories directories)
{
    public Outcome MkDir(Process caller, string? path, int mode)
    {
        Errno error = namei.Find(caller, path, LookupOptions.MayBeAbsent, out Lookup place);
        error = error == Errno.None ? LastPart.CheckMaking(caller, place, isDirectory: true) : error;
        if (error == Errno.None)
        {
            int bits = ModeRules.OfDirectory(mode, caller.ModeMask);
            error = creation.Make(caller, place, FileModes.Directory | bits, out _);
        }

        return Replies.Of(error);
    }

    public Outcome RmDir(Process caller, string? path)
    {
        Errno error = namei.Find(caller, path, LookupOptions.None, out Lookup place);
        error = error == Errno.None ? LastPart.CheckRemoving(caller, place) : error;
        error = error == Errno.None ? CheckEmpty(place.Node!) : error;
        if (error == Errno.None)
        {
            directories.Remove(place.Parent!, place.Entry!);
        }

        return Replies.Of(error);
    }

    private static Errno CheckEmpty(Node node) =>
        !node.IsDirectory ? Errno.ENOTDIR
        : node.IsRoot ? Errno.EBUSY
        : !node.Entries.IsEmpty ? Errno.ENOTEMPTY
        : Errno.None;
}
