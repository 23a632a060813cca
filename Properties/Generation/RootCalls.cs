using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>Where a process is, and what it calls root (J8).</summary>
internal static class RootCalls
{
    public static Call? ChDir(Scene scene)
    {
        Process caller = scene.AnyProcess();
        return new Call.ChDir(caller.Pid, Paths.To(scene, caller, Goal.Directory));
    }

    public static Call? FChDir(Scene scene) =>
        FileCalls.AimAtDirectory(scene) is { } aim ? new Call.FChDir(aim.Pid, aim.Fd) : null;

    public static Call? ChRoot(Scene scene)
    {
        Process? caller = scene.Random.Chance(10)
            ? scene.AnyProcess()
            : scene.FindDispensable(process => process.IsSuperuser);
        return caller is null ? null : new Call.ChRoot(caller.Pid, Paths.To(scene, caller, Goal.Directory));
    }

    public static Call? UMask(Scene scene) => new Call.UMask(scene.AnyProcess().Pid, Modes.Mask(ref scene.Random));
}
