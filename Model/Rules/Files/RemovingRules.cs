using Verify.Abi;

namespace Verify.Model;

/// <summary>unlink(2) and rmdir(2), each with its errors in the order in which they win.</summary>
internal static class RemovingRules
{
    /// <summary>kern/vfs_syscalls.c:unlink.</summary>
    public static Verdict Unlink(ref Hearing hearing, Process caller, string? path)
    {
        Denial? denial =
            Lookup.WhyNoPlace(ref hearing, new Search(caller, Purpose.Remove), path, out Place place) is { } absent
                ? absent
            : place.Node!.IsDirectory ? new Denial(Errno.EPERM, Rule.UnlinkDirectory)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(Without(hearing.State.Tree, place), Rule.UnlinkRemoves);
    }

    /// <summary>kern/vfs_syscalls.c:rmdir, ufs/ufs/ufs_vnops.c:ufs_rmdir.</summary>
    public static Verdict RmDir(ref Hearing hearing, Process caller, string? path)
    {
        Denial? denial =
            Lookup.WhyNoPlace(ref hearing, new Search(caller, Purpose.Remove), path, out Place place) is { } absent
                ? absent
            : !place.Node!.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.RmDirNotDirectory)
            : place.Node.Vnode == place.Parent!.Vnode ? new Denial(Errno.EINVAL, Rule.RmDirSelf)
            : place.Node.Vnode.IsRootOfFileSystem ? new Denial(Errno.EBUSY, Rule.RmDirMount)
            : !place.Node.Entries.IsEmpty ? new Denial(Errno.ENOTEMPTY, Rule.RmDirNotEmpty)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(Without(hearing.State.Tree, place), Rule.RmDirRemoves);
    }

    /// <summary>The tree without a name.</summary>
    public static FileTree Without(FileTree tree, Place place) => tree.Unnamed(place.Parent!.Vnode, place.Name);
}
