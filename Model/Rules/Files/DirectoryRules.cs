using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// chdir(2), fchdir(2) and chroot(2): the directories that paths start from (J8), errors in order of precedence.
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

    public static Verdict ChDir(ref CallCheck check, Process caller, string? path) =>
        EntryDenial(ref check, caller, path, out Vnode directory) is { } denial
            ? check.Fails(denial)
            : check.Changes(caller with { Directory = directory }, ChDirMoves);

    /// <summary>kern/vfs_syscalls.c:chroot.</summary>
    public static Verdict ChRoot(ref CallCheck check, Process caller, string? path)
    {
        Vnode directory = default;
        Denial? denial =
            !check.Grants(caller, Privilege.ChangeRoot) ? new Denial(Errno.EPERM, ChRootDenied)
            : OpenDirectoryDenial(check.State, caller) is { } held ? held
            : EntryDenial(ref check, caller, path, out directory);
        return denial is { } why
            ? check.Fails(why)
            : check.Changes(caller with { Root = directory }, ChRootMoves);
    }

    /// <summary>kern/vfs_syscalls.c:fchdir, and D11.</summary>
    public static Verdict FChDir(ref CallCheck check, Process caller, DescriptorEntry file)
    {
        State state = check.State;
        Denial? denial =
            file.IsSocket ? new Denial(Errno.EINVAL, FChDirSocket)
            : !file.IsNode || !ReadRules.IsDirectory(state, file.Node)
                ? new Denial(Errno.ENOTDIR, FChDirNotDirectory)
            : ReachDenial(state, caller, file.Node) is { } outside ? outside
            : !AccessRules.Allows(
                ref check, caller, ProcfsRules.Find(state, caller, file.Node)!, AccessRules.Execute)
                ? new Denial(Errno.EACCES, DirectoryDenied)
            : null;
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        Vnode directory = state.Tree.Uncovered(file.Node);
        if (directory != file.Node)
        {
            check.Use(FChDirEntersMount);
        }

        return check.Changes(caller with { Directory = directory }, FChDirMoves);
    }

    /// <summary>The denial of entering a path (kern/vfs_syscalls.c:change_dir), or the directory.</summary>
    public static Denial? EntryDenial(ref CallCheck check, Process caller, string? path, out Vnode directory)
    {
        Denial? denial = LookupRules.NodeDenial(ref check, caller, path, out Node node)
            ?? (!node.IsDirectory ? new Denial(Errno.ENOTDIR, DirectoryWanted)
                : AccessRules.Allows(ref check, caller, node, AccessRules.Execute) ? null
                : new Denial(Errno.EACCES, DirectoryDenied));
        directory = denial is null ? node.Vnode : default;
        return denial;
    }

    /// <summary>
    /// The denial of a new root while a directory is open: if kern.chroot_allow_open_directories is 0, or it is 1 and
    /// the process is already chrooted (kern/vfs_syscalls.c:chroot_refuse_vdir_fds).
    /// </summary>
    public static Denial? OpenDirectoryDenial(State state, Process caller) =>
        (state.Host.ChrootAllowOpenDirectories == 0
            || (state.Host.ChrootAllowOpenDirectories == 1 && caller.Root != state.Tree.Root))
        && HoldsDirectory(state, caller)
            ? new Denial(Errno.EPERM, ChRootHoldsDirectory)
            : null;

    /// <summary>The denial of an open directory that is outside the root, or whose process is not visible.</summary>
    public static Denial? ReachDenial(State state, Process caller, Vnode directory) =>
        !ConfinementRules.Holds(state, caller, directory) ? new Denial(Errno.EPERM, DirectoryOutside)
        : ProcfsRules.Find(state, caller, directory) is null ? new Denial(Errno.ENOENT, DirectoryProcessUnseen)
        : null;

    private static bool HoldsDirectory(State state, Process caller)
    {
        foreach (DescriptorEntry file in caller.Files)
        {
            if (file.IsNode && ReadRules.IsDirectory(state, file.Node))
            {
                return true;
            }
        }

        return false;
    }
}
