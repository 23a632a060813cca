using System.Globalization;
using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// What a procfs shows below its root: the processes that the viewer sees, and <c>curproc</c>, which leads to its own
/// (J7). None of it is kept: it is what the processes are at the time.
/// </summary>
internal static class Procfs
{
    private const string CurrentProcess = "curproc";
    private const string Status = "status";

    /// <summary>The number of <c>curproc</c>; a process's directory has a multiple of <see cref="Spacing"/>.</summary>
    private const int CurrentProcessNumber = 8;

    private const int Spacing = 16;
    private const int DirectoryMode = FileModes.Directory | 0x16d;
    private const int StatusMode = FileModes.Regular | 0x124;
    private const int LinkMode = FileModes.SymbolicLink | FileModes.Access;

    /// <summary>A node, kept or shown; null where its process is gone, or the viewer does not see it.</summary>
    public static Node? Find(State state, Process viewer, Vnode vnode) =>
        !vnode.IsOfProcess ? state.Tree[vnode]
        : vnode.Number == CurrentProcessNumber
            ? new Node { Vnode = vnode, Mode = LinkMode, Target = Decimal(viewer.Pid) }
        : ProcessOf(state, viewer, vnode) is { } process ? NodeOf(process, vnode)
        : null;

    /// <summary>What a name in a directory of a procfs means, whether it is there or not.</summary>
    public static Vnode? Named(Vnode directory, string name) =>
        directory.IsOfProcess ? name == Status ? directory with { Number = directory.Number + 1 } : null
        : name == CurrentProcess ? new Vnode(directory.FileSystem, CurrentProcessNumber, IsOfProcess: true)
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int pid) && Decimal(pid) == name
            ? new Vnode(directory.FileSystem, Spacing * (pid + 1), IsOfProcess: true)
        : null;

    /// <summary>The names in a directory of a procfs, in no order.</summary>
    public static IEnumerable<string> Names(State state, Process viewer, Vnode directory) => directory.IsOfProcess
        ? [Status]
        : state.Processes.Where(viewer.Sees).Select(process => Decimal(process.Pid)).Append(CurrentProcess);

    /// <summary>True for a directory below the root of a procfs, whether its process lives or not.</summary>
    public static bool IsDirectory(Vnode vnode) => vnode.IsOfProcess && vnode.Number % Spacing == 0;

    /// <summary>The process of a directory or its status, if the viewer sees it.</summary>
    public static Process? ProcessOf(State state, Process viewer, Vnode vnode) =>
        state.FindProcess(vnode.Number / Spacing - 1) is { } process && viewer.Sees(process) ? process : null;

    /// <summary>The line that a process's status is.</summary>
    public static string StatusOf(Process process)
    {
        string hostname = process.Prison?.Hostname ?? "-";
        return $"init {process.Pid} {process.Parent} 1 1 -1,-1 noflags 0,0 0,0 0,0 nochan"
            + $" {process.Uid} {process.Uid} {process.Gid},{process.Gid} {hostname}\n";
    }

    private static Node NodeOf(Process process, Vnode vnode) => new()
    {
        Vnode = vnode,
        Mode = IsDirectory(vnode) ? DirectoryMode : StatusMode,
        Uid = process.Uid,
        Gid = process.Gid,
        Parent = new Vnode(vnode.FileSystem, vnode.FileSystem),
    };

    private static string Decimal(int pid) => pid.ToString(CultureInfo.InvariantCulture);
}
