using Verify.Abi;

namespace Verify.Model;

/// <summary>chmod(2) and chown(2).</summary>
internal static class ModeRules
{
    /// <summary>The id that leaves things as they are.</summary>
    private const int Same = -1;

    public static Verdict ChMod(ref Hearing hearing, Process caller, Call.ChMod call)
    {
        if ((Lookup.WhyNone(ref hearing, caller, call.Path, out Node node)
            ?? MakingRules.WhyReadOnly(hearing.State, node)
            ?? WhyNotChanged(ref hearing, caller, node, call.Mode)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        int mode = node.Type | call.Mode & FileModes.All;
        return hearing.Changes(hearing.State.Tree.With(node with { Mode = mode }), Rule.ChModChanges);
    }

    public static Verdict ChOwn(ref Hearing hearing, Process caller, Call.ChOwn call)
    {
        if (call.Uid < Same || call.Gid < Same)
        {
            return hearing.Fails(Errno.EINVAL, Rule.ChOwnBad);
        }

        if ((Lookup.WhyNone(ref hearing, caller, call.Path, out Node node)
            ?? MakingRules.WhyReadOnly(hearing.State, node)) is { } denial)
        {
            return hearing.Fails(denial);
        }

        Node owned = node with
        {
            Uid = call.Uid == Same ? node.Uid : call.Uid,
            Gid = call.Gid == Same ? node.Gid : call.Gid,
        };
        if (IsPrivileged(caller, node, owned) && !hearing.Grants(caller, Privilege.ChangeOwner))
        {
            return hearing.Fails(Errno.EPERM, Rule.ChOwnDenied);
        }

        return hearing.Changes(
            hearing.State.Tree.With(owned with { Mode = ModeAfter(ref hearing, caller, node, owned) }),
            Rule.ChOwnChanges);
    }

    private static Denial? WhyNotChanged(ref Hearing hearing, Process caller, Node node, int mode) =>
        caller.Uid != node.Uid && !hearing.Grants(caller, Privilege.ChangeOthersMode)
            ? new Denial(Errno.EPERM, Rule.ChModDenied)
        : (mode & FileModes.Sticky) != 0 && !node.IsDirectory
            && !hearing.Grants(caller, Privilege.SetSpecialModes)
            ? new Denial(Errno.EFTYPE, Rule.ChModSticky)
        : (mode & FileModes.SetGroupId) != 0 && caller.Gid != node.Gid
            && !hearing.Grants(caller, Privilege.SetSpecialModes)
            ? new Denial(Errno.EPERM, Rule.ChModSetGroup)
        : null;

    /// <summary>Without privilege an owner may do no more than take the file into the own group.</summary>
    private static bool IsPrivileged(Process caller, Node node, Node owned) =>
        caller.Uid != node.Uid || owned.Uid != node.Uid || (owned.Gid != node.Gid && owned.Gid != caller.Gid);

    /// <summary>A file that changes hands does not go on to run as its owner or group.</summary>
    private static int ModeAfter(ref Hearing hearing, Process caller, Node node, Node owned)
    {
        int lost = caller.IsSuperuser ? 0
            : (owned.Uid == node.Uid ? 0 : FileModes.SetUserId) | (owned.Gid == node.Gid ? 0 : FileModes.SetGroupId);
        if ((node.Mode & lost) != 0)
        {
            hearing.Use(Rule.ChOwnClears);
        }

        return node.Mode & ~lost;
    }
}
