using Verify.Abi;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>chdir(2), fchdir(2) and chroot(2).</summary>
internal sealed class RootCalls(Namei namei, Procfs procfs, Places places)
{
    public Outcome ChDir(Process caller, string? path)
    {
        Errno error = namei.FindDirectory(caller, path, out Node directory);
        if (error == Errno.None)
        {
            places.SetDirectory(caller, directory);
        }

        return Replies.Of(error);
    }

    /// <summary>A directory from outside the caller's root is no way out (J8, G4).</summary>
    public Outcome FChDir(Process caller, OpenFile file)
    {
        if (file.Node is not { IsDirectory: true } node)
        {
            return Outcome.Failed(file.Socket is not null ? Errno.EINVAL : Errno.ENOTDIR);
        }

        Node directory = node.CoveredBy?.Root ?? node;
        Errno error = !Confinement.Contains(caller, node) ? Errno.EPERM
            : !procfs.IsThere(node, caller.Credentials) ? Errno.ENOENT
            : Namei.CheckEntering(caller, directory);
        if (error == Errno.None)
        {
            places.SetDirectory(caller, directory);
        }

        return Replies.Of(error);
    }

    /// <summary>The current directory stays: from outside the new root it leads nowhere.</summary>
    public Outcome ChRoot(Process caller, string? path)
    {
        if (!Privileges.Check(caller.Credentials, Privilege.ChangeRoot))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Errno error = namei.FindDirectory(caller, path, out Node directory);
        if (error == Errno.None)
        {
            places.SetRoot(caller, directory);
        }

        return Replies.Of(error);
    }
}
