using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>mount(2) and unmount(2): vfs_syscalls.c.</summary>
internal sealed class MountCalls(Namei namei, NodeTable nodes, Mounts mounts, ProcessDirectories processDirectories)
{
    /// <summary>EPERM, the errors of the path, then those of <see cref="CheckCovering"/>.</summary>
    public Outcome Mount(Process caller, string type, string? path)
    {
        if (!Privileges.Allows(caller.Credentials, Privilege.Mount))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        FileSystemKind? kind = KindOf(type);
        Errno error = namei.Find(caller, path, out Node node);
        error = error == Errno.None ? CheckCovering(node, kind) : error;
        if (error == Errno.None)
        {
            FileSystem fileSystem = mounts.Add(kind!.Value, caller.Credentials.Uid, covered: node);
            processDirectories.MoveAll(node, fileSystem.Root);
        }

        return Replies.Of(error);
    }

    /// <summary>The errors of the path, then those of <see cref="CheckUncovering"/>.</summary>
    public Outcome Unmount(Process caller, string? path)
    {
        Errno error = namei.Find(caller, path, out Node node);
        error = error == Errno.None ? CheckUncovering(caller.Credentials, node) : error;
        if (error == Errno.None)
        {
            mounts.Remove(node.FileSystem);
        }

        return Replies.Of(error);
    }

    private static FileSystemKind? KindOf(string type) => type switch
    {
        "mfs" => FileSystemKind.Mfs,
        "procfs" => FileSystemKind.Procfs,
        _ => null,
    };

    /// <summary>
    /// The user who mounted a file system may unmount it, except in a prison, where the superuser has the same id as
    /// the host's but lacks the privilege (J4, D21).
    /// </summary>
    private static bool MayUnmount(in Credentials caller, FileSystem fileSystem) =>
        (caller.Uid == fileSystem.Owner && !caller.IsJailed) || Privileges.Allows(caller, Privilege.Unmount);

    private Errno CheckUncovering(in Credentials caller, Node node) =>
        !MayUnmount(caller, node.FileSystem) ? Errno.EPERM
        : node.FileSystem.Covered is null || !node.IsRoot ? Errno.EINVAL
        : mounts.IsInUse(node.FileSystem) ? Errno.EBUSY
        : Errno.None;

    /// <summary>
    /// A synthetic node is freed with its process and would take a file system mounted on it along (D22, G7).
    /// </summary>
    private Errno CheckCovering(Node node, FileSystemKind? kind) =>
        !node.IsDirectory ? Errno.ENOTDIR
        : kind is null ? Errno.ENODEV
        : node.IsSynthetic ? Errno.EBUSY
        : nodes.IsFull ? Errno.ENOSPC
        : Errno.None;
}
