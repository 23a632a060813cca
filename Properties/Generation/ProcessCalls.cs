using Verify.Abi;

namespace Verify.Properties.Generation;

/// <summary>fork, setuid, exit, jail, sysctl.</summary>
internal static class ProcessCalls
{
    private static readonly string LongName = new('h', 256);
    private static readonly string LongPath = "/" + new string('p', 256);

    public static Call Fork(Scene scene) => new Call.Fork(scene.Caller.Pid);

    public static Call SetUid(Scene scene) => new Call.SetUid(scene.Caller.Pid, scene.Uid());

    public static Call Exit(Scene scene) => new Call.Exit(scene.Caller.Pid, 0);

    public static Call NobodysCall(Scene scene) => new Call.Fork(1000 + scene.Random.Below(2));

    public static Call Jail(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int slip = random.Below(30);
        return new Call.Jail(
            scene.Caller.Pid,
            slip == 0 ? 1 : 0,
            slip switch { 1 => "", 2 => LongPath, _ => "/jails/a" },
            slip == 3 ? LongName : "a.example",
            random.Below(20) switch
            {
                0 => Ipv4.Any,
                1 => scene.ForeignAddress(),
                2 => Ipv4.Of(224, 1, 2, 3),
                _ => scene.OwnAddress(),
            });
    }

    public static Call SysctlRead(Scene scene) =>
        new Call.SysctlRead(scene.Caller.Pid, Variable(ref scene.Random));

    public static Call SysctlWrite(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int value = random.Below(12) switch
        {
            0 => int.MinValue,
            1 => int.MaxValue,
            2 => 0,
            3 => 65536,
            < 8 => 1021 + random.Below(6),
            _ => scene.State.PortVariables[random.Below(6)] + random.Below(5) - 2,
        };
        return new Call.SysctlWrite(scene.Caller.Pid, Variable(ref random), value);
    }

    private static string Variable(ref Prng random) =>
        random.Chance(4) ? "net.inet.ip.portrange.middle" : Mib.NameOf((PortVariable)random.Below(6));
}
