using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// The classic ways out of a root directory and a prison, as calls in a row that a run weaves into its others. A plot
/// knows who plays in it; each of its steps looks at the state for itself and makes null where its time has not come.
/// </summary>
internal static class EscapeScenarios
{
    private static readonly Func<int, Func<RunContext, Call?>[]>[] Alone =
    [
        SoloEscapes.RootInRoot, SoloEscapes.RootAboveItself, SoloEscapes.LinksOut, SoloEscapes.RemovedDirectory,
        SoloEscapes.HardLinks, SoloEscapes.Devices, SoloEscapes.OldDescriptor,
    ];

    private static readonly Func<HostAndPrisoner, Func<RunContext, Call?>[]>[] Helped =
    [
        AssistedEscapes.PassedDirectory, AssistedEscapes.MovedDirectory, AssistedEscapes.MountBelow, AssistedEscapes.MountOver,
        AssistedEscapes.PassedSockets, AssistedEscapes.Status, AssistedEscapes.ProcessFiles, AssistedEscapes.Intruders,
        AssistedEscapes.RemovedRoot, AssistedEscapes.DeadProcess, AssistedEscapes.Variables,
    ];

    /// <summary>
    /// The steps of a plot; none where the state has nobody to play in it. In many, who has a directory open may chroot.
    /// </summary>
    public static Func<RunContext, Call?>[] Next(RunContext run)
    {
        Func<RunContext, Call?>[] steps = Steps(run);
        return steps.Length > 0 && run.Random.Chance(70) && run.FindProcess(IsFreeSuperuser) is { Pid: var host }
            ? [_ => new Call.SysctlWrite(host, "kern.chroot_allow_open_directories", 2), .. steps]
            : steps;
    }

    private static Func<RunContext, Call?>[] Steps(RunContext run)
    {
        Process? host = run.FindProcess(IsFreeSuperuser);
        Process? prisoner = run.FindProcess(process => process.IsSuperuser && IsConfined(process));
        if (prisoner is null)
        {
            return run.FindDispensable(IsFreeSuperuser) is { } founder ? SoloEscapes.Prison(founder.Pid) : [];
        }

        return host is not null && run.State.Tree.PathTo(prisoner.Root) is { } root && run.Random.Chance(50)
            ? run.Random.Pick<Func<HostAndPrisoner, Func<RunContext, Call?>[]>>(Helped)(
                new HostAndPrisoner(host.Pid, prisoner.Pid, root == "/" ? "" : root))
            : run.Random.Pick<Func<int, Func<RunContext, Call?>[]>>(Alone)(prisoner.Pid);
    }

    private static bool IsFreeSuperuser(Process process) => process.IsHostSuperuser && !IsConfined(process);

    private static bool IsConfined(Process process) => process.Prison is not null || process.Root != Vnode.Root;
}

/// <summary>Who plays where a prisoner has help from outside.</summary>
/// <param name="Host">A superuser with the root of all.</param>
/// <param name="Prisoner">A superuser in a prison, or with another root.</param>
/// <param name="Root">The prisoner's root as the host names it; empty for the root of all.</param>
internal readonly record struct HostAndPrisoner(int Host, int Prisoner, string Root);
