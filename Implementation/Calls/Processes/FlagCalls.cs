using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// fcntl(2) with F_GETFL and F_SETFL: kern_descrip.c. ioctl(2) with FIONBIO: sys_generic.c. If the object refuses, its
/// error is returned, and the file has changed all the same.
/// </summary>
internal static class FlagCalls
{
    /// <summary>The flags of open(2), as a number. Sockets and the console are open for both directions.</summary>
    public static Outcome Get(OpenFile file)
    {
        OpenOptions access = file.Node is null ? OpenOptions.O_RDWR : file.Access switch
        {
            AccessModes.Read => OpenOptions.O_RDONLY,
            AccessModes.Write => OpenOptions.O_WRONLY,
            _ => OpenOptions.O_RDWR,
        };
        return Outcome.Returned((int)(access | file.Flags));
    }

    /// <summary>Replaces the status flags; the access mode and everything else in the argument is ignored.</summary>
    public static Outcome Set(OpenFile file, OpenOptions flags)
    {
        file.Flags = flags & OpenFile.StatusFlags;
        return Announce(file);
    }

    public static Outcome SetNonBlocking(OpenFile file, bool isNonBlocking)
    {
        file.Flags = isNonBlocking ? file.Flags | OpenOptions.O_NONBLOCK : file.Flags & ~OpenOptions.O_NONBLOCK;
        return Announce(file);
    }

    /// <summary>FIOASYNC, which is O_ASYNC.</summary>
    public static Outcome SetAsync(OpenFile file, bool isAsync)
    {
        file.Flags = isAsync ? file.Flags | OpenOptions.O_ASYNC : file.Flags & ~OpenOptions.O_ASYNC;
        return Announce(file);
    }

    /// <summary>SIOCATMARK, which only sockets have; urgent data never comes.</summary>
    public static Outcome GetAtMark(OpenFile file) =>
        file.Socket is not null ? Outcome.Returned(0) : OwnerCalls.NotASocket(file);

    /// <summary>FIONREAD of something other than a socket: the console has no input, and files no contents.</summary>
    public static Outcome GetReadable(OpenFile file) =>
        file.Node is null ? Outcome.Returned(0) : Outcome.Failed(Errno.EOPNOTSUPP);

    /// <summary>
    /// Tells the object whether calls may sleep: soo_ioctl, vn_ioctl. The null device refuses with ENODEV, and the node
    /// of a process that has ended with ENOTTY.
    /// </summary>
    private static Outcome Announce(OpenFile file)
    {
        if (file.Socket is { } socket)
        {
            socket.IsNonBlocking = (file.Flags & OpenOptions.O_NONBLOCK) != 0;
        }

        return Replies.Of(
            file.Node is not { } node ? Errno.None
            : node.IsDead ? Errno.ENOTTY
            : node.Type is FileModes.CharacterDevice or FileModes.BlockDevice ? Errno.ENODEV
            : Errno.None);
    }
}
