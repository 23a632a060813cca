using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>
/// open(2): vn_open of vfs_vnops.c. EINVAL, EMFILE, the errors of the path, EEXIST with O_EXCL, then those of
/// <see cref="CheckOpening"/>.
/// </summary>
internal sealed class OpenCalls(Namei namei, Procfs procfs, NodeCreation creation, FileTable files)
{
    /// <summary>The only device that exists.</summary>
    private const int NullDevice = 2;

    public Outcome Open(Process caller, Call.Open call)
    {
        if ((call.Options & OpenOptions.O_ACCMODE) == OpenOptions.O_ACCMODE)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (!caller.Descriptors.TryFindFree(caller.Limits.Soft, out int fd))
        {
            return Outcome.Failed(Errno.EMFILE);
        }

        AccessModes access = AccessFor(call.Options);
        Errno error = (call.Options & OpenOptions.O_CREAT) != 0
            ? FindOrMake(caller, call, access, out Node node)
            : Find(caller, call.Path, access, out node);
        if (error == Errno.None)
        {
            files.Open(caller.Descriptors, fd, node, access, call.Options & OpenFile.StatusFlags);
        }

        return Replies.Of(error, fd);
    }

    private static AccessModes AccessFor(OpenOptions options) => (options & OpenOptions.O_ACCMODE) switch
    {
        OpenOptions.O_RDONLY => AccessModes.Read,
        OpenOptions.O_WRONLY => AccessModes.Write,
        _ => AccessModes.Read | AccessModes.Write,
    };

    private Errno Find(Process caller, string? path, AccessModes access, out Node node)
    {
        Errno error = namei.Find(caller, path, out node);
        return error == Errno.None ? CheckOpening(caller, node, access) : error;
    }

    /// <summary>A newly created file is opened without further checks.</summary>
    private Errno FindOrMake(Process caller, Call.Open call, AccessModes access, out Node node)
    {
        bool isExclusive = (call.Options & OpenOptions.O_EXCL) != 0;
        LookupOptions options = isExclusive ? LookupOptions.None : LookupOptions.FollowLast;
        Errno error = namei.Find(caller, call.Path, NameOperation.Create, options, out Lookup place);
        node = place.Node!;
        return error != Errno.None ? error
            : place.Node is null ? Make(caller, place, call.Mode, out node)
            : isExclusive ? Errno.EEXIST
            : CheckOpening(caller, node, access);
    }

    private Errno Make(Process caller, in Lookup place, int wanted, out Node node)
    {
        int mode = NodeCreation.ModeFor(caller.Credentials, place, ModeRules.OfFile(wanted, caller.ModeMask));
        return creation.Make(caller, place, FileModes.Regular | mode, out node);
    }

    private Errno CheckOpening(Process caller, Node node, AccessModes access)
    {
        bool isDevice = node.Type is FileModes.CharacterDevice or FileModes.BlockDevice;
        bool writes = (access & AccessModes.Write) != 0;
        return node.Type == FileModes.Socket ? Errno.EOPNOTSUPP
            : writes && node.IsDirectory ? Errno.EISDIR
            : !MayOpen(caller.Credentials, node, access) ? Errno.EACCES
            : isDevice && node.Device != NullDevice ? Errno.ENXIO
            : node.Type == FileModes.Fifo ? Errno.EAGAIN
            : Errno.None;
    }

    private bool MayOpen(in Credentials caller, Node node, AccessModes access) =>
        node.IsSynthetic ? procfs.Allows(caller, node, access) : Access.Allows(caller, node, access);
}
