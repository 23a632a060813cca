using Verify.Abi;

namespace Verify.Properties.Generation;

/// <summary>fork, setuid, exit.</summary>
internal static class ProcessCalls
{
    private const int Crowd = 3;
    private static readonly int[] Uids = [0, 1001, 1001, 1002, 1002];

    public static Call? Fork(Scene scene) =>
        scene.State.Processes.Length > Crowd && scene.Random.Chance(75)
            ? null
            : new Call.Fork(scene.AnyProcess().Pid);

    public static Call? SetUid(Scene scene)
    {
        int uid = scene.Random.Chance(12) ? Numbers.OddId(ref scene.Random) : scene.Random.Pick<int>(Uids);
        return scene.FindDispensable(process => process.IsSuperuser || scene.Random.Chance(20)) is { } caller
            ? new Call.SetUid(caller.Pid, uid)
            : null;
    }

    /// <summary>Hardly ever of process 1, since that ends the run.</summary>
    public static Call? Exit(Scene scene)
    {
        int pid = scene.AnyProcess().Pid;
        return pid != 1 || scene.Random.Chance(1) ? new Call.Exit(pid, scene.Random.Below(2)) : null;
    }
}
