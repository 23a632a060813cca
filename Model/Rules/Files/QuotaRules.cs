using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// quotactl(2): a user's limit of nodes on one file system. Users are the host's, whatever prison they are in, so that
/// quotas are sensible with a file system for each prison only; inside they are denied (J10).
/// </summary>
internal static class QuotaRules
{
    /// <summary>The id that stands for the caller's real one.</summary>
    private const int Own = -1;

    /// <summary>kern/vfs_syscalls.c:quotactl, ufs/ufs/ufs_vfsops.c:ufs_quotactl.</summary>
    public static Verdict Control(ref Hearing hearing, Process caller, Call.QuotaCtl call)
    {
        int uid = call.Uid == Own ? caller.User.Real : call.Uid;
        bool isEverybodys = call.Command == QuotaCommand.Q_SYNC
            || (call.Command == QuotaCommand.Q_GETQUOTA && uid == caller.User.Real);
        Node node = null!;
        Denial? denial =
            caller.Prison is not null ? new Denial(Errno.EPERM, Rule.QuotaInPrison)
            : Lookup.WhyNone(ref hearing, caller, call.Path, out node) is { } absent ? absent
            : hearing.State.Tree.IsOnProcfs(node.Vnode) ? new Denial(Errno.EOPNOTSUPP, Rule.QuotaUnsupported)
            : !isEverybodys && !hearing.Grants(caller, Privilege.Quota) ? new Denial(Errno.EPERM, Rule.QuotaDenied)
            : !Enum.IsDefined(call.Command) ? new Denial(Errno.EINVAL, Rule.QuotaCommandUnknown)
            : call.Command == QuotaCommand.Q_SETQUOTA && call.Limit < 0
                ? new Denial(Errno.EINVAL, Rule.QuotaLimitBad)
            : null;
        return denial is { } why ? hearing.Fails(why) : Controlled(ref hearing, node, call, uid);
    }

    private static Verdict Controlled(ref Hearing hearing, Node node, Call.QuotaCtl call, int uid)
    {
        FileTree tree = hearing.State.Tree;
        FileSystem fileSystem = tree.FileSystemOf(node.Vnode);
        return call.Command switch
        {
            QuotaCommand.Q_GETQUOTA => hearing.Must(
                Outcome.Returned(fileSystem.Limits.GetValueOrDefault(uid)), hearing.State, Rule.QuotaRead),
            QuotaCommand.Q_SYNC => hearing.Must(Outcome.Ok, hearing.State, Rule.QuotaSync),
            _ => hearing.Changes(tree.With(Limited(fileSystem, uid, call.Limit)), Rule.QuotaSet),
        };
    }

    private static FileSystem Limited(FileSystem fileSystem, int uid, int limit) => fileSystem with
    {
        Limits = limit == 0 ? fileSystem.Limits.Remove(uid) : fileSystem.Limits.SetItem(uid, limit),
    };
}
