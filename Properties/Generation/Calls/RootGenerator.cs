using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates calls on the root and current directory (J8).</summary>
internal static class RootGenerator
{
    public static Call? ChDir(RunContext run)
    {
        Process caller = run.AnyProcess();
        return new Call.ChDir(caller.Pid, Paths.To(run, caller, PathTarget.Directory));
    }

    public static Call? FChDir(RunContext run) =>
        FileGenerator.PickDirectory(run) is { } target ? new Call.FChDir(target.Pid, target.Fd) : null;

    public static Call? ChRoot(RunContext run)
    {
        Process? caller = run.Random.Chance(10)
            ? run.AnyProcess()
            : run.FindDispensable(process => process.IsSuperuser);
        return caller is null ? null : new Call.ChRoot(caller.Pid, Paths.To(run, caller, PathTarget.Directory));
    }

    public static Call? UMask(RunContext run) => new Call.UMask(run.AnyProcess().Pid, Modes.Mask(ref run.Random));
}
