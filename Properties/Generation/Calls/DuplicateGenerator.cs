using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates dup(2), dup2(2) and fcntl(2) with F_DUPFD.</summary>
internal static class DuplicateGenerator
{
    /// <summary>Mostly of a socket; in runs with files, also of a file.</summary>
    public static Call? Duplicate(RunContext run)
    {
        if (!TryPick(run, out int pid, out int fd))
        {
            return null;
        }

        return run.Random.Below(5) switch
        {
            < 2 => new Call.Dup(pid, fd),
            < 4 => new Call.Dup2(pid, fd, Target(run, pid)),
            _ => new Call.FcntlDup(pid, fd, Target(run, pid)),
        };
    }

    private static bool TryPick(RunContext run, out int pid, out int fd)
    {
        if (run.Theme != Theme.Network && run.Random.Chance(40) && run.TryPickFile((_, _) => true, out pid, out fd))
        {
            return true;
        }

        bool isPicked = run.TryPickSocket(out SocketTarget target);
        (pid, fd) = (target.Pid, target.Fd);
        return isPicked;
    }

    /// <summary>A descriptor that is open or not, the limit, its neighbours, and impossible ones.</summary>
    private static int Target(RunContext run, int pid)
    {
        ref Prng random = ref run.Random;
        Process caller = run.State.FindProcess(pid)!;
        return random.Below(12) switch
        {
            0 => caller.Limit,
            1 => caller.Limit - 1,
            2 => EdgeIntegers.Edge(ref random),
            _ => random.Below(caller.Files.Length + 2),
        };
    }
}
