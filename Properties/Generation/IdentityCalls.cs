using Verify.Abi;

namespace Verify.Properties.Generation;

/// <summary>Who a process is, how much it may have, and what it may do to the whole machine (J4).</summary>
internal static class IdentityCalls
{
    private static readonly int[] Gids = [0, 0, 1001, 1001, 1002, -1];
    private static readonly string?[] Logins =
        ["root", "u", "", null, new('l', 15), new('l', 16), new('l', 17), "rooT"];

    public static Call? SetGid(Scene scene) =>
        new Call.SetGid(scene.AnyProcess().Pid, Gid(ref scene.Random));

    public static Call? SetGroups(Scene scene) =>
        new Call.SetGroups(scene.AnyProcess().Pid, [Gid(ref scene.Random)]);

    public static Call? SetLogin(Scene scene) =>
        new Call.SetLogin(scene.AnyProcess().Pid, scene.Random.Pick<string?>(Logins));

    public static Call? GetLogin(Scene scene) => new Call.GetLogin(scene.AnyProcess().Pid);

    public static Call? SetRLimit(Scene scene) =>
        new Call.SetRLimit(scene.AnyProcess().Pid, Limit(scene), Limit(scene));

    public static Call? GetRLimit(Scene scene) => new Call.GetRLimit(scene.AnyProcess().Pid);

    /// <summary>Also what there is no name for.</summary>
    public static Call? Administer(Scene scene) =>
        new Call.Administer(scene.AnyProcess().Pid, (Administration)scene.Random.Below(11));

    private static int Gid(ref Prng random) =>
        random.Chance(12) ? Numbers.OddId(ref random) : random.Pick<int>(Gids);

    private static int Limit(Scene scene) => scene.Random.Below(14) switch
    {
        0 => -1,
        1 => int.MaxValue,
        < 4 => scene.State.World.Tunables.MaxFilesPerProcess + scene.Random.Below(2),
        4 => Numbers.Edge(ref scene.Random),
        _ => 2 + scene.Random.Below(6),
    };
}
