using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>chdir(2), fchdir(2) and chroot(2).</summary>
internal sealed class RootCalls(
    Namei namei, Procfs procfs, ProcessDirectories processDirectories, OpenDirectories openDirectories)
{
    public Outcome ChDir(Process caller, string? path)
    {
        Errno error = namei.FindDirectory(caller, path, out Node directory);
        if (error == Errno.None)
        {
            processDirectories.SetDirectory(caller, directory);
        }

        return Replies.Of(error);
    }

    /// <summary>
    /// EINVAL for a socket, ENOTDIR, EPERM for a directory outside the caller's root (D11, J8, G4), EACCES as for the
    /// directory itself even if a file system is mounted on it.
    /// </summary>
    public Outcome FChDir(Process caller, OpenFile file)
    {
        if (file.Node is not { IsDirectory: true } node)
        {
            return Outcome.Failed(file.Socket is not null ? Errno.EINVAL : Errno.ENOTDIR);
        }

        Errno error = !Confinement.Contains(caller, node) ? Errno.EPERM
            : !procfs.Exists(node, caller.Credentials) ? Errno.ENOENT
            : Namei.CheckEntering(caller, node);
        if (error == Errno.None)
        {
            processDirectories.SetDirectory(caller, Mounts.CrossMounts(node));
        }

        return Replies.Of(error);
    }

    /// <summary>
    /// EPERM, then the errors of the path. The current directory is unchanged; if it is outside the new root, no path
    /// can be looked up from it.
    /// </summary>
    public Outcome ChRoot(Process caller, string? path)
    {
        Errno error = Privileges.Allows(caller.Credentials, Privilege.ChangeRoot)
            ? openDirectories.Check(caller)
            : Errno.EPERM;
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        error = namei.FindDirectory(caller, path, out Node directory);
        if (error == Errno.None)
        {
            processDirectories.SetRoot(caller, directory);
        }

        return Replies.Of(error);
    }
}
