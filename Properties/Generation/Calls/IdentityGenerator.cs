using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates calls on credentials, resource limits, and administration of the machine (J4).</summary>
internal static class IdentityGenerator
{
    private static readonly int[] Gids = [0, 0, 1001, 1001, 1002, -1];
    private static readonly string?[] Logins =
        ["root", "u", "", null, new('l', 15), new('l', 16), new('l', 17), "rooT"];

    public static Call? SetGid(RunContext run) =>
        new Call.SetGid(run.AnyProcess().Pid, Gid(ref run.Random));

    /// <summary>Up to one group more than the limit.</summary>
    public static Call? SetGroups(RunContext run)
    {
        int count = run.Random.Below(20) switch
        {
            0 => GroupList.MaxCount + run.Random.Below(2),
            < 4 => 0,
            < 10 => 1,
            _ => 2 + run.Random.Below(3),
        };
        int[] groups = new int[count];
        for (int i = 0; i < count; i++)
        {
            groups[i] = Gid(ref run.Random);
        }

        return new Call.SetGroups(run.AnyProcess().Pid, GroupList.Create(groups));
    }

    /// <summary>seteuid(2), setegid(2), setreuid(2) and setregid(2), mostly with an id that the caller has.</summary>
    public static Call? SetIds(RunContext run)
    {
        ref Prng random = ref run.Random;
        int kind = random.Below(6);
        if (run.FindDispensable(process => process.IsSuperuser || process.User != Ids.All(process.Uid) || kind > 3
            || run.Random.Chance(30)) is not { } caller)
        {
            return null;
        }

        return kind switch
        {
            0 or 1 => new Call.SetEUid(caller.Pid, UserId(run, caller)),
            2 or 3 => new Call.SetReUid(caller.Pid, UserId(run, caller), UserId(run, caller)),
            4 => new Call.SetEGid(caller.Pid, Id(ref random, caller.Group)),
            _ => new Call.SetReGid(caller.Pid, Id(ref random, caller.Group), Id(ref random, caller.Group)),
        };
    }

    /// <summary>The calls that return a process its own ids.</summary>
    public static Call? GetIds(RunContext run)
    {
        int pid = run.AnyProcess().Pid;
        return run.Random.Below(6) switch
        {
            0 => new Call.GetUid(pid),
            1 => new Call.GetEUid(pid),
            2 => new Call.GetGid(pid),
            3 => new Call.GetEGid(pid),
            4 => new Call.GetGroups(pid),
            _ => new Call.IsSetUGid(pid),
        };
    }

    public static Call? SetLogin(RunContext run) =>
        new Call.SetLogin(run.AnyProcess().Pid, run.Random.Pick<string?>(Logins));

    public static Call? GetLogin(RunContext run) => new Call.GetLogin(run.AnyProcess().Pid);

    public static Call? SetRLimit(RunContext run) =>
        new Call.SetRLimit(run.AnyProcess().Pid, Limit(run), Limit(run));

    public static Call? GetRLimit(RunContext run) => new Call.GetRLimit(run.AnyProcess().Pid);

    /// <summary>An administrative call; if all are available, also one with an unknown number.</summary>
    public static Call? Administer(RunContext run) =>
        new Call.Administer(
            run.AnyProcess().Pid, run.Random.Pick<Administration>(run.Available.Words.AsSpan()));

    private static int UserId(RunContext run, Process caller) => run.Available.Users is { } users
        ? users.ElementAt(run.Random.Below(users.Count))
        : Id(ref run.Random, caller.User);

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
        random.Chance(12) ? EdgeIntegers.OddId(ref random) : random.Pick<int>(Gids);

    private static int Limit(RunContext run) => run.Random.Below(14) switch
    {
        0 => -1,
        1 => int.MaxValue,
        < 4 => run.State.World.Tunables.MaxFilesPerProcess + run.Random.Below(2),
        4 => EdgeIntegers.Edge(ref run.Random),
        _ => 2 + run.Random.Below(6),
    };
}
