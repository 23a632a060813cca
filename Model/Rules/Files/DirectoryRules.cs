using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// chdir(2), fchdir(2) and chroot(2): where a process is, and where paths start (J8). Each has its errors in the order in
/// which they win.
/// </summary>
internal static class DirectoryRules
{
    public static Verdict ChDir(ref Hearing hearing, Process caller, string? path) =>
        WhyNotEntered(ref hearing, caller, path, out Vnode directory) is { } denial
            ? hearing.Fails(denial)
            : hearing.Changes(caller with { Directory = directory }, Rule.ChDirMoves);

    /// <summary>kern/vfs_syscalls.c:chroot.</summary>
    public static Verdict ChRoot(ref Hearing hearing, Process caller, string? path)
    {
        Vnode directory = default;
        Denial? denial =
            !hearing.Grants(caller, Privilege.ChangeRoot) ? new Denial(Errno.EPERM, Rule.ChRootDenied)
            : WhyHeldOpen(hearing.State, caller) is { } held ? held
            : WhyNotEntered(ref hearing, caller, path, out directory);
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(caller with { Root = directory }, Rule.ChRootMoves);
    }

    /// <summary>kern/vfs_syscalls.c:fchdir, and D11.</summary>
    public static Verdict FChDir(ref Hearing hearing, Process caller, File file)
    {
        State state = hearing.State;
        Denial? denial =
            file.IsSocket ? new Denial(Errno.EINVAL, Rule.FChDirSocket)
            : !file.IsNode || !ReadRules.IsDirectory(state, file.Node)
                ? new Denial(Errno.ENOTDIR, Rule.FChDirNotDirectory)
            : WhyOutside(state, caller, file.Node) is { } outside ? outside
            : !AccessRules.Allows(
                ref hearing, caller, Procfs.Find(state, caller, file.Node)!, AccessRules.Execute)
                ? new Denial(Errno.EACCES, Rule.DirectoryDenied)
            : null;
        if (denial is { } why)
        {
            return hearing.Fails(why);
        }

        Vnode directory = state.Tree.Uncovered(file.Node);
        if (directory != file.Node)
        {
            hearing.Use(Rule.FChDirEntersMount);
        }

        return hearing.Changes(caller with { Directory = directory }, Rule.FChDirMoves);
    }

    /// <summary>Why a path is no directory to be in (kern/vfs_syscalls.c:change_dir); else the directory.</summary>
    public static Denial? WhyNotEntered(ref Hearing hearing, Process caller, string? path, out Vnode directory)
    {
        Denial? denial = Lookup.WhyNone(ref hearing, caller, path, out Node node)
            ?? (!node.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.DirectoryWanted)
                : AccessRules.Allows(ref hearing, caller, node, AccessRules.Execute) ? null
                : new Denial(Errno.EACCES, Rule.DirectoryDenied));
        directory = denial is null ? node.Vnode : default;
        return denial;
    }

    /// <summary>
    /// Why a process with a directory open cannot change its root: kern.chroot_allow_open_directories is 0, or it is 1
    /// and the process is chrooted already (kern/vfs_syscalls.c:chroot_refuse_vdir_fds).
    /// </summary>
    public static Denial? WhyHeldOpen(State state, Process caller) =>
        (state.Host.ChrootAllowOpenDirectories == 0
            || (state.Host.ChrootAllowOpenDirectories == 1 && caller.Root != state.Tree.Root))
        && HoldsDirectory(state, caller)
            ? new Denial(Errno.EPERM, Rule.ChRootHoldsDirectory)
            : null;

    /// <summary>Why an open directory is out of reach: not beneath the root, or its process is gone.</summary>
    public static Denial? WhyOutside(State state, Process caller, Vnode directory) =>
        !Confinement.Holds(state, caller, directory) ? new Denial(Errno.EPERM, Rule.DirectoryOutside)
        : Procfs.Find(state, caller, directory) is null ? new Denial(Errno.ENOENT, Rule.DirectoryProcessUnseen)
        : null;

    private static bool HoldsDirectory(State state, Process caller)
    {
        foreach (File file in caller.Files)
        {
            if (file.IsNode && ReadRules.IsDirectory(state, file.Node))
            {
                return true;
            }
        }

        return false;
    }
}
