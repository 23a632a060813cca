using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// quotactl(2): a user's limit of nodes on one file system. Users are the host's, whatever prison they are in, so that
/// quotas are sensible with a file system for each prison only; inside they are denied (J10).
/// </summary>
internal static class QuotaRules
{
    public static Verdict Control(ref Hearing hearing, Process caller, Call.QuotaCtl call)
    {
        if (WhyRefused(ref hearing, caller, call) is { } refused)
        {
            return hearing.Fails(refused);
        }

        if (Lookup.WhyNone(ref hearing, caller, call.Path, out Node node) is { } denial)
        {
            return hearing.Fails(denial);
        }

        FileTree tree = hearing.State.Tree;
        if (tree.IsOnProcfs(node.Vnode))
        {
            return hearing.Fails(Errno.EOPNOTSUPP, Rule.QuotaUnsupported);
        }

        FileSystem fileSystem = tree.FileSystemOf(node.Vnode);
        return call.Command == QuotaCommand.Q_GETQUOTA
            ? hearing.Must(
                Outcome.Returned(fileSystem.Limits.GetValueOrDefault(call.Uid)), hearing.State, Rule.QuotaRead)
            : hearing.Changes(tree.With(Limited(fileSystem, call.Uid, call.Limit)), Rule.QuotaSet);
    }

    private static Denial? WhyRefused(ref Hearing hearing, Process caller, Call.QuotaCtl call)
    {
        bool sets = call.Command == QuotaCommand.Q_SETQUOTA;
        return caller.Prison is not null ? new Denial(Errno.EPERM, Rule.QuotaInPrison)
            : !sets && call.Command != QuotaCommand.Q_GETQUOTA
                ? new Denial(Errno.EINVAL, Rule.QuotaCommandUnknown)
            : call.Uid < 0 ? new Denial(Errno.EINVAL, Rule.QuotaUserBad)
            : sets && call.Limit < 0 ? new Denial(Errno.EINVAL, Rule.QuotaLimitBad)
            : (sets || call.Uid != caller.Uid) && !hearing.Grants(caller, Privilege.Quota)
                ? new Denial(Errno.EPERM, Rule.QuotaDenied)
            : null;
    }

    private static FileSystem Limited(FileSystem fileSystem, int uid, int limit) => fileSystem with
    {
        Limits = limit == 0 ? fileSystem.Limits.Remove(uid) : fileSystem.Limits.SetItem(uid, limit),
    };
}
