using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>read(2), getdirentries(2) and stat(2).</summary>
internal static class ReadRules
{
    public static readonly Rule ReadNotOpenForIt = new(
        "J8.read-not-open-for-it",
        "read and getdirentries fail with EBADF if the descriptor was opened for writing only.",
        "kern/sys_generic.c:read");
    public static readonly Rule ReadConsole = new(
        "J8.read-console", "read of the console finds no input and fails with EAGAIN.", "kern/tty.c:ttread");
    public static readonly Rule ReadDirectory = new(
        "J8.read-directory", "read of a directory fails with EISDIR.", "ufs/ufs/ufs_readwrite.c:READ");
    public static readonly Rule ReadNothing = new(
        "J8.read-nothing", "read of a regular file or device returns no data: contents are not modelled.",
        "Contents of files");
    public static readonly Rule ReadStatus = new(
        "J7.status",
        "read of a process's status file returns what it sleeps on, its ids as unsigned numbers, and last its prison's "
        + "hostname, or - on the host.",
        "miscfs/procfs/procfs_status.c:procfs_dostatus");
    public static readonly Rule ReadStatusUnseen = new(
        "J7.read-unseen", "read of the procfs file of an invisible process fails with ESRCH.", "D16");
    public static readonly Rule ReadDead = new(
        "J7.read-dead", "read of the procfs file of a process that has exited fails with EIO.",
        "miscfs/procfs/procfs_subr.c:procfs_rw");
    public static readonly Rule ReadProcfsNothing = new(
        "J7.read-procfs-nothing", "read of the other files of a procfs returns no data: contents are not modelled.",
        "Contents of files");
    public static readonly Rule ReadDirNoFile = new(
        "J8.readdir-no-file", "getdirentries of a socket or the console fails with EINVAL.",
        "kern/vfs_syscalls.c:getvnode");
    public static readonly Rule ReadDirNotDirectory = new(
        "J8.readdir-not-directory", "getdirentries of something other than a directory fails with EINVAL.",
        "kern/vfs_syscalls.c:getdirentries");
    public static readonly Rule ReadDirLists = new(
        "J8.readdir", "getdirentries lists the names in a directory in order.", "ufs/ufs/ufs_vnops.c:ufs_readdir");
    public static readonly Rule ReadDirProcesses = new(
        "J7.readdir-processes", "getdirentries of a procfs lists the processes that the caller sees.",
        "miscfs/procfs/procfs_vnops.c:procfs_readdir");
    public static readonly Rule StatTells = new(
        "J8.stat", "stat returns a node's number, mode, link count, owner, group and device.",
        "kern/vfs_vnops.c:vn_stat");
    public static readonly Rule StatBad = new(
        "J8.stat-bad", "stat of a bad node fails with EBADF.", "kern/vfs_vnops.c:vn_stat");

    public static Verdict Read(ref CallCheck check, Process caller, DescriptorEntry file, int length)
    {
        if (!file.IsReadable)
        {
            return check.Fails(Errno.EBADF, ReadNotOpenForIt);
        }

        State state = check.State;
        return !file.IsNode ? check.Fails(Errno.EAGAIN, ReadConsole)
            : file.Node.IsDead ? check.Fails(Errno.EIO, ReadDead)
            : IsDirectory(state, file.Node) ? check.Fails(Errno.EISDIR, ReadDirectory)
            : !file.Node.IsOfProcess ? check.Must(Content("", length), state, ReadNothing)
            : ReadProcfs(ref check, caller, file.Node, length);
    }

    public static Verdict ReadDir(ref CallCheck check, Process caller, DescriptorEntry file)
    {
        State state = check.State;
        return !file.IsNode ? check.Fails(Errno.EINVAL, ReadDirNoFile)
            : !file.IsReadable ? check.Fails(Errno.EBADF, ReadNotOpenForIt)
            : !IsDirectory(state, file.Node) ? check.Fails(Errno.EINVAL, ReadDirNotDirectory)
            : DirectoryRules.ReachDenial(state, caller, file.Node) is { } outside ? check.Fails(outside)
            : state.Tree.IsOnProcfs(file.Node)
                ? check.Must(
                    Listed(ProcfsRules.Names(state, caller, file.Node).Order(StringComparer.Ordinal)),
                    state,
                    ReadDirProcesses)
            : check.Must(Listed(state.Tree[file.Node].Entries.Keys), state, ReadDirLists);
    }

    public static Verdict Stat(ref CallCheck check, Process caller, string? path) =>
        LookupRules.NodeDenial(ref check, caller, path, out Node node) is { } denial ? check.Fails(denial)
            : node.Type == FileModes.Bad ? check.Fails(Errno.EBADF, StatBad)
            : check.Must(Outcome.Read(StatusOf(check.State.Tree, node).ToString()), check.State, StatTells);

    /// <summary>True for a directory, also of an invisible process.</summary>
    public static bool IsDirectory(State state, Vnode vnode) =>
        vnode.IsOfProcess ? ProcfsRules.IsDirectory(vnode) : state.Tree[vnode].IsDirectory;

    /// <summary>miscfs/procfs/procfs_subr.c:procfs_rw; D16.</summary>
    private static Verdict ReadProcfs(ref CallCheck check, Process caller, Vnode vnode, int length)
    {
        State state = check.State;
        ProcessFile file = ProcfsRules.FileOf(vnode);
        return ProcfsRules.ProcessOf(state, caller, vnode) is not { } process
                ? check.Fails(Errno.ESRCH, ReadStatusUnseen)
            : file.ReadDenial(ref check, caller, process) is { } denial ? check.Fails(denial)
            : file == ProcessFile.Status
                ? check.Must(Content(ProcfsRules.StatusOf(state, process), length), state, ReadStatus)
            : check.Must(Content("", length), state, ReadProcfsNothing);
    }

    /// <summary>What a buffer of this length gets of a file's contents.</summary>
    private static Outcome Content(string text, int length)
    {
        Data all = Data.OfCharacters(text);
        return Outcome.Received(all.Slice(0, Math.Min(length, all.Length)), null);
    }

    private static Outcome Listed(IEnumerable<string> names) => Outcome.Read(string.Join('/', names));

    private static FileStatus StatusOf(FileTree tree, Node node) =>
        new(node.Vnode.Number, node.Mode, tree.LinksOf(node), node.Uid, node.Gid, node.Device);
}
