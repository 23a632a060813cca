using System.Globalization;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Rules.Files;

/// <summary>
/// What a procfs shows below its root: the processes that the viewer sees, and <c>curproc</c>, a link to the viewer's
/// own (J7). Nothing is stored; it follows from the processes (miscfs/procfs/procfs_vnops.c).
/// </summary>
internal static class ProcfsRules
{
    private const string CurrentProcess = "curproc";

    /// <summary>PID_MAX of sys/proc.h.</summary>
    private const int LargestPid = 99999;

    /// <summary>
    /// The number of <c>curproc</c>; the directory of a process has a multiple of <see cref="Spacing"/>.
    /// </summary>
    private const int CurrentProcessNumber = 8;

    private const int Spacing = 16;

    /// <summary>KMEM_GROUP, whose members may read the memory of every process.</summary>
    private const int MemoryGroup = 2;

    private static readonly int DirectoryMode = FileModes.Directory | Octal.Mode("0555");
    private static readonly int LinkMode = FileModes.SymbolicLink | Octal.Mode("0444");

    /// <summary>A node, stored or of a procfs; null if its process has exited or is not visible.</summary>
    public static Node? Find(State state, Process viewer, Vnode vnode) =>
        !vnode.IsOfProcess ? state.Tree[vnode]
        : vnode.Number == CurrentProcessNumber
            ? new Node { Vnode = vnode, Mode = LinkMode, Target = Decimal(viewer.Pid) }
        : !vnode.IsDead && ProcessOf(state, viewer, vnode) is { } process ? NodeOf(process, vnode)
        : null;

    /// <summary>The entry of a procfs directory under a name, for a viewer; null if there is none.</summary>
    public static Vnode? Named(State state, Process viewer, Vnode directory, string name) =>
        directory.IsOfProcess ? OfProcess(state, viewer, directory, name)
        : name == CurrentProcess ? new Vnode(directory.FileSystem, CurrentProcessNumber, IsOfProcess: true)
        : PidIn(name) is { } pid && state.FindProcess(pid) is { } process && viewer.Sees(process)
            ? new Vnode(directory.FileSystem, Spacing * (pid + 1), IsOfProcess: true)
        : null;

    /// <summary>The names in a procfs directory, unordered.</summary>
    public static IEnumerable<string> Names(State state, Process viewer, Vnode directory) =>
        !directory.IsOfProcess
            ? state.Processes.Where(viewer.Sees).Select(process => Decimal(process.Pid)).Append(CurrentProcess)
        : ProcessOf(state, viewer, directory) is { } owner
            ? ProcessFile.All.Where(file => file.IsOf(owner)).Select(file => file.Name)
        : [];

    /// <summary>True for a directory below the root of a procfs whose process has not exited.</summary>
    public static bool IsDirectory(Vnode vnode) =>
        vnode.IsOfProcess && vnode.Number % Spacing == 0 && !vnode.IsDead;

    /// <summary>True for a procfs node of a process, visible or not.</summary>
    public static bool IsOf(int pid, Vnode vnode) => vnode.IsOfProcess && vnode.Number / Spacing == pid + 1;

    /// <summary>The process of a procfs node, if the viewer sees it.</summary>
    public static Process? ProcessOf(State state, Process viewer, Vnode vnode) =>
        state.FindProcess(vnode.Number / Spacing - 1) is { } process && viewer.Sees(process) ? process : null;

    /// <summary>The file of a procfs node other than a directory.</summary>
    public static ProcessFile FileOf(Vnode vnode) =>
        ProcessFile.All.First(file => file.Offset == vnode.Number % Spacing);

    /// <summary>The contents of a process's status file (miscfs/procfs/procfs_status.c:procfs_dostatus).</summary>
    public static string StatusOf(State state, Process process)
    {
        int leader = state.FindProcess(process.Session)?.Pid ?? 0;
        string flags = process.Pid == process.Session ? "sldr" : "noflags";
        string hostname = process.Prison?.Hostname ?? "-";
        string waits = process.Sleep is not { Phase: SleepPhase.Asleep } sleep ? "nochan" : sleep.Awaits switch
        {
            SleepReason.Connection => "accept",
            SleepReason.Answer => "connec",
            SleepReason.Lock => "sblock",
            SleepReason.Readiness => CallKinds.NameOf(sleep.Call),
            _ => "sbwait",
        };
        return $"init {process.Pid} {process.Parent} {process.ProcessGroup} {leader} -1,-1 {flags} 0,0 0,0 0,0 {waits}"
            + $" {(uint)process.Uid} {(uint)process.User.Real}"
            + $" {(uint)process.Group.Real},{string.Join(',', process.Groups.Select(gid => (uint)gid))} {hostname}\n";
    }

    /// <summary>A pid in decimal digits; leading zeros are allowed.</summary>
    private static int? PidIn(string name)
    {
        string digits = name.TrimStart('0');
        return digits.Length is > 0 and <= 5 && digits.All(char.IsAsciiDigit)
            && int.Parse(digits, CultureInfo.InvariantCulture) is <= LargestPid and var pid
                ? pid
                : null;
    }

    private static Vnode? OfProcess(State state, Process viewer, Vnode directory, string name) =>
        IsDirectory(directory)
        && ProcessFile.All.FirstOrDefault(file => file.Name == name) is { } file
        && ProcessOf(state, viewer, directory) is { } process && file.IsOf(process)
            ? directory with { Number = directory.Number + file.Offset }
            : null;

    private static Node NodeOf(Process process, Vnode vnode)
    {
        ProcessFile? file = IsDirectory(vnode) ? null : FileOf(vnode);
        bool isMemory = file == ProcessFile.Memory;
        return new Node
        {
            Vnode = vnode,
            Mode = file is null ? DirectoryMode : FileModes.Regular | file.AccessTo(process),
            Uid = isMemory && process.HasChangedIds ? 0 : process.Uid,
            Gid = isMemory ? MemoryGroup : process.Gid,
            Parent = new Vnode(vnode.FileSystem, vnode.FileSystem),
        };
    }

    private static string Decimal(int pid) => pid.ToString(CultureInfo.InvariantCulture);
}
