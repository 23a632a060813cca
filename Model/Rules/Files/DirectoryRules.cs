using Verify.Abi;

namespace Verify.Model;

/// <summary>chdir(2), fchdir(2) and chroot(2): where a process is, and where paths start (J8).</summary>
internal static class DirectoryRules
{
    public static Verdict ChDir(ref Hearing hearing, Process caller, string? path) =>
        WhyNotEntered(ref hearing, caller, path, out Vnode directory) is { } denial
            ? hearing.Fails(denial)
            : hearing.Changes(caller with { Directory = directory }, Rule.ChDirMoves);

    public static Verdict ChRoot(ref Hearing hearing, Process caller, string? path) =>
        !hearing.Grants(caller, Privilege.ChangeRoot) ? hearing.Fails(Errno.EPERM, Rule.ChRootDenied)
        : WhyNotEntered(ref hearing, caller, path, out Vnode directory) is { } denial ? hearing.Fails(denial)
        : hearing.Changes(caller with { Root = directory }, Rule.ChRootMoves);

    public static Verdict FChDir(ref Hearing hearing, Process caller, File file)
    {
        State state = hearing.State;
        if (file.IsSocket)
        {
            return hearing.Fails(Errno.EINVAL, Rule.FChDirSocket);
        }

        if (!file.IsNode || !ReadRules.IsDirectory(state, file.Node))
        {
            return hearing.Fails(Errno.ENOTDIR, Rule.FChDirNotDirectory);
        }

        if (WhyOutside(state, caller, file.Node) is { } outside)
        {
            return hearing.Fails(outside);
        }

        Node directory = Procfs.Find(state, caller, state.Tree.Uncovered(file.Node))!;
        if (directory.Vnode != file.Node)
        {
            hearing.Use(Rule.FChDirEntersMount);
        }

        return AccessRules.Allows(ref hearing, caller, directory, AccessRules.Execute)
            ? hearing.Changes(caller with { Directory = directory.Vnode }, Rule.FChDirMoves)
            : hearing.Fails(Errno.EACCES, Rule.DirectoryDenied);
    }

    /// <summary>Why a path is no directory to be in; else the directory.</summary>
    public static Denial? WhyNotEntered(ref Hearing hearing, Process caller, string? path, out Vnode directory)
    {
        Denial? denial = Lookup.WhyNone(ref hearing, caller, path, out Node node)
            ?? (!node.IsDirectory ? new Denial(Errno.ENOTDIR, Rule.DirectoryWanted)
                : AccessRules.Allows(ref hearing, caller, node, AccessRules.Execute) ? null
                : new Denial(Errno.EACCES, Rule.DirectoryDenied));
        directory = denial is null ? node.Vnode : default;
        return denial;
    }

    /// <summary>Why an open directory is out of reach: not beneath the root, or its process is gone.</summary>
    public static Denial? WhyOutside(State state, Process caller, Vnode directory) =>
        !Confinement.Holds(state, caller, directory) ? new Denial(Errno.EPERM, Rule.DirectoryOutside)
        : Procfs.Find(state, caller, directory) is null ? new Denial(Errno.ENOENT, Rule.DirectoryProcessGone)
        : null;
}
