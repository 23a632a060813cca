using Verify.Abi;

namespace Verify.Model;

/// <summary>read(2), getdirentries(2) and stat(2): what a process learns of files.</summary>
internal static class ReadRules
{
    public static Verdict Read(ref Hearing hearing, Process caller, File file)
    {
        if (file.IsSocket)
        {
            return hearing.Fails(Errno.ESPIPE, Rule.ReadSocket);
        }

        if (!file.IsReadable)
        {
            return hearing.Fails(Errno.EBADF, Rule.ReadNotOpenForIt);
        }

        State state = hearing.State;
        return !file.IsNode ? hearing.Fails(Errno.EAGAIN, Rule.ReadConsole)
            : file.Node.IsDead ? hearing.Fails(Errno.EIO, Rule.ReadDead)
            : IsDirectory(state, file.Node) ? hearing.Fails(Errno.EISDIR, Rule.ReadDirectory)
            : !file.Node.IsOfProcess ? hearing.Must(Outcome.Read(""), state, Rule.ReadNothing)
            : ReadProcfs(ref hearing, caller, file.Node);
    }

    public static Verdict ReadDir(ref Hearing hearing, Process caller, File file)
    {
        State state = hearing.State;
        return !file.IsNode ? hearing.Fails(Errno.EINVAL, Rule.ReadDirNoFile)
            : !file.IsReadable ? hearing.Fails(Errno.EBADF, Rule.ReadNotOpenForIt)
            : !IsDirectory(state, file.Node) ? hearing.Fails(Errno.EINVAL, Rule.ReadDirNotDirectory)
            : DirectoryRules.WhyOutside(state, caller, file.Node) is { } outside ? hearing.Fails(outside)
            : state.Tree.IsOnProcfs(file.Node)
                ? hearing.Must(
                    Listed(Procfs.Names(state, caller, file.Node).Order(StringComparer.Ordinal)),
                    state,
                    Rule.ReadDirProcesses)
            : hearing.Must(Listed(state.Tree[file.Node].Entries.Keys), state, Rule.ReadDirLists);
    }

    public static Verdict Stat(ref Hearing hearing, Process caller, string? path) =>
        Lookup.WhyNone(ref hearing, caller, path, out Node node) is { } denial ? hearing.Fails(denial)
            : node.Type == FileModes.Bad ? hearing.Fails(Errno.EBADF, Rule.StatBad)
            : hearing.Must(Outcome.Read(StatusOf(hearing.State.Tree, node).ToString()), hearing.State, Rule.StatTells);

    /// <summary>True for a directory, also one of a process that is not seen.</summary>
    public static bool IsDirectory(State state, Vnode vnode) =>
        vnode.IsOfProcess ? Procfs.IsDirectory(vnode) : state.Tree[vnode].IsDirectory;

    /// <summary>miscfs/procfs/procfs_subr.c:procfs_rw; D16.</summary>
    private static Verdict ReadProcfs(ref Hearing hearing, Process caller, Vnode vnode)
    {
        State state = hearing.State;
        ProcfsFile file = Procfs.FileOf(vnode);
        return Procfs.ProcessOf(state, caller, vnode) is not { } process
                ? hearing.Fails(Errno.ESRCH, Rule.ReadStatusUnseen)
            : file.WhyUnreadable(ref hearing, caller, process) is { } denial ? hearing.Fails(denial)
            : file == ProcfsFile.Status
                ? hearing.Must(Outcome.Read(Procfs.StatusOf(state, process)), state, Rule.ReadStatus)
            : hearing.Must(Outcome.Read(""), state, Rule.ReadProcfsNothing);
    }

    private static Outcome Listed(IEnumerable<string> names) => Outcome.Read(string.Join('/', names));

    private static FileStatus StatusOf(FileTree tree, Node node) =>
        new(node.Vnode.Number, node.Mode, tree.LinksOf(node), node.Uid, node.Gid, node.Device);
}
