using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>stat(2), chmod(2), chown(2) and umask(2).</summary>
internal sealed class ModeCalls(Namei namei, NodeTable nodes, Procfs procfs)
{
    private const int Unchanged = -1;

    /// <summary>The errors of the path, then EBADF for a node whose type stat(2) cannot report (vn_stat).</summary>
    public Outcome Stat(Process caller, string? path)
    {
        Errno error = namei.Find(caller, path, out Node node);
        return error != Errno.None ? Outcome.Failed(error)
            : node.Type == FileModes.Bad ? Outcome.Failed(Errno.EBADF)
            : Outcome.Read(procfs.StatusOf(node, caller.Credentials).ToString());
    }

    /// <summary>The errors of the path, then those of ufs_chmod. procfs_setattr succeeds without effect.</summary>
    public Outcome ChMod(Process caller, string? path, int mode)
    {
        Errno error = namei.Find(caller, path, out Node node);
        if (error != Errno.None || node.FileSystem.Kind == FileSystemKind.Procfs)
        {
            return Replies.Of(error);
        }

        error = CheckMode(caller.Credentials, node, mode);
        if (error == Errno.None)
        {
            node.Mode = node.Type | mode & FileModes.All;
        }

        return Replies.Of(error);
    }

    /// <summary>The errors of the path, then EPERM of ufs_chown, which is not called if both ids are -1.</summary>
    public Outcome ChOwn(Process caller, string? path, int uid, int gid)
    {
        Errno error = namei.Find(caller, path, out Node node);
        bool changesNothing = uid == Unchanged && gid == Unchanged;
        if (error != Errno.None || changesNothing || node.FileSystem.Kind == FileSystemKind.Procfs)
        {
            return Replies.Of(error);
        }

        int owner = uid == Unchanged ? node.Uid : uid;
        int group = gid == Unchanged ? node.Gid : gid;
        if (!MayOwn(caller.Credentials, node, owner, group))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        node.Mode = ModeRules.AfterNewOwner(
            node.Mode, caller.Credentials.Uid, owner != node.Uid, group != node.Gid);
        nodes.ChangeOwner(node, owner, group);
        return Outcome.Ok;
    }

    public static Outcome UMask(Process caller, int mask)
    {
        int before = caller.ModeMask;
        caller.ModeMask = mask & FileModes.All;
        return Outcome.Returned(before);
    }

    private static Errno CheckMode(in Credentials caller, Node node, int mode) =>
        caller.Uid != node.Uid && !Privileges.Allows(caller, Privilege.ChangeOthersMode) ? Errno.EPERM
        : Privileges.Allows(caller, Privilege.SetSpecialModes) ? Errno.None
        : ModeRules.CheckChange(mode, node.IsDirectory, caller.IsIn(node.Gid));

    /// <summary>Without privilege an owner may only give a node to one of its own groups.</summary>
    private static bool MayOwn(in Credentials caller, Node node, int owner, int group)
    {
        bool isOwn = caller.Uid == node.Uid && owner == node.Uid && (group == node.Gid || caller.IsIn(group));
        return isOwn || Privileges.Allows(caller, Privilege.ChangeOwner);
    }
}
