using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>
/// Generates mount(2), unmount(2) and quotactl(2), mostly by a superuser outside prisons, who may make them.
/// </summary>
internal static class MountGenerator
{
    private static readonly string[] Types = ["mfs", "mfs", "mfs", "procfs", "procfs", "nullfs"];
    private static readonly int[] Users = [0, 1001, 1001, 1002, -1];

    public static Call? Mount(RunContext run)
    {
        Process caller = Caller(run);
        string? path = run.Random.Below(100) switch
        {
            < 2 => "/",
            < 12 => MountPoint(run, caller),
            _ => null,
        };
        return new Call.Mount(
            caller.Pid, run.Random.Pick<string>(Types), path ?? Paths.To(run, caller, PathTarget.Directory));
    }

    public static Call? Unmount(RunContext run)
    {
        Process caller = Caller(run);
        return new Call.Unmount(caller.Pid, MountPoint(run, caller) ?? Paths.To(run, caller, PathTarget.Directory));
    }

    public static Call? QuotaCtl(RunContext run)
    {
        ref Prng random = ref run.Random;
        Process caller = Caller(run);
        QuotaCommand command = random.Chance(5) ? (QuotaCommand)9
            : random.Chance(10) ? QuotaCommand.Q_SYNC
            : random.Chance(70) ? QuotaCommand.Q_SETQUOTA
            : QuotaCommand.Q_GETQUOTA;
        return new Call.QuotaCtl(
            caller.Pid, Paths.ToAny(run, caller), command, User(ref random), Limit(ref random));
    }

    private static int User(ref Prng random) =>
        random.Chance(10) ? EdgeIntegers.OddId(ref random) : random.Pick<int>(Users);

    private static int Limit(ref Prng random) => random.Chance(8) ? EdgeIntegers.Edge(ref random) : random.Below(6) - 1;

    private static Process Caller(RunContext run) =>
        (run.Random.Chance(75) ? run.FindProcess(process => process.IsHostSuperuser) : null) ?? run.AnyProcess();

    /// <summary>A mount point, for a process with the root of the whole file system; null if there is none.</summary>
    private static string? MountPoint(RunContext run, Process caller)
    {
        FileTree tree = run.State.Tree;
        return tree.FileSystems.Length > 1 && caller.Root == tree.Root && run.Random.Chance(80)
            ? tree.PathTo(tree.FileSystems[1 + run.Random.Below(tree.FileSystems.Length - 1)].RootDirectory)
            : null;
    }
}
