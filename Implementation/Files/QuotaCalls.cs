using Verify.Abi;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Files;

/// <summary>quotactl(2) (J10): ufs_quota.c.</summary>
internal sealed class QuotaCalls(Namei namei, NodeTable nodes)
{
    public Outcome QuotaCtl(Process caller, Call.QuotaCtl call)
    {
        Errno error = Check(caller.Credentials, call);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        error = namei.Find(caller, call.Path, out Node node);
        if (error != Errno.None || node.FileSystem.IsReadOnly)
        {
            return Outcome.Failed(error == Errno.None ? Errno.EOPNOTSUPP : error);
        }

        if (call.Command == QuotaCommand.Q_GETQUOTA)
        {
            return Outcome.Returned(Quotas.LimitOf(node.FileSystem, call.Uid));
        }

        nodes.Quotas.SetLimit(node.FileSystem, call.Uid, call.Limit);
        return Outcome.Ok;
    }

    /// <summary>Inside a prison there are no quotas to see: they are a whole file system's, not the prison's.</summary>
    private static Errno Check(in Credentials caller, Call.QuotaCtl call)
    {
        if (caller.IsJailed)
        {
            return Errno.EPERM;
        }

        bool isSetting = call.Command == QuotaCommand.Q_SETQUOTA;
        return !isSetting && call.Command != QuotaCommand.Q_GETQUOTA ? Errno.EINVAL
            : call.Uid < 0 || (isSetting && call.Limit < 0) ? Errno.EINVAL
            : (isSetting || call.Uid != caller.Uid) && !Privileges.Check(caller, Privilege.Quota) ? Errno.EPERM
            : Errno.None;
    }
}
