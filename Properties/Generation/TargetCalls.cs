using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>What one process does to another, visible or not (J6).</summary>
internal static class TargetCalls
{
    private const int Last = 31;
    private const int Largest = 128;
    private static readonly int[] Harmless = [0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 28, 29];
    private static readonly int[] NoSignals = [-1, -9, 129, 130, 160, 255, 256, 256 + 9, 65536 + 9];
    private static readonly int[] Nices = [-21, -20, -1, 0, 1, 5, 19, 20, 21];

    /// <summary>Mostly what ends nobody, so that the run goes on.</summary>
    public static Call? Kill(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int signal = random.Below(20) switch
        {
            0 => random.Chance(80) ? random.Pick<int>(NoSignals) : Numbers.Edge(ref random),
            1 => Last + random.Below(Largest - Last + 1),
            < 6 => random.Below(Last + 1),
            _ => random.Pick<int>(Harmless),
        };
        int target = random.Below(100) switch
        {
            < 12 => -1,
            < 20 => Group(scene) is var group && random.Chance(30) ? 0 : -group,
            _ => Target(scene),
        };
        return new Call.Kill(scene.AnyProcess().Pid, target, signal);
    }

    public static Call? PTrace(Scene scene) => new Call.PTrace(scene.AnyProcess().Pid, Target(scene));

    public static Call? KTrace(Scene scene) =>
        new Call.KTrace(scene.AnyProcess().Pid, scene.Random.Chance(25) ? -Group(scene) : Target(scene));

    public static Call? GetPriority(Scene scene)
    {
        PriorityOf which = Which(ref scene.Random);
        return new Call.GetPriority(scene.AnyProcess().Pid, Who(scene, which), which);
    }

    public static Call? SetPriority(Scene scene)
    {
        PriorityOf which = Which(ref scene.Random);
        return new Call.SetPriority(scene.AnyProcess().Pid, Who(scene, which), Nice(ref scene.Random), which);
    }

    public static Call? SetPGid(Scene scene) => new Call.SetPGid(
        scene.AnyProcess().Pid,
        Target(scene),
        scene.Random.Below(5) switch
        {
            0 => 0,
            1 => scene.AnyProcess().Pid,
            2 => Numbers.Edge(ref scene.Random),
            _ => Group(scene),
        });

    public static Call? SetSid(Scene scene) => new Call.SetSid(scene.AnyProcess().Pid);

    /// <summary>What is told of groups and sessions.</summary>
    public static Call? GetGroup(Scene scene)
    {
        int pid = scene.AnyProcess().Pid;
        return scene.Random.Below(3) switch
        {
            0 => new Call.GetPGrp(pid),
            1 => new Call.GetPGid(pid, Target(scene)),
            _ => new Call.GetSid(pid, scene.Random.Chance(50) ? pid : Target(scene)),
        };
    }

    /// <summary>Whom a socket's signals go to, or a file's, which has none.</summary>
    public static Call? SetOwner(Scene scene)
    {
        int owner = scene.Random.Below(10) switch
        {
            0 => 0,
            1 => Numbers.Edge(ref scene.Random),
            < 5 => -Group(scene),
            _ => Target(scene),
        };
        return Owned(scene) is (var pid, var fd) ? new Call.FcntlSetOwn(pid, fd, owner) : null;
    }

    public static Call? GetOwner(Scene scene) =>
        Owned(scene) is (var pid, var fd) ? new Call.FcntlGetOwn(pid, fd) : null;

    private static (int Pid, int Fd)? Owned(Scene scene) =>
        scene.Random.Chance(90)
            ? scene.TryAim(out Aim aim) ? (aim.Pid, aim.Fd) : null
            : scene.TryAimAtFile((_, _) => true, out int pid, out int fd) ? (pid, fd) : null;

    /// <summary>A socket, a file, or what is neither.</summary>
    public static Call? PassFd(Scene scene)
    {
        ref Prng random = ref scene.Random;
        if (random.Chance(60) && scene.TryAimAtFile((_, _) => true, out int pid, out int fd))
        {
            return new Call.PassFd(pid, fd, Target(scene));
        }

        Process caller = scene.AnyProcess();
        int open = caller.Files.IsEmpty ? 0 : random.Below(caller.Files.Length);
        return caller.FileAt(open) == DescriptorEntry.Closed && random.Chance(80)
            ? null
            : new Call.PassFd(caller.Pid, open, Target(scene));
    }

    /// <summary>A process group, mostly one that is there.</summary>
    private static int Group(Scene scene) =>
        scene.Random.Chance(10) ? scene.Nobody() : scene.AnyProcess().ProcessGroup;

    private static PriorityOf Which(ref Prng random) => random.Below(20) switch
    {
        < 10 => PriorityOf.PRIO_PROCESS,
        < 14 => PriorityOf.PRIO_PGRP,
        < 19 => PriorityOf.PRIO_USER,
        _ => (PriorityOf)(random.Chance(50) ? 3 : -1),
    };

    private static int Who(Scene scene, PriorityOf which) => which switch
    {
        PriorityOf.PRIO_PGRP => scene.Random.Chance(25) ? 0 : Group(scene),
        PriorityOf.PRIO_USER => scene.Random.Chance(25) ? 0 : scene.AnyProcess().Uid,
        _ => Target(scene),
    };

    private static int Nice(ref Prng random) =>
        random.Chance(8) ? Numbers.Edge(ref random) : random.Pick<int>(Nices);

    /// <summary>Mostly a process that exists, the caller among them.</summary>
    private static int Target(Scene scene) => scene.Random.Below(25) switch
    {
        < 3 => scene.Nobody(),
        3 => 0,
        _ => scene.AnyProcess().Pid,
    };
}
