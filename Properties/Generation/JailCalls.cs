using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>jail.</summary>
internal static class JailCalls
{
    private const string Hostname = "a.example";

    private static readonly string?[] OddHostnames = [null, "", "", "a", new('h', 255), new('h', 256), new('h', 257)];

    public static Call? Jail(Scene scene)
    {
        ref Prng random = ref scene.Random;
        Process? caller = random.Chance(8)
            ? scene.AnyProcess()
            : scene.FindDispensable(process => CanJail(scene, process));
        return caller is null ? null : new Call.Jail(
            caller.Pid,
            random.Chance(3) ? (random.Chance(50) ? 1 : Numbers.Edge(ref random)) : 0,
            random.Chance(8) ? OddPaths.Next(ref random) : Paths.ForPrison(scene, caller),
            random.Chance(6) ? random.Pick<string?>(OddHostnames) : Hostname,
            random.Below(16) switch
            {
                0 => Ipv4.Any,
                1 => scene.ForeignAddress(),
                _ => scene.OwnAddress(),
            });
    }

    private static bool CanJail(Scene scene, Process process)
    {
        bool holdsSocket = false;
        for (int fd = 0; fd < process.Files.Length; fd++)
        {
            holdsSocket |= scene.State.SocketAt(process, fd) is { IsWithoutAddress: false };
        }

        return process.IsHostSuperuser && !holdsSocket;
    }
}
