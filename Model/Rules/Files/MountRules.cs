using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>mount(2) and unmount(2), errors in order of precedence.</summary>
internal static class MountRules
{
    public static readonly Rule MountDenied = new(
        "J4.mount-denied", "mount fails with EPERM for all but the superuser outside any prison.",
        "kern/vfs_syscalls.c:mount");
    public static readonly Rule MountNotDirectory = new(
        "J4.mount-not-directory", "mount on something other than a directory fails with ENOTDIR.",
        "kern/vfs_syscalls.c:mount");
    public static readonly Rule MountInProcfs = new(
        "J7.mount-in-procfs", "mount below the root of a procfs fails with EBUSY.", "D22");
    public static readonly Rule MountNoType = new(
        "J4.mount-no-type", "mount of an unknown file system type fails with ENODEV.", "kern/vfs_syscalls.c:mount");
    public static readonly Rule MountMoves = new(
        "J8.mount-moves",
        "mount moves processes whose root or current directory is covered to the root of the new file system.",
        "kern/vfs_syscalls.c:checkdirs");
    public static readonly Rule MountCovers = new(
        "J4.mount", "mount covers a directory with a new file system.", "kern/vfs_syscalls.c:mount");
    public static readonly Rule UnmountDenied = new(
        "J4.unmount-denied",
        "unmount of a file system that another user mounted fails with EPERM for all but the superuser.",
        "kern/vfs_syscalls.c:unmount");
    public static readonly Rule UnmountInPrison = new(
        "J4.unmount-in-prison", "unmount in a prison fails with EPERM, whoever mounted the file system.", "D21");
    public static readonly Rule UnmountRoot = new(
        "J4.unmount-root", "unmount of the root file system fails with EINVAL.", "kern/vfs_syscalls.c:unmount");
    public static readonly Rule UnmountNotMounted = new(
        "J4.unmount-not-mounted",
        "unmount of a directory that is not the root of a mounted file system fails with EINVAL.",
        "kern/vfs_syscalls.c:unmount");
    public static readonly Rule UnmountBusy = new(
        "J4.unmount-busy", "unmount of a file system in use fails with EBUSY.", "kern/vfs_subr.c:vflush");
    public static readonly Rule UnmountRemoves = new(
        "J4.unmount", "unmount removes a file system with all its files.", "kern/vfs_syscalls.c:dounmount");

    private static readonly int ProcfsRootMode = FileModes.Directory | Octal.Mode("0555");

    /// <summary>
    /// kern/vfs_syscalls.c:mount. Any directory can be covered, including a mounted root and the system's.
    /// </summary>
    public static Verdict Mount(ref CallCheck check, Process caller, Call.Mount call)
    {
        FileSystemType? type = TypeOf(call.Type);
        Node covered = null!;
        Denial? denial =
            !check.Grants(caller, Privilege.Mount) ? new Denial(Errno.EPERM, MountDenied)
            : LookupRules.NodeDenial(ref check, caller, call.Path, out covered) is { } absent ? absent
            : !covered.IsDirectory ? new Denial(Errno.ENOTDIR, MountNotDirectory)
            : type is null ? new Denial(Errno.ENODEV, MountNoType)
            : covered.Vnode.IsOfProcess ? new Denial(Errno.EBUSY, MountInProcfs)
            : MakingRules.NodesDenial(check.State);
        return denial is { } why
            ? check.Fails(why)
            : check.Must(
                Outcome.Ok, Mounted(ref check, caller, type!.Value, covered.Vnode), MountCovers);
    }

    /// <summary>kern/vfs_syscalls.c:unmount, dounmount.</summary>
    public static Verdict Unmount(ref CallCheck check, Process caller, string? path)
    {
        if (LookupRules.NodeDenial(ref check, caller, path, out Node root) is { } absent)
        {
            return check.Fails(absent);
        }

        FileTree tree = check.State.Tree;
        int fileSystem = root.Vnode.FileSystem;
        Denial? denial =
            caller.Prison is not null ? new Denial(Errno.EPERM, UnmountInPrison)
            : tree.FileSystemOf(root.Vnode).Owner != caller.Uid && !check.Grants(caller, Privilege.Unmount)
                ? new Denial(Errno.EPERM, UnmountDenied)
            : fileSystem == Vnode.Root.FileSystem ? new Denial(Errno.EINVAL, UnmountRoot)
            : !root.Vnode.IsRootOfFileSystem ? new Denial(Errno.EINVAL, UnmountNotMounted)
            : check.State.IsInUse(fileSystem) ? new Denial(Errno.EBUSY, UnmountBusy)
            : null;
        return denial is { } why
            ? check.Fails(why)
            : check.Changes(tree.Without(fileSystem), UnmountRemoves);
    }

    private static FileSystemType? TypeOf(string name) => name switch
    {
        "mfs" => FileSystemType.Mfs,
        "procfs" => FileSystemType.Procfs,
        _ => null,
    };

    /// <summary>Processes whose root or current directory is covered move to the new file system (checkdirs).</summary>
    private static State Mounted(ref CallCheck check, Process caller, FileSystemType type, Vnode covered)
    {
        State state = check.State;
        int number = state.Tree.LastNode + 1;
        var root = new Node
        {
            Vnode = new Vnode(number, number),
            Mode = type == FileSystemType.Procfs ? ProcfsRootMode : BootTree.RootMode,
        };
        var mounted = new FileSystem(number, type, covered) { Owner = caller.Uid };
        state = state with { Tree = state.Tree.WithNew(root).Mounted(mounted) };
        foreach (Process process in state.Processes)
        {
            if (process.Root == covered || process.Directory == covered)
            {
                check.Use(MountMoves);
                state = state.With(process with
                {
                    Root = state.Tree.Uncovered(process.Root),
                    Directory = state.Tree.Uncovered(process.Directory),
                });
            }
        }

        return state;
    }
}
