using System.Globalization;
using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Names;

/// <summary>
/// What a procfs shows of the processes that its reader sees (J6, J7): miscfs/procfs. Its nodes under the root are made
/// up when they are looked up, and go with their process unless something refers to them.
/// </summary>
internal sealed class Procfs(ProcessTable processes, NodeTable nodes, Mounts mounts)
{
    private const string CurrentProcess = "curproc";
    private const int CurrentProcessNumber = 8;
    private const int NumbersOfOne = 16;
    private const int DirectoryMode = FileModes.Directory | 0x16d; // 0555
    private const int LinkMode = FileModes.SymbolicLink | 0x124; // 0444

    /// <summary>Where curproc leads.</summary>
    public static string TargetFor(Process reader) => NameOf(reader.Pid);

    /// <summary>
    /// Looks one part up: procfs_lookup. Nothing is made or removed here (EROFS), whoever asks, and for what is to be
    /// removed or replaced that is said at any part; "." is found in a file too; search permission is not asked for.
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

    /// <summary>False for a node of a process that is gone, or that the reader does not see.</summary>
    public bool Exists(Node node, in Credentials reader) =>
        node.Pid == 0 || processes.FindVisible(reader, node.Pid) is not null;

    /// <summary>The names in a directory of a procfs, in ordinal order with a slash between two.</summary>
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

    /// <summary>The process that a node tells of, if the reader sees it.</summary>
    public Process? ProcessOf(Node node, in Credentials reader) => processes.FindVisible(reader, node.Pid);

    /// <summary>Whether somebody may open a file with the mode that <see cref="StatusOf"/> shows: procfs_access.</summary>
    public bool Allows(in Credentials reader, Node node, AccessModes wanted)
    {
        FileStatus status = StatusOf(node, reader);
        return Access.Allows(reader, status.Mode, status.Uid, status.Gid, wanted);
    }

    /// <summary>
    /// What a file says: procfs_rw. Of another prison's process it says nothing (D16); registers are for those who may
    /// signal the process; ctl and the notes are for writing only. What has contents in FreeBSD but status is empty.
    /// </summary>
    public Outcome Read(Process reader, Node node) =>
        ProcessOf(node, reader.Credentials) is not { } process ? Outcome.Failed(Errno.ESRCH)
        : node.File switch
        {
            ProcfsFile.Status => Outcome.Read(Describe(process)),
            ProcfsFile.Ctl => Outcome.Failed(Errno.EOPNOTSUPP),
            ProcfsFile.Note or ProcfsFile.NotePg => Outcome.Failed(Errno.EINVAL),
            ProcfsFile.Regs or ProcfsFile.FpRegs or ProcfsFile.DbRegs
                when Trespass.Check(reader, process) != Errno.None => Outcome.Failed(Errno.EPERM),
            _ => Outcome.Read(""),
        };

    /// <summary>
    /// The line in a process's status file: name, ids, session, terminal, flags, times, wait channel, users, groups,
    /// and the hostname of its prison, or - on the host (J7).
    /// </summary>
    public static string Describe(Process process)
    {
        Credentials who = process.Credentials;
        ProcessGroup group = process.Group;
        string flags = process.IsSessionLeader ? "sldr" : "noflags";
        return $"init {process.Pid} {process.ParentPid} {group.Id} {group.Session.Leader} -1,-1 {flags} 0,0 0,0 0,0 nochan"
            + $" {(uint)who.Uid} {(uint)process.Ids.RealUid} {(uint)process.Ids.RealGid},{GroupsOf(who)}"
            + $" {who.Prison?.Hostname ?? "-"}\n";
    }

    /// <summary>
    /// What a node's owner, group and mode are: those of the process that it tells of, procfs_getattr.
    /// </summary>
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
    /// A process has ended (procfs_exit): what nothing refers to goes with it, and the rest is dead (vgone).
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

    /// <summary>atopid: digits alone, as many zeros in front as one likes.</summary>
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

    /// <summary>The node of a process's file, made up where nobody has looked it up before: procfs_allocvp.</summary>
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
