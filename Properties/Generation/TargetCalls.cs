using Verify.Abi;
using Verify.Model;
using File = Verify.Model.File;

namespace Verify.Properties.Generation;

/// <summary>What one process does to another, visible or not (J6).</summary>
internal static class TargetCalls
{
    private const int Last = 31;
    private static readonly int[] Harmless = [0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 28, 29];
    private static readonly int[] NoSignals = [-1, -9, 32, 33, 40, 64, 65, 127, 128, 129, 256 + 9, 65536 + 9];
    private static readonly int[] Nices = [-21, -20, -1, 0, 1, 5, 19, 20, 21];

    /// <summary>Mostly what ends nobody, so that the run goes on.</summary>
    public static Call? Kill(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int signal = random.Below(20) switch
        {
            0 => random.Chance(80) ? random.Pick<int>(NoSignals) : Numbers.Edge(ref random),
            < 6 => random.Below(Last + 1),
            _ => random.Pick<int>(Harmless),
        };
        return new Call.Kill(scene.AnyProcess().Pid, random.Chance(12) ? -1 : Target(scene), signal);
    }

    public static Call? PTrace(Scene scene) => new Call.PTrace(scene.AnyProcess().Pid, Target(scene));

    public static Call? KTrace(Scene scene) => new Call.KTrace(scene.AnyProcess().Pid, Target(scene));

    public static Call? GetPriority(Scene scene) => new Call.GetPriority(scene.AnyProcess().Pid, Target(scene));

    public static Call? SetPriority(Scene scene) =>
        new Call.SetPriority(scene.AnyProcess().Pid, Target(scene), Nice(ref scene.Random));

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
        return caller.FileAt(open) == File.Closed && random.Chance(80)
            ? null
            : new Call.PassFd(caller.Pid, open, Target(scene));
    }

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
