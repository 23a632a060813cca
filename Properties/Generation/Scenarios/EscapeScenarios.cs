using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Scenarios;

/// <summary>
/// Well-known ways out of a root directory and a prison, as sequences of calls that a run interleaves with other calls.
/// A scenario is given its processes; each step inspects the state, and makes no call if the state does not fit.
/// </summary>
internal static class EscapeScenarios
{
    private static readonly Func<int, CallGenerator[]>[] Solo =
    [
        SoloEscapes.RootInRoot, SoloEscapes.RootAboveItself, SoloEscapes.LinksOut, SoloEscapes.RemovedDirectory,
        SoloEscapes.HardLinks, SoloEscapes.Devices, SoloEscapes.OldDescriptor,
    ];

    private static readonly Func<HostAndPrisoner, CallGenerator[]>[] Assisted =
    [
        AssistedEscapes.PassedDirectory, AssistedEscapes.MovedDirectory, AssistedEscapes.MountBelow,
        AssistedEscapes.MountOver, AssistedEscapes.SocketsPassedIn, AssistedEscapes.SocketsPassedOut,
        AssistedEscapes.Status, AssistedEscapes.ProcessFiles, AssistedEscapes.Intruders, AssistedEscapes.RemovedRoot,
        AssistedEscapes.DeadProcess, AssistedEscapes.Variables,
    ];

    /// <summary>
    /// The steps of a scenario; none if the state lacks its processes. In many scenarios a process with an open
    /// directory may call chroot(2).
    /// </summary>
    public static CallGenerator[] Next(RunContext run)
    {
        CallGenerator[] steps = Steps(run);
        return steps.Length > 0 && run.Random.Chance(70) && run.FindProcess(IsFreeSuperuser) is { Pid: var host }
            ? [_ => new Call.SysctlWrite(host, "kern.chroot_allow_open_directories", 2), .. steps]
            : steps;
    }

    private static CallGenerator[] Steps(RunContext run)
    {
        Process? host = run.FindProcess(IsFreeSuperuser);
        Process? prisoner = run.Random.Chance(50)
            ? run.FindProcess(process => process.IsSuperuser && process.Prison is not null)
            : null;
        prisoner ??= run.FindProcess(process => process.IsSuperuser && IsConfined(process));
        if (prisoner is null)
        {
            return run.FindDispensable(IsFreeSuperuser) is { } founder ? SoloEscapes.Prison(founder.Pid) : [];
        }

        return host is not null && run.State.Tree.PathTo(prisoner.Root) is { } root && run.Random.Chance(50)
            ? run.Random.Pick<Func<HostAndPrisoner, CallGenerator[]>>(Assisted)(
                new HostAndPrisoner(host.Pid, prisoner.Pid, root == "/" ? "" : root))
            : run.Random.Pick<Func<int, CallGenerator[]>>(Solo)(prisoner.Pid);
    }

    private static bool IsFreeSuperuser(Process process) => process.IsHostSuperuser && !IsConfined(process);

    private static bool IsConfined(Process process) => process.Prison is not null || process.Root != Vnode.Root;
}

/// <summary>The processes of a scenario in which a prisoner has help from outside.</summary>
/// <param name="Host">A superuser outside prisons, with the root of the whole file system.</param>
/// <param name="Prisoner">A superuser in a prison, or with another root directory.</param>
/// <param name="Root">
/// The path of the prisoner's root directory for the host; empty for the root of the whole file system.
/// </param>
internal readonly record struct HostAndPrisoner(int Host, int Prisoner, string Root);
