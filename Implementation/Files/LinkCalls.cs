using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>link(2) and unlink(2).</summary>
internal sealed class LinkCalls(Namei namei, Directories directories)
{
    public Outcome Link(Process caller, string? path, string? newPath)
    {
        Errno error = namei.Find(caller, path, out Node node);
        if (error == Errno.None && node.IsDirectory)
        {
            error = Errno.EPERM;
        }

        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        error = namei.Find(caller, newPath, LookupOptions.MayBeAbsent, out Lookup place);
        error = error == Errno.None ? LastPart.CheckMaking(caller, place, isDirectory: false) : error;
        if (error == Errno.None && !ReferenceEquals(node.FileSystem, place.Parent!.FileSystem))
        {
            error = Errno.EXDEV;
        }

        if (error == Errno.None)
        {
            directories.Enter(place.Parent!, place.Name, node);
        }

        return Replies.Of(error);
    }

    public Outcome Unlink(Process caller, string? path)
    {
        Errno error = namei.Find(caller, path, LookupOptions.None, out Lookup place);
        error = error == Errno.None ? LastPart.CheckRemoving(caller, place) : error;
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
