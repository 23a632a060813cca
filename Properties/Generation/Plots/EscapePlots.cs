using Verify.Abi;
using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Properties.Generation.Plots;

/// <summary>
/// The classic ways out of a root directory and a prison, as calls in a row that a run weaves into its others. A plot
/// knows who plays in it; each of its steps looks at the state for itself and makes null where its time has not come.
/// </summary>
internal static class EscapePlots
{
    private static readonly Func<int, Func<Scene, Call?>[]>[] Alone =
    [
        LonePlots.RootInRoot, LonePlots.RootAboveItself, LonePlots.LinksOut, LonePlots.RemovedDirectory,
        LonePlots.HardLinks, LonePlots.Devices, LonePlots.OldDescriptor,
    ];

    private static readonly Func<Cast, Func<Scene, Call?>[]>[] Helped =
    [
        HelpedPlots.PassedDirectory, HelpedPlots.MovedDirectory, HelpedPlots.MountBelow, HelpedPlots.MountOver,
        HelpedPlots.PassedSockets, HelpedPlots.Status, HelpedPlots.ProcessFiles, HelpedPlots.Intruders,
        HelpedPlots.RemovedRoot, HelpedPlots.DeadProcess, HelpedPlots.Variables,
    ];

    /// <summary>
    /// The steps of a plot; none where the state has nobody to play in it. In many, who has a directory open may chroot.
    /// </summary>
    public static Func<Scene, Call?>[] Next(Scene scene)
    {
        Func<Scene, Call?>[] steps = Steps(scene);
        return steps.Length > 0 && scene.Random.Chance(70) && scene.FindProcess(IsFreeSuperuser) is { Pid: var host }
            ? [_ => new Call.SysctlWrite(host, "kern.chroot_allow_open_directories", 2), .. steps]
            : steps;
    }

    private static Func<Scene, Call?>[] Steps(Scene scene)
    {
        Process? host = scene.FindProcess(IsFreeSuperuser);
        Process? prisoner = scene.FindProcess(process => process.IsSuperuser && IsConfined(process));
        if (prisoner is null)
        {
            return scene.FindDispensable(IsFreeSuperuser) is { } founder ? LonePlots.Prison(founder.Pid) : [];
        }

        return host is not null && scene.State.Tree.PathTo(prisoner.Root) is { } root && scene.Random.Chance(50)
            ? scene.Random.Pick<Func<Cast, Func<Scene, Call?>[]>>(Helped)(
                new Cast(host.Pid, prisoner.Pid, root == "/" ? "" : root))
            : scene.Random.Pick<Func<int, Func<Scene, Call?>[]>>(Alone)(prisoner.Pid);
    }

    private static bool IsFreeSuperuser(Process process) => process.IsHostSuperuser && !IsConfined(process);

    private static bool IsConfined(Process process) => process.Prison is not null || process.Root != Vnode.Root;
}

/// <summary>Who plays where a prisoner has help from outside.</summary>
/// <param name="Host">A superuser with the root of all.</param>
/// <param name="Prisoner">A superuser in a prison, or with another root.</param>
/// <param name="Root">The prisoner's root as the host names it; empty for the root of all.</param>
internal readonly record struct Cast(int Host, int Prisoner, string Root);
