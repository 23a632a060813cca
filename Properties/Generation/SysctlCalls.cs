using Verify.Abi;

namespace Verify.Properties.Generation;

/// <summary>sysctl of the port ranges.</summary>
internal static class SysctlCalls
{
    private static readonly int[] Extremes = [int.MinValue, -1, 0, 1, 65535, 65536, int.MaxValue];

    public static Call Read(Scene scene) =>
        new Call.SysctlRead(scene.AnyProcess().Pid, Variable(ref scene.Random));

    /// <summary>Mostly a small step: it leaves cursors just outside ranges (P4) and turns ranges round (P2).</summary>
    public static Call Write(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int value = random.Below(12) switch
        {
            0 => random.Pick<int>(Extremes),
            < 4 => 1021 + random.Below(6),
            _ => scene.State.PortVariables[random.Below(scene.State.PortVariables.Length)] + random.Below(5) - 2,
        };
        int? superuser = random.Chance(85) ? scene.FindProcess(process => process.IsHostSuperuser)?.Pid : null;
        return new Call.SysctlWrite(superuser ?? scene.AnyProcess().Pid, Variable(ref random), value);
    }

    private static string Variable(ref Prng random) =>
        random.Chance(4) ? "net.inet.ip.portrange.middle" : Mib.NameOf((PortVariable)random.Below(6));
}
