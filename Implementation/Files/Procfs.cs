using System.Globalization;
using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>
/// What a procfs shows of the processes that its reader sees (J6, J7): miscfs/procfs. Its nodes under the root are made
/// up when they are looked up, and go with their process unless something refers to them.
/// </summary>
internal sealed class Procfs(ProcessTable processes, NodeTable nodes, Mounts mounts)
{
    private const string CurrentProcess = "curproc";
    private const string Status = "status";
    private const int CurrentProcessNumber = 8;
    private const int NumbersOfOne = 16;
    private const int DirectoryMode = FileModes.Directory | 0x16d; // 0555
    private const int StatusMode = FileModes.Regular | 0x124; // 0444
    private const int LinkMode = FileModes.SymbolicLink | FileModes.Access;

    /// <summary>Where curproc leads.</summary>
    public static string TargetFor(Process reader) => NameOf(reader.Pid);

    /// <summary>Finds a name in a directory of a procfs.</summary>
    public Node? Find(Node directory, ReadOnlySpan<char> name, in Credentials reader)
    {
        FileSystem fileSystem = directory.FileSystem;
        if (!directory.IsRoot)
        {
            return name is Status
                ? Get(fileSystem, NumberOf(directory.Pid) + 1, StatusMode, links: 1, directory.Pid)
                : null;
        }

        if (name is CurrentProcess)
        {
            return Get(fileSystem, CurrentProcessNumber, LinkMode, links: 1, pid: 0);
        }

        if (!TryParse(name, out int pid) || processes.FindVisible(reader, pid) is null)
        {
            return null;
        }

        Node node = Get(fileSystem, NumberOf(pid), DirectoryMode, links: 2, pid);
        node.Parent = directory;
        return node;
    }

    /// <summary>False for a node of a process that is gone, or that the reader does not see.</summary>
    public bool IsThere(Node node, in Credentials reader) =>
        node.Pid == 0 || processes.FindVisible(reader, node.Pid) is not null;

    /// <summary>The names in a directory of a procfs, in ordinal order with a slash between two.</summary>
    public string List(Node directory, in Credentials reader)
    {
        if (!directory.IsRoot)
        {
            return Status;
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

    /// <summary>
    /// The line in a process's status file: name, ids, session, terminal, flags, times, wait channel, users, groups,
    /// and the hostname of its prison, or - on the host (J7).
    /// </summary>
    public static string Describe(Process process)
    {
        Credentials who = process.Credentials;
        return $"init {process.Pid} {process.ParentPid} 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan"
            + $" {who.Uid} {who.Uid} {who.Gid},{who.Gid} {who.Prison?.Hostname ?? "-"}\n";
    }

    /// <summary>A process has ended: what nothing refers to goes with it.</summary>
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

    private static string NameOf(int pid) => pid.ToString(CultureInfo.InvariantCulture);

    private static int NumberOf(int pid) => NumbersOfOne * (pid + 1);

    private static bool TryParse(ReadOnlySpan<char> name, out int pid)
    {
        pid = 0;
        return name[0] != '0' && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out pid);
    }

    private void Forget(FileSystem fileSystem, int pid)
    {
        Node? next;
        for (Node? node = fileSystem.Nodes.First; node is not null; node = next)
        {
            next = node.NextOfFileSystem;
            if (node.Pid == pid)
            {
                nodes.FreeIfUnused(node);
            }
        }
    }

    /// <summary>The node with this number, made up where nobody has looked it up before.</summary>
    private Node Get(FileSystem fileSystem, int number, int mode, int links, int pid)
    {
        for (Node? node = fileSystem.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            if (node.IsMadeUp && node.Number == number)
            {
                return node;
            }
        }

        return nodes.MakeUp(fileSystem, number, mode, links, pid);
    }
}
