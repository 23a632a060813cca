using Verify.Abi;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates calls of one process on another, visible or not (J6).</summary>
internal static class TargetGenerator
{
    private const int Last = 31;
    private const int Largest = 128;
    private static readonly int[] Harmless = [0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 28, 29];
    private static readonly int[] NoSignals = [-1, -9, 129, 130, 160, 255, 256, 256 + 9, 65536 + 9];
    private static readonly int[] Nices = [-21, -20, -1, 0, 1, 5, 19, 20, 21];

    /// <summary>Mostly signals that terminate no process, so that the run continues.</summary>
    public static Call? Kill(RunContext run)
    {
        ref Prng random = ref run.Random;
        int signal = random.Below(20) switch
        {
            0 => random.Chance(80) ? random.Pick<int>(NoSignals) : EdgeIntegers.Edge(ref random),
            1 => Last + random.Below(Largest - Last + 1),
            < 6 => random.Below(Last + 1),
            _ => random.Pick<int>(Harmless),
        };
        int target = random.Below(100) switch
        {
            < 12 => -1,
            < 20 => Group(run) is var group && random.Chance(30) ? 0 : -group,
            _ => Target(run),
        };
        return new Call.Kill(run.AnyProcess().Pid, target, signal);
    }

    public static Call? PTrace(RunContext run) => new Call.PTrace(run.AnyProcess().Pid, Target(run));

    public static Call? KTrace(RunContext run) =>
        new Call.KTrace(run.AnyProcess().Pid, run.Random.Chance(25) ? -Group(run) : Target(run));

    public static Call? GetPriority(RunContext run)
    {
        PriorityOf which = Which(ref run.Random);
        return new Call.GetPriority(run.AnyProcess().Pid, Who(run, which), which);
    }

    public static Call? SetPriority(RunContext run)
    {
        PriorityOf which = Which(ref run.Random);
        return new Call.SetPriority(run.AnyProcess().Pid, Who(run, which), Nice(ref run.Random), which);
    }

    public static Call? SetPGid(RunContext run) => new Call.SetPGid(
        run.AnyProcess().Pid,
        Target(run),
        run.Random.Below(5) switch
        {
            0 => 0,
            1 => run.AnyProcess().Pid,
            2 => EdgeIntegers.Edge(ref run.Random),
            _ => Group(run),
        });

    public static Call? SetSid(RunContext run) => new Call.SetSid(run.AnyProcess().Pid);

    /// <summary>getpgrp(2), getpgid(2) and getsid(2).</summary>
    public static Call? GetGroup(RunContext run)
    {
        int pid = run.AnyProcess().Pid;
        return run.Random.Below(3) switch
        {
            0 => new Call.GetPGrp(pid),
            1 => new Call.GetPGid(pid, Target(run)),
            _ => new Call.GetSid(pid, run.Random.Chance(50) ? pid : Target(run)),
        };
    }

    /// <summary>fcntl(2) with F_SETOWN, of a socket, or of a file, which sends no signals.</summary>
    public static Call? SetOwner(RunContext run)
    {
        int owner = Owner(run);
        return Owned(run) is (var pid, var fd) ? new Call.FcntlSetOwn(pid, fd, owner) : null;
    }

    public static Call? GetOwner(RunContext run) =>
        Owned(run) is (var pid, var fd) ? new Call.FcntlGetOwn(pid, fd) : null;

    /// <summary>ioctl(2) on owners and signals of a socket, or of another file.</summary>
    public static Call? Ioctl(RunContext run)
    {
        if (Owned(run) is not var (pid, fd))
        {
            return null;
        }

        return run.Random.Below(5) switch
        {
            0 => new Call.IoctlAsync(pid, fd, EdgeIntegers.Switch(ref run.Random)),
            1 => new Call.IoctlGetOwn(pid, fd),
            2 => new Call.IoctlAtMark(pid, fd),
            _ => new Call.IoctlSetOwn(pid, fd, Owner(run)),
        };
    }

    private static int Owner(RunContext run) => run.Random.Below(10) switch
    {
        0 => 0,
        1 => EdgeIntegers.Edge(ref run.Random),
        < 5 => -Group(run),
        _ => Target(run),
    };

    private static (int Pid, int Fd)? Owned(RunContext run) =>
        run.Random.Chance(90)
            ? run.TryPickSocket(out SocketTarget target) ? (target.Pid, target.Fd) : null
            : run.TryPickFile((_, _) => true, out int pid, out int fd) ? (pid, fd) : null;

    /// <summary>A process group, mostly an existing one.</summary>
    private static int Group(RunContext run) =>
        run.Random.Chance(10) ? run.UnusedPid() : run.AnyTarget().ProcessGroup;

    private static PriorityOf Which(ref Prng random) => random.Below(20) switch
    {
        < 10 => PriorityOf.PRIO_PROCESS,
        < 14 => PriorityOf.PRIO_PGRP,
        < 19 => PriorityOf.PRIO_USER,
        _ => (PriorityOf)(random.Chance(50) ? 3 : -1),
    };

    private static int Who(RunContext run, PriorityOf which) => which switch
    {
        PriorityOf.PRIO_PGRP => run.Random.Chance(25) ? 0 : Group(run),
        PriorityOf.PRIO_USER => run.Random.Chance(25) ? 0 : run.AnyProcess().Uid,
        _ => Target(run),
    };

    private static int Nice(ref Prng random) =>
        random.Chance(8) ? EdgeIntegers.Edge(ref random) : random.Pick<int>(Nices);

    /// <summary>Mostly an existing process, possibly the caller.</summary>
    private static int Target(RunContext run) => run.Random.Below(25) switch
    {
        < 3 => run.UnusedPid(),
        3 => 0,
        _ => run.AnyTarget().Pid,
    };
}
