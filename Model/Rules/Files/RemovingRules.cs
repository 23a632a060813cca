using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>unlink(2) and rmdir(2), errors in order of precedence.</summary>
internal static class RemovingRules
{
    public static readonly Rule UnlinkDirectory = new(
        "J8.unlink-directory", "unlink of a directory fails with EPERM.", "kern/vfs_syscalls.c:unlink");
    public static readonly Rule UnlinkRemoves = new(
        "J8.unlink", "unlink removes a name; the file is freed when it has no name and is not in use.",
        "ufs/ufs/ufs_vnops.c:ufs_remove");
    public static readonly Rule RmDirNotDirectory = new(
        "J8.rmdir-not-directory", "rmdir of something other than a directory fails with ENOTDIR.",
        "kern/vfs_syscalls.c:rmdir");
    public static readonly Rule RmDirSelf = new(
        "J8.rmdir-self", "rmdir of ., and of .. at the root, fails with EINVAL.", "kern/vfs_syscalls.c:rmdir");
    public static readonly Rule RmDirMount = new(
        "J8.rmdir-mount", "rmdir of the root of a mounted file system fails with EBUSY.", "kern/vfs_syscalls.c:rmdir");
    public static readonly Rule RmDirNotEmpty = new(
        "J8.rmdir-not-empty", "rmdir of a directory that is not empty fails with ENOTEMPTY.",
        "ufs/ufs/ufs_vnops.c:ufs_rmdir");
    public static readonly Rule RmDirRemoves = new(
        "J8.rmdir",
        "rmdir removes an empty directory; processes whose current directory it is stay there, but outside the tree.",
        "ufs/ufs/ufs_vnops.c:ufs_rmdir");

    /// <summary>kern/vfs_syscalls.c:unlink.</summary>
    public static Verdict Unlink(ref CallCheck check, Process caller, string? path)
    {
        var request = new LookupRequest(caller, LookupOperation.Delete);
        Denial? denial =
            LookupRules.LookupDenial(ref check, request, path, out LookupResult found) is { } absent ? absent
            : found.Node!.IsDirectory ? new Denial(Errno.EPERM, UnlinkDirectory)
            : null;
        return denial is { } why
            ? check.Fails(why)
            : check.Changes(Without(check.State.Tree, found), UnlinkRemoves);
    }

    /// <summary>kern/vfs_syscalls.c:rmdir, ufs/ufs/ufs_vnops.c:ufs_rmdir.</summary>
    public static Verdict RmDir(ref CallCheck check, Process caller, string? path)
    {
        var request = new LookupRequest(caller, LookupOperation.Delete);
        Denial? denial =
            LookupRules.LookupDenial(ref check, request, path, out LookupResult found) is { } absent ? absent
            : !found.Node!.IsDirectory ? new Denial(Errno.ENOTDIR, RmDirNotDirectory)
            : found.Node.Vnode == found.Parent!.Vnode ? new Denial(Errno.EINVAL, RmDirSelf)
            : found.Node.Vnode.IsRootOfFileSystem ? new Denial(Errno.EBUSY, RmDirMount)
            : !found.Node.Entries.IsEmpty ? new Denial(Errno.ENOTEMPTY, RmDirNotEmpty)
            : null;
        return denial is { } why
            ? check.Fails(why)
            : check.Changes(Without(check.State.Tree, found), RmDirRemoves);
    }

    /// <summary>The tree without a name.</summary>
    public static FileTree Without(FileTree tree, LookupResult found) => tree.Unnamed(found.Parent!.Vnode, found.Name);
}
