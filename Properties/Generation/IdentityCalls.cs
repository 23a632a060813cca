using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>Who a process is, how much it may have, and what it may do to the whole machine (J4).</summary>
internal static class IdentityCalls
{
    private static readonly int Words = Enum.GetValues<Administration>().Length;
    private static readonly int[] Gids = [0, 0, 1001, 1001, 1002, -1];
    private static readonly string?[] Logins =
        ["root", "u", "", null, new('l', 15), new('l', 16), new('l', 17), "rooT"];

    public static Call? SetGid(Scene scene) =>
        new Call.SetGid(scene.AnyProcess().Pid, Gid(ref scene.Random));

    /// <summary>Up to one more than there may be.</summary>
    public static Call? SetGroups(Scene scene)
    {
        int count = scene.Random.Below(20) switch
        {
            0 => GroupList.MaxCount + scene.Random.Below(2),
            < 4 => 0,
            < 10 => 1,
            _ => 2 + scene.Random.Below(3),
        };
        int[] groups = new int[count];
        for (int i = 0; i < count; i++)
        {
            groups[i] = Gid(ref scene.Random);
        }

        return new Call.SetGroups(scene.AnyProcess().Pid, GroupList.Create(groups));
    }

    /// <summary>seteuid, setegid, setreuid, setregid: mostly to an id that the caller has.</summary>
    public static Call? SetSome(Scene scene)
    {
        ref Prng random = ref scene.Random;
        int kind = random.Below(6);
        if (scene.FindDispensable(process => process.IsSuperuser || process.User != Ids.All(process.Uid) || kind > 3
            || scene.Random.Chance(30)) is not { } caller)
        {
            return null;
        }

        return kind switch
        {
            0 or 1 => new Call.SetEUid(caller.Pid, Id(ref random, caller.User)),
            2 or 3 => new Call.SetReUid(caller.Pid, Id(ref random, caller.User), Id(ref random, caller.User)),
            4 => new Call.SetEGid(caller.Pid, Id(ref random, caller.Group)),
            _ => new Call.SetReGid(caller.Pid, Id(ref random, caller.Group), Id(ref random, caller.Group)),
        };
    }

    /// <summary>What a process is told of its own ids.</summary>
    public static Call? Get(Scene scene)
    {
        int pid = scene.AnyProcess().Pid;
        return scene.Random.Below(6) switch
        {
            0 => new Call.GetUid(pid),
            1 => new Call.GetEUid(pid),
            2 => new Call.GetGid(pid),
            3 => new Call.GetEGid(pid),
            4 => new Call.GetGroups(pid),
            _ => new Call.IsSetUGid(pid),
        };
    }

    public static Call? SetLogin(Scene scene) =>
        new Call.SetLogin(scene.AnyProcess().Pid, scene.Random.Pick<string?>(Logins));

    public static Call? GetLogin(Scene scene) => new Call.GetLogin(scene.AnyProcess().Pid);

    public static Call? SetRLimit(Scene scene) =>
        new Call.SetRLimit(scene.AnyProcess().Pid, Limit(scene), Limit(scene));

    public static Call? GetRLimit(Scene scene) => new Call.GetRLimit(scene.AnyProcess().Pid);

    /// <summary>Also what there is no name for.</summary>
    public static Call? Administer(Scene scene) =>
        new Call.Administer(scene.AnyProcess().Pid, (Administration)scene.Random.Below(Words + 1));

    private static int Id(ref Prng random, Ids own) => random.Below(8) switch
    {
        0 or 1 => own.Real,
        2 => own.Effective,
        3 => own.Saved,
        4 => -1,
        5 => 0,
        _ => Gid(ref random),
    };

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
