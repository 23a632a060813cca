using Verify.Abi;

namespace Verify.Model;

/// <summary>chmod(2) and chown(2), each with its errors in the order in which they win.</summary>
internal static class ModeRules
{
    /// <summary>The id that leaves things as they are.</summary>
    private const int Same = -1;

    /// <summary>kern/vfs_syscalls.c:chmod, ufs/ufs/ufs_vnops.c:ufs_chmod.</summary>
    public static Verdict ChMod(ref Hearing hearing, Process caller, Call.ChMod call)
    {
        if (Lookup.WhyNone(ref hearing, caller, call.Path, out Node node) is { } absent)
        {
            return hearing.Fails(absent);
        }

        if (hearing.State.Tree.IsOnProcfs(node.Vnode))
        {
            return hearing.Must(Outcome.Ok, hearing.State, Rule.ProcfsKeepsAttributes);
        }

        bool isOwner = caller.Uid == node.Uid;
        Denial? denial =
            !isOwner && !hearing.Grants(caller, Privilege.ChangeOthersMode)
                ? new Denial(Errno.EPERM, Rule.ChModDenied)
            : (call.Mode & FileModes.Sticky) != 0 && !node.IsDirectory
                && !hearing.Grants(caller, Privilege.SetSpecialModes)
                ? new Denial(Errno.EFTYPE, Rule.ChModSticky)
            : (call.Mode & FileModes.SetGroupId) != 0 && !caller.IsIn(node.Gid)
                && !hearing.Grants(caller, Privilege.SetSpecialModes)
                ? new Denial(Errno.EPERM, Rule.ChModSetGroup)
            : null;
        int mode = node.Type | call.Mode & FileModes.All;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(hearing.State.Tree.With(node with { Mode = mode }), Rule.ChModChanges);
    }

    /// <summary>kern/vfs_syscalls.c:chown, ufs/ufs/ufs_vnops.c:ufs_setattr, ufs_chown.</summary>
    public static Verdict ChOwn(ref Hearing hearing, Process caller, Call.ChOwn call)
    {
        if (Lookup.WhyNone(ref hearing, caller, call.Path, out Node node) is { } absent)
        {
            return hearing.Fails(absent);
        }

        if (hearing.State.Tree.IsOnProcfs(node.Vnode))
        {
            return hearing.Must(Outcome.Ok, hearing.State, Rule.ProcfsKeepsAttributes);
        }

        if (call is { Uid: Same, Gid: Same })
        {
            return hearing.Must(Outcome.Ok, hearing.State, Rule.ChOwnNothing);
        }

        Node owned = node with
        {
            Uid = call.Uid == Same ? node.Uid : call.Uid,
            Gid = call.Gid == Same ? node.Gid : call.Gid,
        };
        return IsPrivileged(caller, node, owned) && !hearing.Grants(caller, Privilege.ChangeOwner)
            ? hearing.Fails(Errno.EPERM, Rule.ChOwnDenied)
            : hearing.Changes(
                hearing.State.Tree.With(owned with { Mode = ModeAfter(ref hearing, caller, node, owned) }),
                Rule.ChOwnChanges);
    }

    /// <summary>Without privilege an owner may do no more than take the file into a group of its own.</summary>
    private static bool IsPrivileged(Process caller, Node node, Node owned) =>
        caller.Uid != node.Uid || owned.Uid != node.Uid || (owned.Gid != node.Gid && !caller.IsIn(owned.Gid));

    /// <summary>A file that changes hands does not go on to run as its owner or group.</summary>
    private static int ModeAfter(ref Hearing hearing, Process caller, Node node, Node owned)
    {
        const int runsAs = FileModes.SetUserId | FileModes.SetGroupId;
        if (caller.IsSuperuser || (owned.Uid == node.Uid && owned.Gid == node.Gid) || (node.Mode & runsAs) == 0)
        {
            return node.Mode;
        }

        hearing.Use(Rule.ChOwnClears);
        return node.Mode & ~runsAs;
    }
}
