using Verify.Abi;

namespace Verify.Model;

/// <summary>chmod(2) and chown(2), each with its errors in the order in which they win.</summary>
internal static class ModeRules
{
    public static readonly Rule ProcfsKeepsAttributes = new(
        "J7.procfs-attributes", "chmod and chown on a procfs succeed and change nothing.",
        "miscfs/procfs/procfs_vnops.c:procfs_setattr");
    public static readonly Rule ChModDenied = new(
        "J4.chmod-denied", "chmod of another user's file fails with EPERM for all but the superuser.",
        "ufs/ufs/ufs_vnops.c:ufs_chmod");
    public static readonly Rule ChModSticky = new(
        "J4.chmod-sticky",
        "chmod of the sticky bit on something other than a directory fails with EFTYPE for all but the superuser.",
        "ufs/ufs/ufs_vnops.c:ufs_chmod");
    public static readonly Rule ChModSetGroup = new(
        "J4.chmod-set-group",
        "chmod to set-group-id with a group that the caller is not in fails with EPERM for all but the superuser.",
        "ufs/ufs/ufs_vnops.c:ufs_chmod");
    public static readonly Rule ChModChanges = new(
        "J4.chmod", "chmod replaces the mode.", "ufs/ufs/ufs_vnops.c:ufs_chmod");
    public static readonly Rule ChOwnDenied = new(
        "J4.chown-denied",
        "chown of another user's file, to another user, or to a group that the caller is not in, fails with "
        + "EPERM for all but the superuser.",
        "ufs/ufs/ufs_vnops.c:ufs_chown");
    public static readonly Rule ChOwnNothing = new(
        "J4.chown-nothing", "chown to -1 and -1 needs no privilege and changes nothing.",
        "ufs/ufs/ufs_vnops.c:ufs_setattr");
    public static readonly Rule ChOwnClears = new(
        "J4.chown-clears",
        "chown to another owner or group by a user other than the superuser clears set-user-id and set-group-id.",
        "ufs/ufs/ufs_vnops.c:ufs_chown");
    public static readonly Rule ChOwnChanges = new(
        "J4.chown", "chown changes owner and group; an id of -1 is left unchanged.", "ufs/ufs/ufs_vnops.c:ufs_chown");

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
            return hearing.Must(Outcome.Ok, hearing.State, ProcfsKeepsAttributes);
        }

        bool isOwner = caller.Uid == node.Uid;
        Denial? denial =
            !isOwner && !hearing.Grants(caller, Privilege.ChangeOthersMode)
                ? new Denial(Errno.EPERM, ChModDenied)
            : (call.Mode & FileModes.Sticky) != 0 && !node.IsDirectory
                && !hearing.Grants(caller, Privilege.SetSpecialModes)
                ? new Denial(Errno.EFTYPE, ChModSticky)
            : (call.Mode & FileModes.SetGroupId) != 0 && !caller.IsIn(node.Gid)
                && !hearing.Grants(caller, Privilege.SetSpecialModes)
                ? new Denial(Errno.EPERM, ChModSetGroup)
            : null;
        int mode = node.Type | call.Mode & FileModes.All;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(hearing.State.Tree.With(node with { Mode = mode }), ChModChanges);
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
            return hearing.Must(Outcome.Ok, hearing.State, ProcfsKeepsAttributes);
        }

        if (call is { Uid: Same, Gid: Same })
        {
            return hearing.Must(Outcome.Ok, hearing.State, ChOwnNothing);
        }

        Node owned = node with
        {
            Uid = call.Uid == Same ? node.Uid : call.Uid,
            Gid = call.Gid == Same ? node.Gid : call.Gid,
        };
        return IsPrivileged(caller, node, owned) && !hearing.Grants(caller, Privilege.ChangeOwner)
            ? hearing.Fails(Errno.EPERM, ChOwnDenied)
            : hearing.Changes(
                hearing.State.Tree.With(owned with { Mode = ModeAfter(ref hearing, caller, node, owned) }),
                ChOwnChanges);
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

        hearing.Use(ChOwnClears);
        return node.Mode & ~runsAs;
    }
}
