using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Properties.Generation;

/// <summary>mount, unmount, quotactl: mostly by the host's superuser, who may.</summary>
internal static class MountCalls
{
    private static readonly string[] Types = ["mfs", "mfs", "mfs", "procfs", "procfs", "nullfs"];
    private static readonly int[] Users = [0, 1001, 1001, 1002, -1];

    public static Call? Mount(Scene scene)
    {
        Process caller = Caller(scene);
        string? path = scene.Random.Below(100) switch
        {
            < 2 => "/",
            < 12 => MountPoint(scene, caller),
            _ => null,
        };
        return new Call.Mount(
            caller.Pid, scene.Random.Pick<string>(Types), path ?? Paths.To(scene, caller, Goal.Directory));
    }

    public static Call? Unmount(Scene scene)
    {
        Process caller = Caller(scene);
        return new Call.Unmount(caller.Pid, MountPoint(scene, caller) ?? Paths.To(scene, caller, Goal.Directory));
    }

    public static Call? QuotaCtl(Scene scene)
    {
        ref Prng random = ref scene.Random;
        Process caller = Caller(scene);
        QuotaCommand command = random.Chance(5) ? (QuotaCommand)9
            : random.Chance(10) ? QuotaCommand.Q_SYNC
            : random.Chance(70) ? QuotaCommand.Q_SETQUOTA
            : QuotaCommand.Q_GETQUOTA;
        return new Call.QuotaCtl(
            caller.Pid, Paths.ToAny(scene, caller), command, User(ref random), Limit(ref random));
    }

    private static int User(ref Prng random) =>
        random.Chance(10) ? Numbers.OddId(ref random) : random.Pick<int>(Users);

    private static int Limit(ref Prng random) => random.Chance(8) ? Numbers.Edge(ref random) : random.Below(6) - 1;

    private static Process Caller(Scene scene) =>
        (scene.Random.Chance(75) ? scene.FindProcess(process => process.IsHostSuperuser) : null) ?? scene.AnyProcess();

    /// <summary>Where something is mounted, for a process that has the root of all; null where nothing is.</summary>
    private static string? MountPoint(Scene scene, Process caller)
    {
        FileTree tree = scene.State.Tree;
        return tree.FileSystems.Length > 1 && caller.Root == tree.Root && scene.Random.Chance(80)
            ? tree.PathTo(tree.FileSystems[1 + scene.Random.Below(tree.FileSystems.Length - 1)].RootDirectory)
            : null;
    }
}
