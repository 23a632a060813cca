using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// Who a process is: user and groups (kern/kern_prot.c). Which id one may take is a set for each call; whoever has the
/// privilege may take every one. Ids are unsigned and not looked at.
/// </summary>
internal static class IdentityRules
{
    /// <summary>The id that setreuid and setregid leave as it is.</summary>
    private const int Same = -1;

    /// <summary>setuid takes the real or the effective id, three times.</summary>
    public static Verdict SetUid(ref Hearing hearing, Process caller, int uid)
    {
        Ids ids = caller.User;
        return MayBe(ref hearing, caller, Privilege.SetUser, uid, [ids.Real, ids.Effective])
            ? hearing.Changes(As(caller, Ids.All(uid)), Rule.SetUidAllowed)
            : hearing.Fails(Errno.EPERM, Rule.SetUidDenied);
    }

    /// <summary>seteuid takes the real or the saved id.</summary>
    public static Verdict SetEUid(ref Hearing hearing, Process caller, int uid)
    {
        Ids ids = caller.User;
        return MayBe(ref hearing, caller, Privilege.SetUser, uid, [ids.Real, ids.Saved])
            ? hearing.Changes(As(caller, ids with { Effective = uid }), Rule.SetEUidAllowed)
            : hearing.Fails(Errno.EPERM, Rule.SetEUidDenied);
    }

    /// <summary>setreuid takes the real or the saved id as real one, and any of the three as effective one.</summary>
    public static Verdict SetReUid(ref Hearing hearing, Process caller, Call.SetReUid call) =>
        MayBeBoth(ref hearing, caller, Privilege.SetUser, caller.User, call.Real, call.Effective)
            ? hearing.Changes(
                As(caller, Replaced(ref hearing, caller.User, call.Real, call.Effective)), Rule.SetReUidAllowed)
            : hearing.Fails(Errno.EPERM, Rule.SetReUidDenied);

    /// <summary>setgid, as setuid.</summary>
    public static Verdict SetGid(ref Hearing hearing, Process caller, int gid)
    {
        Ids ids = caller.Group;
        return MayBe(ref hearing, caller, Privilege.SetGroup, gid, [ids.Real, ids.Effective])
            ? hearing.Changes(Of(caller, Ids.All(gid)), Rule.SetGidAllowed)
            : hearing.Fails(Errno.EPERM, Rule.SetGidDenied);
    }

    /// <summary>setegid, as seteuid.</summary>
    public static Verdict SetEGid(ref Hearing hearing, Process caller, int gid)
    {
        Ids ids = caller.Group;
        return MayBe(ref hearing, caller, Privilege.SetGroup, gid, [ids.Real, ids.Saved])
            ? hearing.Changes(Of(caller, ids with { Effective = gid }), Rule.SetEGidAllowed)
            : hearing.Fails(Errno.EPERM, Rule.SetEGidDenied);
    }

    /// <summary>setregid, as setreuid.</summary>
    public static Verdict SetReGid(ref Hearing hearing, Process caller, Call.SetReGid call) =>
        MayBeBoth(ref hearing, caller, Privilege.SetGroup, caller.Group, call.Real, call.Effective)
            ? hearing.Changes(
                Of(caller, Replaced(ref hearing, caller.Group, call.Real, call.Effective)), Rule.SetReGidAllowed)
            : hearing.Fails(Errno.EPERM, Rule.SetReGidDenied);

    /// <summary>setgroups: the first is the effective group, which an empty list leaves.</summary>
    public static Verdict SetGroups(ref Hearing hearing, Process caller, GroupList groups)
    {
        Denial? denial =
            !hearing.Grants(caller, Privilege.SetGroup) ? new Denial(Errno.EPERM, Rule.SetGroupsDenied)
            : groups.Count > GroupList.MaxCount ? new Denial(Errno.EINVAL, Rule.SetGroupsMany)
            : null;
        if (denial is { } why)
        {
            return hearing.Fails(why);
        }

        ImmutableArray<int> all = [.. groups];
        Process now = caller with { OtherGroups = all.IsEmpty ? [] : all[1..], HasChangedIds = true };
        return all.IsEmpty
            ? hearing.Changes(now, Rule.SetGroupsNone)
            : hearing.Changes(
                now with { Group = caller.Group with { Effective = all[0] } }, Rule.SetGroupsAllowed);
    }

    public static Verdict GetId(ref Hearing hearing, int id) =>
        hearing.Must(Outcome.Returned(id), hearing.State, Rule.IdRead);

    public static Verdict GetGroups(ref Hearing hearing, Process caller) =>
        hearing.Must(
            Outcome.Read(string.Join(' ', caller.Groups.Select(gid => (uint)gid))), hearing.State, Rule.GroupsRead);

    public static Verdict IsSetUGid(ref Hearing hearing, Process caller) =>
        hearing.Must(Outcome.Returned(caller.HasChangedIds ? 1 : 0), hearing.State, Rule.ChangedIdsRead);

    private static bool MayBe(
        ref Hearing hearing, Process caller, Privilege privilege, int id, scoped ReadOnlySpan<int> own) =>
        own.Contains(id) || hearing.Grants(caller, privilege);

    private static bool MayBeBoth(
        ref Hearing hearing, Process caller, Privilege privilege, Ids ids, int real, int effective)
    {
        ReadOnlySpan<int> ownReal = [Same, ids.Real, ids.Saved];
        ReadOnlySpan<int> ownEffective = [Same, ids.Real, ids.Effective, ids.Saved];
        return (ownReal.Contains(real) && ownEffective.Contains(effective)) || hearing.Grants(caller, privilege);
    }

    /// <summary>The saved id follows the effective one where a real one is given, or the two then differ.</summary>
    private static Ids Replaced(ref Hearing hearing, Ids ids, int real, int effective)
    {
        Ids now = new(
            real == Same ? ids.Real : real, effective == Same ? ids.Effective : effective, ids.Saved);
        if (real == Same && now.Effective == now.Real)
        {
            hearing.Use(Rule.SavedIdStays);
            return now;
        }

        return now with { Saved = now.Effective };
    }

    private static Process As(Process process, Ids user) => process with
    {
        User = user,
        HasChangedIds = process.HasChangedIds || user != process.User,
    };

    private static Process Of(Process process, Ids group) => process with
    {
        Group = group,
        HasChangedIds = process.HasChangedIds || group != process.Group,
    };
}
