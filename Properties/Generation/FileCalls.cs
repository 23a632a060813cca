using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Properties.Generation;

/// <summary>open, read, readdir, close of files, stat.</summary>
internal static class FileCalls
{
    private static readonly Func<FileTree, Vnode, bool> Any = (_, _) => true;
    private static readonly Func<FileTree, Vnode, bool> IsDirectory =
        (tree, node) => node.IsOfProcess ? node.Number % 16 == 0 : tree[node].IsDirectory;

    private static readonly Func<FileTree, Vnode, bool> IsFile = (tree, node) => !IsDirectory(tree, node);

    public static Call? Open(Scene scene)
    {
        ref Prng random = ref scene.Random;
        Process caller = scene.AnyProcess();
        return random.Below(10) switch
        {
            0 => new Call.Open(
                caller.Pid, Paths.ToAny(scene, caller), (OpenOptions)random.Below(0x1000), Modes.Any(ref random)),
            < 3 => new Call.Open(
                caller.Pid, Paths.To(scene, caller, Goal.Nothing), Making(ref random), Modes.Any(ref random)),
            < 6 => new Call.Open(caller.Pid, Paths.To(scene, caller, Goal.File), (OpenOptions)random.Below(3), 0),
            _ => new Call.Open(caller.Pid, Paths.To(scene, caller, Goal.Directory), OpenOptions.O_RDONLY, 0),
        };
    }

    public static Call? Read(Scene scene) =>
        scene.TryAimAtFile(scene.Random.Chance(20) ? Any : IsFile, out int pid, out int fd)
            ? new Call.Read(pid, fd)
            : null;

    public static Call? ReadDir(Scene scene) =>
        AimAtDirectory(scene) is { } aim ? new Call.ReadDir(aim.Pid, aim.Fd) : null;

    public static Call? Close(Scene scene) =>
        scene.TryAimAtFile(Any, out int pid, out int fd) ? new Call.Close(pid, fd) : null;

    public static Call? Stat(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.Stat(caller.Pid, Paths.ToAny(scene, caller));
    }

    /// <summary>Mostly a directory that is open.</summary>
    public static (int Pid, int Fd)? AimAtDirectory(Scene scene) =>
        scene.TryAimAtFile(scene.Random.Chance(10) ? Any : IsDirectory, out int pid, out int fd) ? (pid, fd) : null;

    private static OpenOptions Making(ref Prng random) =>
        OpenOptions.O_CREAT | (OpenOptions)random.Below(3) | (random.Chance(25) ? OpenOptions.O_EXCL : 0);
}
