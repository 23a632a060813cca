using Verify.Abi;
using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>setuid(2), setgid(2), setgroups(2), setlogin(2) and getlogin(2): who a process is.</summary>
internal static class IdentityCalls
{
    private const int MaxLogin = 16;

    public static Outcome SetUid(Process caller, int uid)
    {
        if (uid < 0)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (uid != caller.Credentials.Uid && !Privileges.Check(caller.Credentials, Privilege.SetUser))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        caller.Credentials = caller.Credentials.WithUid(uid);
        return Outcome.Ok;
    }

    public static Outcome SetGid(Process caller, int gid)
    {
        if (gid < 0)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        if (gid != caller.Credentials.Gid && !Privileges.Check(caller.Credentials, Privilege.SetGroup))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        caller.Credentials = caller.Credentials.WithGid(gid);
        return Outcome.Ok;
    }

    /// <summary>Needs the privilege also for the group that the caller is in.</summary>
    public static Outcome SetGroups(Process caller, int gid)
    {
        if (!Privileges.Check(caller.Credentials, Privilege.SetGroup))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        if (gid < 0)
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        caller.Credentials = caller.Credentials.WithGid(gid);
        return Outcome.Ok;
    }

    public static Outcome SetLogin(Process caller, string? name)
    {
        Errno error = !Privileges.Check(caller.Credentials, Privilege.SetLogin) ? Errno.EPERM
            : name is null ? Errno.EFAULT
            : name.Length > MaxLogin ? Errno.EINVAL
            : Errno.None;
        if (error == Errno.None)
        {
            caller.Login = name!;
        }

        return Replies.Of(error);
    }

    public static Outcome GetLogin(Process caller) => Outcome.Read(caller.Login);
}
