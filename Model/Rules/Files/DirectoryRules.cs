using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// chdir(2), fchdir(2) and chroot(2): where a process is, and where paths start (J8). Each has its errors in the order in
/// which they win.
/// </summary>
internal static class DirectoryRules
{
    public static readonly Rule DirectoryWanted = new(
        "J8.directory-wanted", "chdir, chroot and jail fail with ENOTDIR if the path does not name a directory.",
        "kern/vfs_syscalls.c:change_dir");
    public static readonly Rule DirectoryDenied = new(
        "J8.directory-denied",
        "chdir, fchdir, chroot and jail fail with EACCES without execute access to the directory.",
        "kern/vfs_syscalls.c:change_dir");
    public static readonly Rule DirectoryOutside = new(
        "G4.directory-outside",
        "fchdir to, or listing of, an open directory fails with EPERM if it is outside the process's root, or "
        + "that root is outside the prison's.",
        "D11");
    public static readonly Rule DirectoryProcessUnseen = new(
        "J7.directory-process-unseen",
        "fchdir to, or listing of, the open procfs directory of an invisible process fails with ENOENT.", "D15");
    public static readonly Rule ChDirMoves = new(
        "J8.chdir", "chdir sets the current directory.", "kern/vfs_syscalls.c:chdir");
    public static readonly Rule ChRootDenied = new(
        "J4.chroot-denied", "chroot fails with EPERM for all but the superuser.", "kern/vfs_syscalls.c:chroot");
    public static readonly Rule ChRootHoldsDirectory = new(
        "J8.chroot-holds-directory",
        "chroot and jail fail with EPERM while the process has a directory open, if "
        + "kern.chroot_allow_open_directories forbids that.",
        "kern/vfs_syscalls.c:chroot_refuse_vdir_fds");
    public static readonly Rule ChRootMoves = new(
        "J8.chroot", "chroot by the superuser, also in a prison, sets the root directory; the current directory stays.",
        "kern/vfs_syscalls.c:chroot");
    public static readonly Rule FChDirSocket = new(
        "J8.fchdir-socket", "fchdir to a socket fails with EINVAL.", "kern/vfs_syscalls.c:getvnode");
    public static readonly Rule FChDirNotDirectory = new(
        "J8.fchdir-not-directory", "fchdir to something other than a directory fails with ENOTDIR.",
        "kern/vfs_syscalls.c:fchdir");
    public static readonly Rule FChDirEntersMount = new(
        "J8.fchdir-enters-mount", "fchdir to a covered directory enters the file system mounted on it.",
        "kern/vfs_syscalls.c:fchdir");
    public static readonly Rule FChDirMoves = new(
        "J8.fchdir", "fchdir sets the current directory.", "kern/vfs_syscalls.c:fchdir");

    public static Verdict ChDir(ref Hearing hearing, Process caller, string? path) =>
        WhyNotEntered(ref hearing, caller, path, out Vnode directory) is { } denial
            ? hearing.Fails(denial)
            : hearing.Changes(caller with { Directory = directory }, ChDirMoves);

    /// <summary>kern/vfs_syscalls.c:chroot.</summary>
    public static Verdict ChRoot(ref Hearing hearing, Process caller, string? path)
    {
        Vnode directory = default;
        Denial? denial =
            !hearing.Grants(caller, Privilege.ChangeRoot) ? new Denial(Errno.EPERM, ChRootDenied)
            : WhyHeldOpen(hearing.State, caller) is { } held ? held
            : WhyNotEntered(ref hearing, caller, path, out directory);
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(caller with { Root = directory }, ChRootMoves);
    }

    /// <summary>kern/vfs_syscalls.c:fchdir, and D11.</summary>
    public static Verdict FChDir(ref Hearing hearing, Process caller, File file)
    {
        State state = hearing.State;
        Denial? denial =
            file.IsSocket ? new Denial(Errno.EINVAL, FChDirSocket)
            : !file.IsNode || !ReadRules.IsDirectory(state, file.Node)
                ? new Denial(Errno.ENOTDIR, FChDirNotDirectory)
            : WhyOutside(state, caller, file.Node) is { } outside ? outside
            : !AccessRules.Allows(
                ref hearing, caller, Procfs.Find(state, caller, file.Node)!, AccessRules.Execute)
                ? new Denial(Errno.EACCES, DirectoryDenied)
            : null;
        if (denial is { } why)
        {
            return hearing.Fails(why);
        }

        Vnode directory = state.Tree.Uncovered(file.Node);
        if (directory != file.Node)
        {
            hearing.Use(FChDirEntersMount);
        }

        return hearing.Changes(caller with { Directory = directory }, FChDirMoves);
    }

    /// <summary>Why a path is no directory to be in (kern/vfs_syscalls.c:change_dir); else the directory.</summary>
    public static Denial? WhyNotEntered(ref Hearing hearing, Process caller, string? path, out Vnode directory)
    {
        Denial? denial = Lookup.WhyNone(ref hearing, caller, path, out Node node)
            ?? (!node.IsDirectory ? new Denial(Errno.ENOTDIR, DirectoryWanted)
                : AccessRules.Allows(ref hearing, caller, node, AccessRules.Execute) ? null
                : new Denial(Errno.EACCES, DirectoryDenied));
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
            ? new Denial(Errno.EPERM, ChRootHoldsDirectory)
            : null;

    /// <summary>Why an open directory is out of reach: not beneath the root, or its process is gone.</summary>
    public static Denial? WhyOutside(State state, Process caller, Vnode directory) =>
        !Confinement.Holds(state, caller, directory) ? new Denial(Errno.EPERM, DirectoryOutside)
        : Procfs.Find(state, caller, directory) is null ? new Denial(Errno.ENOENT, DirectoryProcessUnseen)
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
