using Verify.Abi;

namespace Verify.Model;

/// <summary>mount(2) and unmount(2), each with its errors in the order in which they win.</summary>
internal static class MountRules
{
    private const int ProcfsRootMode = FileModes.Directory | 0x16d;

    /// <summary>kern/vfs_syscalls.c:mount. What is covered may be a mount's root, and the root of all.</summary>
    public static Verdict Mount(ref Hearing hearing, Process caller, Call.Mount call)
    {
        FileSystemType? type = TypeOf(call.Type);
        Node covered = null!;
        Denial? denial =
            !hearing.Grants(caller, Privilege.Mount) ? new Denial(Errno.EPERM, Rule.MountDenied)
            : Lookup.WhyNone(ref hearing, caller, call.Path, out covered) is { } absent ? absent
            : !covered.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.MountNotDirectory)
            : type is null ? new Denial(Errno.ENODEV, Rule.MountNoType)
            : covered.Vnode.IsOfProcess ? new Denial(Errno.EBUSY, Rule.MountInProcfs)
            : MakingRules.WhyFull(hearing.State);
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Must(
                Outcome.Ok, Mounted(ref hearing, caller, type!.Value, covered.Vnode), Rule.MountCovers);
    }

    /// <summary>kern/vfs_syscalls.c:unmount, dounmount.</summary>
    public static Verdict Unmount(ref Hearing hearing, Process caller, string? path)
    {
        if (Lookup.WhyNone(ref hearing, caller, path, out Node root) is { } absent)
        {
            return hearing.Fails(absent);
        }

        FileTree tree = hearing.State.Tree;
        int fileSystem = root.Vnode.FileSystem;
        Denial? denial =
            caller.Prison is not null ? new Denial(Errno.EPERM, Rule.UnmountInPrison)
            : tree.FileSystemOf(root.Vnode).Owner != caller.Uid && !hearing.Grants(caller, Privilege.Unmount)
                ? new Denial(Errno.EPERM, Rule.UnmountDenied)
            : fileSystem == Vnode.Root.FileSystem ? new Denial(Errno.EINVAL, Rule.UnmountRoot)
            : !root.Vnode.IsRootOfFileSystem ? new Denial(Errno.EINVAL, Rule.UnmountNotMounted)
            : hearing.State.IsInUse(fileSystem) ? new Denial(Errno.EBUSY, Rule.UnmountBusy)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(tree.Without(fileSystem), Rule.UnmountRemoves);
    }

    private static FileSystemType? TypeOf(string name) => name switch
    {
        "mfs" => FileSystemType.Mfs,
        "procfs" => FileSystemType.Procfs,
        _ => null,
    };

    /// <summary>Who was in the covered directory, or had it as root, is moved to what covers it (checkdirs).</summary>
    private static State Mounted(ref Hearing hearing, Process caller, FileSystemType type, Vnode covered)
    {
        State state = hearing.State;
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
                hearing.Use(Rule.MountMoves);
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
