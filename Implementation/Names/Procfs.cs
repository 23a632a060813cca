using System.Globalization;
using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>
/// The process file system (J6, J7): miscfs/procfs. It shows the processes that the reader sees. Nodes below the root
/// are created when looked up, and freed with their process unless they are referenced.
/// </summary>
internal sealed class Procfs(ProcessTable processes, NodeTable nodes, Mounts mounts)
{
    private const string CurrentProcess = "curproc";
    private const int CurrentProcessNumber = 8;
    private const int NumbersOfOne = 16;
    private const int DirectoryMode = FileModes.Directory | 5 << 6 | 5 << 3 | 5;
    private const int LinkMode = FileModes.SymbolicLink | 4 << 6 | 4 << 3 | 4;

    /// <summary>The target of the link curproc.</summary>
    public static string TargetFor(Process reader) => NameOf(reader.Pid);

    /// <summary>
    /// Looks up one component: procfs_lookup. Nothing can be created or removed (EROFS), whatever the privileges; for
    /// removal and renaming any component fails with this. "." is found in a file too. Search permission is not
    /// checked.
    /// </summary>
    public Errno Search(Process caller, Node directory, NameOperation operation, ref Lookup found)
    {
        if (operation is NameOperation.Delete or NameOperation.Rename)
        {
            return Errno.EROFS;
        }

        ReadOnlySpan<char> name = found.Component.In(found.Text);
        if (name is ".")
        {
            found.Node = directory;
            return Errno.None;
        }

        if (!directory.IsDirectory)
        {
            return Errno.ENOTDIR;
        }

        found.Node = name is ".." ? directory.FileSystem.Root : Find(directory, name, caller.Credentials);
        return found.Node is null && operation != NameOperation.LookUp ? Errno.EROFS : Errno.None;
    }

    private Node? Find(Node directory, ReadOnlySpan<char> name, in Credentials reader)
    {
        FileSystem fileSystem = directory.FileSystem;
        if (!directory.IsRoot)
        {
            return processes.FindVisible(reader, directory.Pid) is { } owner && FileNamed(name, owner) is { } file
                ? Get(fileSystem, file, ProcfsFiles.ModeOf(file), links: 1, directory.Pid)
                : null;
        }

        if (name is CurrentProcess)
        {
            return Get(fileSystem, ProcfsFile.None, LinkMode, links: 1, pid: 0);
        }

        if (!TryParse(name, out int pid) || processes.FindVisible(reader, pid) is null)
        {
            return null;
        }

        Node node = Get(fileSystem, ProcfsFile.None, DirectoryMode, ProcfsFiles.LinksOfDirectory, pid);
        node.Parent = directory;
        return node;
    }

    private static ProcfsFile? FileNamed(ReadOnlySpan<char> name, Process owner)
    {
        foreach (ProcfsFile file in ProcfsFiles.InOrder)
        {
            if (name.SequenceEqual(ProcfsFiles.NameOf(file)))
            {
                return HasFile(owner, file) ? file : null;
            }
        }

        return null;
    }

    private static bool HasFile(Process owner, ProcfsFile file) =>
        owner.Pid != ProcessTable.InitPid || !ProcfsFiles.IsForUserProcessesOnly(file);

    /// <summary>False if the process of the node has ended or is not visible to the reader.</summary>
    public bool Exists(Node node, in Credentials reader) =>
        node.Pid == 0 || processes.FindVisible(reader, node.Pid) is not null;

    /// <summary>The names in a procfs directory in ordinal order, separated by slashes.</summary>
    public string List(Node directory, in Credentials reader)
    {
        if (!directory.IsRoot)
        {
            Process? owner = ProcessOf(directory, reader);
            return owner is null ? "" : string.Join(
                '/', ProcfsFiles.InOrder.Where(file => HasFile(owner, file)).Select(ProcfsFiles.NameOf));
        }

        List<string> names = [CurrentProcess];
        for (Process? process = processes.First; process is not null; process = process.Next)
        {
            if (reader.Sees(process.Credentials))
            {
                names.Add(NameOf(process.Pid));
            }
        }

        names.Sort(StringComparer.Ordinal);
        return string.Join('/', names);
    }

    /// <summary>The process a node describes, if it is visible to the reader.</summary>
    public Process? ProcessOf(Node node, in Credentials reader) => processes.FindVisible(reader, node.Pid);

    /// <summary>True if the mode shown by <see cref="StatusOf"/> or a privilege grants access: procfs_access.</summary>
    public bool Allows(in Credentials reader, Node node, AccessModes wanted)
    {
        FileStatus status = StatusOf(node, reader);
        return Access.Allows(reader, status.Mode, status.Uid, status.Gid, wanted);
    }

    /// <summary>
    /// Reads a file: procfs_rw. The files of a process in another prison are not readable (D16); the register files
    /// need permission to signal the process; ctl and the note files are write-only. Files other than status are empty
    /// here.
    /// </summary>
    public Outcome Read(Process reader, Node node, int length) =>
        ProcessOf(node, reader.Credentials) is not { } process ? Outcome.Failed(Errno.ESRCH)
        : node.File switch
        {
            ProcfsFile.Status => Replies.OfContent(Describe(process), length),
            ProcfsFile.Ctl => Outcome.Failed(Errno.EOPNOTSUPP),
            ProcfsFile.Note or ProcfsFile.NotePg => Outcome.Failed(Errno.EINVAL),
            ProcfsFile.Regs or ProcfsFile.FpRegs or ProcfsFile.DbRegs
                when Trespass.Check(reader, process) != Errno.None => Outcome.Failed(Errno.EPERM),
            _ => Replies.OfContent("", length),
        };

    /// <summary>
    /// The contents of the status file: name, ids, session, terminal, flags, times, wait channel, users, groups, and
    /// the prison's hostname, or - on the host (J7).
    /// </summary>
    public static string Describe(Process process)
    {
        Credentials who = process.Credentials;
        ProcessGroup group = process.Group;
        string flags = process.IsSessionLeader ? "sldr" : "noflags";
        return $"init {process.Pid} {process.ParentPid} {group.Id} {group.Session.Leader} -1,-1 {flags}"
            + $" 0,0 0,0 0,0 {process.WaitMessage}"
            + $" {(uint)who.Uid} {(uint)process.Ids.RealUid} {(uint)process.Ids.RealGid},{GroupsOf(who)}"
            + $" {who.Prison?.Hostname ?? "-"}\n";
    }

    /// <summary>The attributes of a node, with owner, group and mode from its process: procfs_getattr.</summary>
    public FileStatus StatusOf(Node node, in Credentials reader)
    {
        if (ProcessOf(node, reader) is not { } process)
        {
            return new FileStatus(node.Number, node.Mode, node.LinkCount, node.Uid, node.Gid, node.Device);
        }

        Credentials owner = process.Credentials;
        bool isMemory = node.File == ProcfsFile.Mem;
        int uid = isMemory && process.HasChangedIds ? 0 : owner.Uid;
        int gid = isMemory ? ProcfsFiles.KernelMemoryGroup : owner.Gid;
        int mode = process.HasChangedIds ? node.Mode & ~ProcfsFiles.BitsLostAfterIdChange(node.File) : node.Mode;
        return new FileStatus(node.Number, mode, node.LinkCount, uid, gid, node.Device);
    }

    /// <summary>
    /// Frees the unreferenced nodes of a process that has ended, and revokes the others: procfs_exit and vgone.
    /// </summary>
    public void Forget(int pid)
    {
        for (FileSystem? fileSystem = mounts.First; fileSystem is not null; fileSystem = fileSystem.Next)
        {
            if (fileSystem.Kind == FileSystemKind.Procfs)
            {
                Forget(fileSystem, pid);
            }
        }
    }

    private static string GroupsOf(in Credentials who) =>
        string.Join(',', who.Others.Prepend(who.Gid).Select(gid => (uint)gid));

    private static string NameOf(int pid) => pid.ToString(CultureInfo.InvariantCulture);

    private static int NumberOf(int pid) => NumbersOfOne * (pid + 1);

    /// <summary>atopid: digits only, with any number of leading zeros.</summary>
    private static bool TryParse(ReadOnlySpan<char> name, out int pid)
    {
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out pid);
    }

    private void Forget(FileSystem fileSystem, int pid)
    {
        Node? next;
        for (Node? node = fileSystem.Nodes.First; node is not null; node = next)
        {
            next = node.NextOfFileSystem;
            if (node.Pid == pid)
            {
                nodes.Kill(node);
            }
        }
    }

    /// <summary>Finds or creates the node of a file: procfs_allocvp.</summary>
    private Node Get(FileSystem fileSystem, ProcfsFile file, int mode, int links, int pid)
    {
        for (Node? node = fileSystem.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            if (node.IsSynthetic && node.Pid == pid && node.File == file)
            {
                return node;
            }
        }

        int number = pid == 0 ? CurrentProcessNumber : NumberOf(pid) + (int)file;
        return nodes.MakeSynthetic(fileSystem, number, mode, links, pid, file);
    }
}
