using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>chmod(2) and chown(2), errors in order of precedence.</summary>
internal static class AttributeRules
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

    /// <summary>The argument that leaves an id unchanged.</summary>
    private const int Same = -1;

    /// <summary>kern/vfs_syscalls.c:chmod, ufs/ufs/ufs_vnops.c:ufs_chmod.</summary>
    public static Verdict ChMod(ref CallCheck check, Process caller, Call.ChMod call)
    {
        if (LookupRules.NodeDenial(ref check, caller, call.Path, out Node node) is { } absent)
        {
            return check.Fails(absent);
        }

        if (check.State.Tree.IsOnProcfs(node.Vnode))
        {
            return check.Must(Outcome.Ok, check.State, ProcfsKeepsAttributes);
        }

        bool isOwner = caller.Uid == node.Uid;
        Denial? denial =
            !isOwner && !check.Grants(caller, Privilege.ChangeOthersMode)
                ? new Denial(Errno.EPERM, ChModDenied)
            : (call.Mode & FileModes.Sticky) != 0 && !node.IsDirectory
                && !check.Grants(caller, Privilege.SetSpecialModes)
                ? new Denial(Errno.EFTYPE, ChModSticky)
            : (call.Mode & FileModes.SetGroupId) != 0 && !caller.IsIn(node.Gid)
                && !check.Grants(caller, Privilege.SetSpecialModes)
                ? new Denial(Errno.EPERM, ChModSetGroup)
            : null;
        int mode = node.Type | call.Mode & FileModes.All;
        return denial is { } why
            ? check.Fails(why)
            : check.Changes(check.State.Tree.With(node with { Mode = mode }), ChModChanges);
    }

    /// <summary>kern/vfs_syscalls.c:chown, ufs/ufs/ufs_vnops.c:ufs_setattr, ufs_chown.</summary>
    public static Verdict ChOwn(ref CallCheck check, Process caller, Call.ChOwn call)
    {
        if (LookupRules.NodeDenial(ref check, caller, call.Path, out Node node) is { } absent)
        {
            return check.Fails(absent);
        }

        if (check.State.Tree.IsOnProcfs(node.Vnode))
        {
            return check.Must(Outcome.Ok, check.State, ProcfsKeepsAttributes);
        }

        if (call is { Uid: Same, Gid: Same })
        {
            return check.Must(Outcome.Ok, check.State, ChOwnNothing);
        }

        Node owned = node with
        {
            Uid = call.Uid == Same ? node.Uid : call.Uid,
            Gid = call.Gid == Same ? node.Gid : call.Gid,
        };
        return IsPrivileged(caller, node, owned) && !check.Grants(caller, Privilege.ChangeOwner)
            ? check.Fails(Errno.EPERM, ChOwnDenied)
            : check.Changes(
                check.State.Tree.With(owned with { Mode = ModeAfter(ref check, caller, node, owned) }),
                ChOwnChanges);
    }

    /// <summary>Without privilege an owner may only change the group, to one of its own groups.</summary>
    private static bool IsPrivileged(Process caller, Node node, Node owned) =>
        caller.Uid != node.Uid || owned.Uid != node.Uid || (owned.Gid != node.Gid && !caller.IsIn(owned.Gid));

    /// <summary>A file with a new owner or group loses set-user-id and set-group-id.</summary>
    private static int ModeAfter(ref CallCheck check, Process caller, Node node, Node owned)
    {
        const int runsAs = FileModes.SetUserId | FileModes.SetGroupId;
        if (caller.IsSuperuser || (owned.Uid == node.Uid && owned.Gid == node.Gid) || (node.Mode & runsAs) == 0)
        {
            return node.Mode;
        }

        check.Use(ChOwnClears);
        return node.Mode & ~runsAs;
    }
}
