using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates jail(2).</summary>
internal static class JailGenerator
{
    private const string Hostname = "a.example";

    private static readonly string?[] OddHostnames = [null, "", "", "a", new('h', 255), new('h', 256), new('h', 257)];

    public static Call? Jail(RunContext run)
    {
        ref Prng random = ref run.Random;
        Process? caller = random.Chance(8)
            ? run.AnyProcess()
            : run.FindDispensable(process => CanJail(run, process));
        return caller is null ? null : new Call.Jail(
            caller.Pid,
            random.Chance(3) ? (random.Chance(50) ? 1 : EdgeIntegers.Edge(ref random)) : 0,
            random.Chance(8) ? OddPaths.Next(ref random) : Paths.ForPrison(run, caller),
            random.Chance(6) ? random.Pick<string?>(OddHostnames) : Hostname,
            random.Below(16) switch
            {
                0 => Ipv4.Any,
                1 => run.ForeignAddress(),
                _ => run.OwnAddress(),
            });
    }

    private static bool CanJail(RunContext run, Process process)
    {
        bool holdsSocket = false;
        for (int fd = 0; fd < process.Files.Length; fd++)
        {
            holdsSocket |= run.State.SocketAt(process, fd) is { IsWithoutAddress: false };
        }

        return process.IsHostSuperuser && !holdsSocket;
    }
}
