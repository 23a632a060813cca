using Verify.Abi;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>mount(2) and unmount(2).</summary>
internal sealed class MountCalls(Namei namei, NodeTable nodes, Mounts mounts, Places places)
{
    public Outcome Mount(Process caller, string type, string? path)
    {
        if (!Privileges.Check(caller.Credentials, Privilege.Mount))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        FileSystemKind? kind = KindOf(type);
        Errno error = namei.Find(caller, path, out Node node);
        error = error == Errno.None ? CheckCovering(node, kind) : error;
        if (error == Errno.None)
        {
            FileSystem fileSystem = mounts.Add(kind!.Value, covered: node);
            places.MoveAll(node, fileSystem.Root);
        }

        return Replies.Of(error);
    }

    public Outcome Unmount(Process caller, string? path)
    {
        if (!Privileges.Check(caller.Credentials, Privilege.Unmount))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Errno error = namei.Find(caller, path, out Node node);
        error = error == Errno.None ? CheckUncovering(node) : error;
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

    private static Errno CheckUncovering(Node node) =>
        !node.IsRoot || node.FileSystem.Covered is null ? Errno.EINVAL
        : Mounts.IsInUse(node.FileSystem) ? Errno.EBUSY
        : Errno.None;

    private Errno CheckCovering(Node node, FileSystemKind? kind) =>
        !node.IsDirectory ? Errno.ENOTDIR
        : node.LinkCount == 0 ? Errno.ENOENT
        : node.IsRoot || node.IsMadeUp ? Errno.EBUSY
        : kind is null ? Errno.ENODEV
        : nodes.IsFull ? Errno.ENOSPC
        : Errno.None;
}
