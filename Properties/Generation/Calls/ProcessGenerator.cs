using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates fork(2), setuid(2) and exit(2).</summary>
internal static class ProcessGenerator
{
    private const int Crowd = 3;
    private static readonly int[] Uids = [0, 1001, 1001, 1002, 1002];

    public static Call? Fork(RunContext run) =>
        run.State.Processes.Length > Crowd && run.Random.Chance(75)
            ? null
            : new Call.Fork(run.AnyProcess().Pid);

    public static Call? SetUid(RunContext run)
    {
        int uid = run.Available.Users is { } users ? users.ElementAt(run.Random.Below(users.Count))
            : run.Random.Chance(12) ? EdgeIntegers.OddId(ref run.Random)
            : run.Random.Pick<int>(Uids);
        return run.FindDispensable(process => process.IsSuperuser || run.Random.Chance(20)) is { } caller
            ? new Call.SetUid(caller.Pid, uid)
            : null;
    }

    /// <summary>
    /// Rarely of process 1, whose exit ends the run. The exit of a process that sleeps stands for its being killed.
    /// </summary>
    public static Call? Exit(RunContext run)
    {
        int pid = run.AnyTarget().Pid;
        return pid != 1 || run.Random.Chance(1) ? new Call.Exit(pid, run.Random.Below(2)) : null;
    }
}
