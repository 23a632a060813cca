using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates open(2), read(2), readdir, close(2) and stat(2) of files.</summary>
internal static class FileGenerator
{
    private static readonly Func<FileTree, Vnode, bool> Any = (_, _) => true;

    /// <summary>The file of a process that has exited.</summary>
    private static readonly Func<FileTree, Vnode, bool> IsDead = (_, node) => node.IsDead;

    private static readonly Func<FileTree, Vnode, bool> IsDirectory =
        (tree, node) => node.IsOfProcess ? node.Number % 16 == 0 : tree[node].IsDirectory;

    private static readonly Func<FileTree, Vnode, bool> IsFile = (tree, node) => !IsDirectory(tree, node);

    public static Call? Open(RunContext run)
    {
        ref Prng random = ref run.Random;
        Process caller = run.AnyProcess();
        return random.Below(10) switch
        {
            0 => new Call.Open(
                caller.Pid, Paths.ToAny(run, caller), (OpenOptions)random.Below(0x1000), Modes.Any(ref random)),
            < 3 => new Call.Open(
                caller.Pid, Paths.To(run, caller, PathTarget.FreeName), Making(ref random), Modes.Any(ref random)),
            < 6 => new Call.Open(caller.Pid, Paths.To(run, caller, PathTarget.File), (OpenOptions)random.Below(3), 0),
            _ => new Call.Open(caller.Pid, Paths.To(run, caller, PathTarget.Directory), OpenOptions.O_RDONLY, 0),
        };
    }

    public static Call? Read(RunContext run) =>
        run.TryPickFile(run.Random.Chance(20) ? Any : IsFile, out int pid, out int fd)
            ? new Call.Read(pid, fd, run.Random.Chance(15) ? run.Random.Below(60) : Call.Receiving.UsualLength)
            : null;

    /// <summary>The other calls that transfer data, which do little on a file.</summary>
    public static Call? Transfer(RunContext run) =>
        (!run.Random.Chance(30) || !run.TryPickFile(IsDead, out int pid, out int fd))
            && !run.TryPickFile(Any, out pid, out fd) ? null : run.Random.Below(5) switch
        {
            0 => new Call.Write(pid, fd, run.Datagram()),
            1 => new Call.WriteV(pid, fd, new Few<Data>(run.Datagram())),
            2 => new Call.ReadV(pid, fd, new Few<int>(run.Random.Below(8)).With(run.Random.Below(80))),
            3 => new Call.IoctlReadable(pid, fd),
            _ => new Call.Poll(pid, fd, ReadinessGenerator.Events(run)),
        };

    public static Call? ReadDir(RunContext run) =>
        PickDirectory(run) is { } target ? new Call.ReadDir(target.Pid, target.Fd) : null;

    public static Call? Close(RunContext run) =>
        run.TryPickFile(Any, out int pid, out int fd) ? new Call.Close(pid, fd) : null;

    public static Call? Stat(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.Stat(caller.Pid, Paths.ToAny(run, caller));
    }

    /// <summary>A descriptor, mostly of an open directory.</summary>
    public static (int Pid, int Fd)? PickDirectory(RunContext run) =>
        run.TryPickFile(run.Random.Chance(10) ? Any : IsDirectory, out int pid, out int fd) ? (pid, fd) : null;

    private static OpenOptions Making(ref Prng random) =>
        OpenOptions.O_CREAT | (OpenOptions)random.Below(3) | (random.Chance(25) ? OpenOptions.O_EXCL : 0);
}
