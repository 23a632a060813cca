using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Files;

/// <summary>
/// quotactl(2): a user's limit of nodes on one file system. User ids are shared by host and prisons, so quotas make
/// sense only with one file system per prison; in a prison they are denied (J10).
/// </summary>
internal static class QuotaRules
{
    public static readonly Rule QuotaInPrison = new(
        "J10.quota-in-prison", "quotactl in a prison fails with EPERM.", "kern/vfs_syscalls.c:quotactl");
    public static readonly Rule QuotaCommandUnknown = new(
        "J10.quota-command", "quotactl with an unknown command fails with EINVAL.",
        "ufs/ufs/ufs_vfsops.c:ufs_quotactl");
    public static readonly Rule QuotaLimitBad = new(
        "J10.quota-limit", "quotactl with a negative limit fails with EINVAL.", "Quotas");
    public static readonly Rule QuotaDenied = new(
        "J10.quota-denied",
        "quotactl that reads another user's limit, or sets one, fails with EPERM for all but the superuser, "
        + "even if the command is unknown.",
        "ufs/ufs/ufs_vfsops.c:ufs_quotactl");
    public static readonly Rule QuotaUnsupported = new(
        "J10.quota-unsupported", "quotactl on a procfs fails with EOPNOTSUPP.", "kern/vfs_default.c:vfs_stdquotactl");
    public static readonly Rule QuotaRead = new(
        "J10.quota-read", "Q_GETQUOTA returns the limit that was set, or 0.", "ufs/ufs/ufs_quota.c:getquota");
    public static readonly Rule QuotaSet = new(
        "J10.quota-set", "Q_SETQUOTA sets a user's limit of nodes on one file system; 0 removes it.",
        "ufs/ufs/ufs_quota.c:setquota");
    public static readonly Rule QuotaSync = new(
        "J10.quota-sync", "Q_SYNC is allowed to everybody and does nothing.", "ufs/ufs/ufs_quota.c:qsync");

    /// <summary>The argument that means the caller's real user id.</summary>
    private const int Own = -1;

    /// <summary>kern/vfs_syscalls.c:quotactl, ufs/ufs/ufs_vfsops.c:ufs_quotactl.</summary>
    public static Verdict Control(ref CallCheck check, Process caller, Call.QuotaCtl call)
    {
        int uid = call.Uid == Own ? caller.User.Real : call.Uid;
        bool isEverybodys = call.Command == QuotaCommand.Q_SYNC
            || (call.Command == QuotaCommand.Q_GETQUOTA && uid == caller.User.Real);
        Node node = null!;
        Denial? denial =
            caller.Prison is not null ? new Denial(Errno.EPERM, QuotaInPrison)
            : LookupRules.NodeDenial(ref check, caller, call.Path, out node) is { } absent ? absent
            : check.State.Tree.IsOnProcfs(node.Vnode) ? new Denial(Errno.EOPNOTSUPP, QuotaUnsupported)
            : !isEverybodys && !check.Grants(caller, Privilege.Quota) ? new Denial(Errno.EPERM, QuotaDenied)
            : !Enum.IsDefined(call.Command) ? new Denial(Errno.EINVAL, QuotaCommandUnknown)
            : call.Command == QuotaCommand.Q_SETQUOTA && call.Limit < 0
                ? new Denial(Errno.EINVAL, QuotaLimitBad)
            : null;
        return denial is { } why ? check.Fails(why) : Controlled(ref check, node, call, uid);
    }

    private static Verdict Controlled(ref CallCheck check, Node node, Call.QuotaCtl call, int uid)
    {
        FileTree tree = check.State.Tree;
        FileSystem fileSystem = tree.FileSystemOf(node.Vnode);
        return call.Command switch
        {
            QuotaCommand.Q_GETQUOTA => check.Must(
                Outcome.Returned(fileSystem.Limits.GetValueOrDefault(uid)), check.State, QuotaRead),
            QuotaCommand.Q_SYNC => check.Must(Outcome.Ok, check.State, QuotaSync),
            _ => check.Changes(tree.With(Limited(fileSystem, uid, call.Limit)), QuotaSet),
        };
    }

    private static FileSystem Limited(FileSystem fileSystem, int uid, int limit) => fileSystem with
    {
        Limits = limit == 0 ? fileSystem.Limits.Remove(uid) : fileSystem.Limits.SetItem(uid, limit),
    };
}
