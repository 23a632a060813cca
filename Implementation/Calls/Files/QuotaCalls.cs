using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Files;

/// <summary>quotactl(2) (J10): vfs_syscalls.c, ufs_quotactl and ufs_quota.c.</summary>
internal sealed class QuotaCalls(Namei namei, NodeTable nodes)
{
    private const int Caller = -1;

    /// <summary>
    /// EPERM in a prison, because quotas apply to whole file systems; the errors of the path; EOPNOTSUPP if the file
    /// system has no quotas; then those of <see cref="Check"/>.
    /// </summary>
    public Outcome QuotaCtl(Process caller, Call.QuotaCtl call)
    {
        if (caller.Credentials.IsJailed)
        {
            return Outcome.Failed(Errno.EPERM);
        }

        Errno error = namei.Find(caller, call.Path, out Node node);
        if (error == Errno.None && node.FileSystem.Kind == FileSystemKind.Procfs)
        {
            error = Errno.EOPNOTSUPP;
        }

        int uid = call.Uid == Caller ? caller.Ids.RealUid : call.Uid;
        error = error == Errno.None ? Check(caller, call.Command, uid, call.Limit) : error;
        return error == Errno.None ? Execute(node.FileSystem, call.Command, uid, call.Limit) : Outcome.Failed(error);
    }

    /// <summary>Any user may sync quotas and read the quota of its own real id; all else needs the privilege.</summary>
    private static Errno Check(Process caller, QuotaCommand command, int uid, int limit)
    {
        bool isFree = command == QuotaCommand.Q_SYNC
            || (command == QuotaCommand.Q_GETQUOTA && uid == caller.Ids.RealUid);
        bool isKnown = command is QuotaCommand.Q_SYNC or QuotaCommand.Q_GETQUOTA or QuotaCommand.Q_SETQUOTA;
        return !isFree && !Privileges.Allows(caller.Credentials, Privilege.Quota) ? Errno.EPERM
            : !isKnown || (command == QuotaCommand.Q_SETQUOTA && limit < 0) ? Errno.EINVAL
            : Errno.None;
    }

    private Outcome Execute(FileSystem fileSystem, QuotaCommand command, int uid, int limit)
    {
        if (command == QuotaCommand.Q_SETQUOTA)
        {
            nodes.Quotas.SetLimit(fileSystem, uid, limit);
        }

        return Outcome.Returned(command == QuotaCommand.Q_GETQUOTA ? Quotas.LimitOf(fileSystem, uid) : 0);
    }
}
