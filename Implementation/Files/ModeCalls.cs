using Verify.Abi;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>stat(2), chmod(2), chown(2) and umask(2).</summary>
internal sealed class ModeCalls(Namei namei, NodeTable nodes, Procfs procfs)
{
    private const int Unchanged = -1;

    public Outcome Stat(Process caller, string? path)
    {
        Errno error = namei.Find(caller, path, out Node node);
        return error == Errno.None ? Outcome.Read(StatusOf(node, caller).ToString()) : Outcome.Failed(error);
    }

    public Outcome ChMod(Process caller, string? path, int mode)
    {
        Errno error = namei.Find(caller, path, out Node node);
        error = error == Errno.None ? CheckMode(caller.Credentials, node, mode) : error;
        if (error == Errno.None)
        {
            node.Mode = node.Type | mode & FileModes.All;
        }

        return Replies.Of(error);
    }

    public Outcome ChOwn(Process caller, string? path, int uid, int gid)
    {
        if (uid < Unchanged || gid < Unchanged)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        Errno error = namei.Find(caller, path, out Node node);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        int owner = uid == Unchanged ? node.Uid : uid;
        int group = gid == Unchanged ? node.Gid : gid;
        error = CheckOwner(caller.Credentials, node, owner, group);
        if (error == Errno.None)
        {
            node.Mode = ModeRules.AfterNewOwner(
                node.Mode, caller.Credentials.Uid, owner != node.Uid, group != node.Gid);
            nodes.ChangeOwner(node, owner, group);
        }

        return Replies.Of(error);
    }

    public static Outcome UMask(Process caller, int mask)
    {
        int before = caller.ModeMask;
        caller.ModeMask = mask & FileModes.All;
        return Outcome.Returned(before);
    }

    private static Errno CheckMode(in Credentials caller, Node node, int mode) =>
        node.FileSystem.IsReadOnly ? Errno.EROFS
        : caller.Uid != node.Uid && !Privileges.Check(caller, Privilege.ChangeOthersMode) ? Errno.EPERM
        : Privileges.Check(caller, Privilege.SetSpecialModes) ? Errno.None
        : ModeRules.CheckChange(mode, node.IsDirectory, caller.Gid == node.Gid);

    /// <summary>Without privilege an owner gives a node to the own group, and to nobody else.</summary>
    private static Errno CheckOwner(in Credentials caller, Node node, int owner, int group)
    {
        bool isOwn = caller.Uid == node.Uid && owner == node.Uid && (group == node.Gid || group == caller.Gid);
        return node.FileSystem.IsReadOnly ? Errno.EROFS
            : !isOwn && !Privileges.Check(caller, Privilege.ChangeOwner) ? Errno.EPERM
            : Errno.None;
    }

    /// <summary>What a procfs shows belongs to the process that it tells of.</summary>
    private FileStatus StatusOf(Node node, Process caller)
    {
        Credentials? owner = procfs.ProcessOf(node, caller.Credentials)?.Credentials;
        return new FileStatus(
            node.Number, node.Mode, node.LinkCount, owner?.Uid ?? node.Uid, owner?.Gid ?? node.Gid, node.Device);
    }
}
