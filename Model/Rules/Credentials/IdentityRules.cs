using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Credentials;

/// <summary>
/// User and group ids of a process (kern/kern_prot.c). Each call has a set of ids that it may set without privilege;
/// with the privilege it may set any. Ids are unsigned and not validated.
/// </summary>
internal static class IdentityRules
{
    public static readonly Rule SetUidDenied = new(
        "J4.setuid-denied",
        "setuid to an id that is neither the real nor the effective one fails with EPERM for all but the superuser.",
        "kern/kern_prot.c:setuid");
    public static readonly Rule SetUidAllowed = new(
        "J4.setuid-allowed",
        "setuid sets the real, effective and saved user id; the superuser, also in a prison, may set any.",
        "kern/kern_prot.c:setuid");
    public static readonly Rule SetEUidDenied = new(
        "J4.seteuid-denied",
        "seteuid to an id that is neither the real nor the saved one fails with EPERM for all but the superuser.",
        "kern/kern_prot.c:seteuid");
    public static readonly Rule SetEUidAllowed = new(
        "J4.seteuid-allowed", "seteuid sets the effective user id.", "kern/kern_prot.c:seteuid");
    public static readonly Rule SetReUidDenied = new(
        "J4.setreuid-denied",
        "setreuid to ids that the process does not have fails with EPERM for all but the superuser.",
        "kern/kern_prot.c:setreuid");
    public static readonly Rule SetReUidAllowed = new(
        "J4.setreuid-allowed",
        "setreuid sets the real and effective user id, and the saved one to the new effective id.",
        "kern/kern_prot.c:setreuid");
    public static readonly Rule SavedIdStays = new(
        "J4.saved-id-stays",
        "setreuid and setregid keep the saved id if no real id is given and the effective id becomes the real one.",
        "kern/kern_prot.c:setreuid");
    public static readonly Rule SetGidDenied = new(
        "J4.setgid-denied",
        "setgid to an id that is neither the real nor the effective one fails with EPERM for all but the superuser.",
        "kern/kern_prot.c:setgid");
    public static readonly Rule SetGidAllowed = new(
        "J4.setgid-allowed",
        "setgid sets the real, effective and saved group id; the superuser, also in a prison, may set any.",
        "kern/kern_prot.c:setgid");
    public static readonly Rule SetEGidDenied = new(
        "J4.setegid-denied",
        "setegid to an id that is neither the real nor the saved one fails with EPERM for all but the superuser.",
        "kern/kern_prot.c:setegid");
    public static readonly Rule SetEGidAllowed = new(
        "J4.setegid-allowed", "setegid sets the effective group id.", "kern/kern_prot.c:setegid");
    public static readonly Rule SetReGidDenied = new(
        "J4.setregid-denied",
        "setregid to ids that the process does not have fails with EPERM for all but the superuser.",
        "kern/kern_prot.c:setregid");
    public static readonly Rule SetReGidAllowed = new(
        "J4.setregid-allowed",
        "setregid sets the real and effective group id, and the saved one to the new effective id.",
        "kern/kern_prot.c:setregid");
    public static readonly Rule SetGroupsDenied = new(
        "J4.setgroups-denied",
        "setgroups fails with EPERM for all but the superuser, even if the list is the caller's own.",
        "kern/kern_prot.c:setgroups");
    public static readonly Rule SetGroupsMany = new(
        "J4.setgroups-many", "setgroups with more than 16 groups fails with EINVAL.", "kern/kern_prot.c:setgroups");
    public static readonly Rule SetGroupsAllowed = new(
        "J4.setgroups-allowed",
        "setgroups by the superuser, also in a prison, replaces the groups; the first becomes the effective one.",
        "kern/kern_prot.c:setgroups");
    public static readonly Rule SetGroupsNone = new(
        "J4.setgroups-none", "setgroups with an empty list keeps the effective group and drops the others.",
        "kern/kern_prot.c:setgroups");
    public static readonly Rule IdRead = new(
        "J4.id-read", "getuid, geteuid, getgid and getegid return the real or effective id of the caller.",
        "kern/kern_prot.c:getuid");
    public static readonly Rule GroupsRead = new(
        "J4.groups-read", "getgroups returns the caller's groups, the effective one first.",
        "kern/kern_prot.c:getgroups");
    public static readonly Rule ChangedIdsRead = new(
        "J4.changed-ids-read",
        "issetugid returns 1 if an id of the process, or of one that it was forked from, has changed.",
        "kern/kern_prot.c:issetugid");

    /// <summary>The argument of setreuid and setregid that leaves an id unchanged.</summary>
    private const int Same = -1;

    /// <summary>setuid sets all three ids to the real or the effective one.</summary>
    public static Verdict SetUid(ref CallCheck check, Process caller, int uid)
    {
        Ids ids = caller.User;
        return MayBe(ref check, caller, Privilege.SetUser, uid, [ids.Real, ids.Effective])
            ? check.Changes(As(caller, Ids.All(uid)), SetUidAllowed)
            : check.Fails(Errno.EPERM, SetUidDenied);
    }

    /// <summary>seteuid sets the effective id to the real or the saved one.</summary>
    public static Verdict SetEUid(ref CallCheck check, Process caller, int uid)
    {
        Ids ids = caller.User;
        return MayBe(ref check, caller, Privilege.SetUser, uid, [ids.Real, ids.Saved])
            ? check.Changes(As(caller, ids with { Effective = uid }), SetEUidAllowed)
            : check.Fails(Errno.EPERM, SetEUidDenied);
    }

    /// <summary>
    /// setreuid sets the real id to the real or the saved one, and the effective id to any of the three.
    /// </summary>
    public static Verdict SetReUid(ref CallCheck check, Process caller, Call.SetReUid call) =>
        MayBeBoth(ref check, caller, Privilege.SetUser, caller.User, call.Real, call.Effective)
            ? check.Changes(
                As(caller, Replaced(ref check, caller.User, call.Real, call.Effective)), SetReUidAllowed)
            : check.Fails(Errno.EPERM, SetReUidDenied);

    /// <summary>setgid, as setuid.</summary>
    public static Verdict SetGid(ref CallCheck check, Process caller, int gid)
    {
        Ids ids = caller.Group;
        return MayBe(ref check, caller, Privilege.SetGroup, gid, [ids.Real, ids.Effective])
            ? check.Changes(Of(caller, Ids.All(gid)), SetGidAllowed)
            : check.Fails(Errno.EPERM, SetGidDenied);
    }

    /// <summary>setegid, as seteuid.</summary>
    public static Verdict SetEGid(ref CallCheck check, Process caller, int gid)
    {
        Ids ids = caller.Group;
        return MayBe(ref check, caller, Privilege.SetGroup, gid, [ids.Real, ids.Saved])
            ? check.Changes(Of(caller, ids with { Effective = gid }), SetEGidAllowed)
            : check.Fails(Errno.EPERM, SetEGidDenied);
    }

    /// <summary>setregid, as setreuid.</summary>
    public static Verdict SetReGid(ref CallCheck check, Process caller, Call.SetReGid call) =>
        MayBeBoth(ref check, caller, Privilege.SetGroup, caller.Group, call.Real, call.Effective)
            ? check.Changes(
                Of(caller, Replaced(ref check, caller.Group, call.Real, call.Effective)), SetReGidAllowed)
            : check.Fails(Errno.EPERM, SetReGidDenied);

    /// <summary>setgroups: the first group becomes the effective one; an empty list keeps it.</summary>
    public static Verdict SetGroups(ref CallCheck check, Process caller, GroupList groups)
    {
        Denial? denial =
            !check.Grants(caller, Privilege.SetGroup) ? new Denial(Errno.EPERM, SetGroupsDenied)
            : groups.Count > GroupList.MaxCount ? new Denial(Errno.EINVAL, SetGroupsMany)
            : null;
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        ImmutableArray<int> all = [.. groups];
        Process now = caller with { OtherGroups = all.IsEmpty ? [] : all[1..], HasChangedIds = true };
        return all.IsEmpty
            ? check.Changes(now, SetGroupsNone)
            : check.Changes(
                now with { Group = caller.Group with { Effective = all[0] } }, SetGroupsAllowed);
    }

    public static Verdict GetId(ref CallCheck check, int id) =>
        check.Must(Outcome.Returned(id), check.State, IdRead);

    public static Verdict GetGroups(ref CallCheck check, Process caller) =>
        check.Must(
            Outcome.Read(string.Join(' ', caller.Groups.Select(gid => (uint)gid))), check.State, GroupsRead);

    public static Verdict IsSetUGid(ref CallCheck check, Process caller) =>
        check.Must(Outcome.Returned(caller.HasChangedIds ? 1 : 0), check.State, ChangedIdsRead);

    private static bool MayBe(
        ref CallCheck check, Process caller, Privilege privilege, int id, scoped ReadOnlySpan<int> own) =>
        own.Contains(id) || check.Grants(caller, privilege);

    private static bool MayBeBoth(
        ref CallCheck check, Process caller, Privilege privilege, Ids ids, int real, int effective)
    {
        ReadOnlySpan<int> ownReal = [Same, ids.Real, ids.Saved];
        ReadOnlySpan<int> ownEffective = [Same, ids.Real, ids.Effective, ids.Saved];
        return (ownReal.Contains(real) && ownEffective.Contains(effective)) || check.Grants(caller, privilege);
    }

    /// <summary>The saved id becomes the effective one if a real id is given, or the two then differ.</summary>
    private static Ids Replaced(ref CallCheck check, Ids ids, int real, int effective)
    {
        Ids now = new(
            real == Same ? ids.Real : real, effective == Same ? ids.Effective : effective, ids.Saved);
        if (real == Same && now.Effective == now.Real)
        {
            check.Use(SavedIdStays);
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
