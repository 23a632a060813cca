using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>
/// Calls that set user and group ids: kern_prot.c. Ids are unsigned and not validated. -1 is an ordinary id, except
/// that setreuid(2) and setregid(2) leave that id unchanged. Each call checks its privilege before it changes anything.
/// </summary>
internal static class IdentityCalls
{
    private const int Unchanged = -1;

    /// <summary>Sets all three ids; without privilege only to the real or the effective one.</summary>
    public static Outcome SetUid(Process caller, int uid)
    {
        bool isCurrent = uid == caller.Ids.RealUid || uid == caller.Credentials.Uid;
        return isCurrent || Privileges.Allows(caller.Credentials, Privilege.SetUser)
            ? SetIds(caller, caller.Credentials.WithUid(uid), caller.Ids.WithUids(uid, uid))
            : Outcome.Failed(Errno.EPERM);
    }

    /// <summary>Sets the effective id; without privilege only to the real or the saved one.</summary>
    public static Outcome SetEUid(Process caller, int uid)
    {
        bool isCurrent = uid == caller.Ids.RealUid || uid == caller.Ids.SavedUid;
        return isCurrent || Privileges.Allows(caller.Credentials, Privilege.SetUser)
            ? SetIds(caller, caller.Credentials.WithUid(uid), caller.Ids)
            : Outcome.Failed(Errno.EPERM);
    }

    public static Outcome SetGid(Process caller, int gid)
    {
        bool isCurrent = gid == caller.Ids.RealGid || gid == caller.Credentials.Gid;
        return isCurrent || Privileges.Allows(caller.Credentials, Privilege.SetGroup)
            ? SetIds(caller, caller.Credentials.WithGid(gid), caller.Ids.WithGids(gid, gid))
            : Outcome.Failed(Errno.EPERM);
    }

    public static Outcome SetEGid(Process caller, int gid)
    {
        bool isCurrent = gid == caller.Ids.RealGid || gid == caller.Ids.SavedGid;
        return isCurrent || Privileges.Allows(caller.Credentials, Privilege.SetGroup)
            ? SetIds(caller, caller.Credentials.WithGid(gid), caller.Ids)
            : Outcome.Failed(Errno.EPERM);
    }

    public static Outcome SetReUid(Process caller, int real, int effective)
    {
        (ProcessIds ids, int current) = (caller.Ids, caller.Credentials.Uid);
        if (!IsExchange(real, effective, ids.RealUid, current, ids.SavedUid)
            && !Privileges.Allows(caller.Credentials, Privilege.SetUser))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        (int newReal, int newEffective) = Exchange(real, effective, ids.RealUid, current);
        int saved = IsSaved(real, newReal, newEffective) ? newEffective : ids.SavedUid;
        return SetIds(caller, caller.Credentials.WithUid(newEffective), ids.WithUids(newReal, saved));
    }

    public static Outcome SetReGid(Process caller, int real, int effective)
    {
        (ProcessIds ids, int current) = (caller.Ids, caller.Credentials.Gid);
        if (!IsExchange(real, effective, ids.RealGid, current, ids.SavedGid)
            && !Privileges.Allows(caller.Credentials, Privilege.SetGroup))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        (int newReal, int newEffective) = Exchange(real, effective, ids.RealGid, current);
        int saved = IsSaved(real, newReal, newEffective) ? newEffective : ids.SavedGid;
        return SetIds(caller, caller.Credentials.WithGid(newEffective), ids.WithGids(newReal, saved));
    }

    /// <summary>
    /// EPERM even for groups the caller is in, EINVAL for too many. The real and saved groups are unchanged, and an
    /// empty list keeps the effective one. The process counts as having changed its ids in any case.
    /// </summary>
    public static Outcome SetGroups(Process caller, GroupList groups)
    {
        bool isGranted = Privileges.Allows(caller.Credentials, Privilege.SetGroup);
        if (!isGranted || groups.Count > GroupList.MaxCount)
        {
            return Outcome.Failed(isGranted ? Errno.EINVAL : Errno.EPERM);
        }

        Credentials credentials = caller.Credentials;
        caller.Credentials = groups.Count == 0
            ? credentials.WithOthers(default)
            : credentials.WithGid(groups[0]).WithOthers(groups.Rest);
        caller.HasChangedIds = true;
        return Outcome.Ok;
    }

    /// <summary>The groups, the effective one first.</summary>
    public static Outcome GetGroups(Process caller)
    {
        GroupList groups = [caller.Credentials.Gid, .. caller.Credentials.Others];
        return Outcome.Read(groups.ToString());
    }

    /// <summary>True if setreuid(2) only exchanges ids that the process already has.</summary>
    private static bool IsExchange(int real, int effective, int currentReal, int currentEffective, int saved) =>
        (real == Unchanged || real == currentReal || real == saved)
        && (effective == Unchanged || effective == currentEffective || effective == currentReal || effective == saved);

    private static (int Real, int Effective) Exchange(int real, int effective, int currentReal, int currentEffective) =>
        (real == Unchanged ? currentReal : real, effective == Unchanged ? currentEffective : effective);

    /// <summary>True if the effective id is saved: the real id was given, or the two differ.</summary>
    private static bool IsSaved(int wanted, int real, int effective) => wanted != Unchanged || effective != real;

    /// <summary>
    /// Sets the ids and notes a change: setsugid. A process that has changed its ids is protected from other users.
    /// </summary>
    private static Outcome SetIds(Process process, in Credentials credentials, in ProcessIds ids)
    {
        bool changes = credentials.Uid != process.Credentials.Uid || credentials.Gid != process.Credentials.Gid
            || !ids.Equals(process.Ids);
        process.HasChangedIds |= changes;
        process.Credentials = credentials;
        process.Ids = ids;
        return Outcome.Ok;
    }
}
