using Verify.Abi;

namespace Verify.Model;

/// <summary>mount(2) and unmount(2).</summary>
internal static class MountRules
{
    private const int ProcfsRootMode = FileModes.Directory | 0x16d;

    public static Verdict Mount(ref Hearing hearing, Process caller, Call.Mount call)
    {
        if (!hearing.Grants(caller, Privilege.Mount))
        {
            return hearing.Fails(Errno.EPERM, Rule.MountDenied);
        }

        if ((Lookup.WhyNone(ref hearing, caller, call.Path, out Node covered)
            ?? WhyUnmountable(hearing.State.Tree, covered)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        if (TypeOf(call.Type) is not { } type)
        {
            return hearing.Fails(Errno.ENODEV, Rule.MountNoType);
        }

        return MakingRules.WhyFull(hearing.State) is { } full
            ? hearing.Fails(full)
            : hearing.Must(Outcome.Ok, Mounted(ref hearing, type, covered.Vnode), Rule.MountCovers);
    }

    public static Verdict Unmount(ref Hearing hearing, Process caller, string? path)
    {
        if (!hearing.Grants(caller, Privilege.Unmount))
        {
            return hearing.Fails(Errno.EPERM, Rule.UnmountDenied);
        }

        if (Lookup.WhyNone(ref hearing, caller, path, out Node root) is { } denial)
        {
            return hearing.Fails(denial);
        }

        int fileSystem = root.Vnode.FileSystem;
        return !root.Vnode.IsRootOfFileSystem || root.Vnode == Vnode.Root
            ? hearing.Fails(Errno.EINVAL, Rule.UnmountNotMounted)
            : hearing.State.IsInUse(fileSystem)
            ? hearing.Fails(Errno.EBUSY, Rule.UnmountBusy)
            : hearing.Changes(hearing.State.Tree.Without(fileSystem), Rule.UnmountRemoves);
    }

    private static Denial? WhyUnmountable(FileTree tree, Node directory) =>
        !directory.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.MountNotDirectory)
        : directory.IsRemovedDirectory ? new Denial(Errno.ENOENT, Rule.MountRemoved)
        : directory.Vnode.IsRootOfFileSystem || tree.IsOnProcfs(directory.Vnode)
            ? new Denial(Errno.EBUSY, Rule.MountBusy)
        : null;

    private static FileSystemType? TypeOf(string name) => name switch
    {
        "mfs" => FileSystemType.Mfs,
        "procfs" => FileSystemType.Procfs,
        _ => null,
    };

    /// <summary>Who was in the covered directory, or had it as root, is moved to what covers it.</summary>
    private static State Mounted(ref Hearing hearing, FileSystemType type, Vnode covered)
    {
        State state = hearing.State;
        int number = state.Tree.LastNode + 1;
        var root = new Node
        {
            Vnode = new Vnode(number, number),
            Mode = type == FileSystemType.Procfs ? ProcfsRootMode : BootTree.RootMode,
        };
        state = state with { Tree = state.Tree.WithNew(root).Mounted(new FileSystem(number, type, covered)) };
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
