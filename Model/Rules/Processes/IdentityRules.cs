using Verify.Abi;

namespace Verify.Model;

/// <summary>Who a process is: user, group and login name.</summary>
internal static class IdentityRules
{
    /// <summary>MAXLOGNAME without the terminating zero.</summary>
    private const int MaxLogin = 16;

    public static Verdict SetUid(ref Hearing hearing, Process caller, int uid) =>
        uid < 0 ? hearing.Fails(Errno.EINVAL, Rule.SetUidNegative)
        : uid != caller.Uid && !hearing.Grants(caller, Privilege.SetUser)
            ? hearing.Fails(Errno.EPERM, Rule.SetUidDenied)
        : hearing.Changes(caller with { Uid = uid }, Rule.SetUidAllowed);

    public static Verdict SetGid(ref Hearing hearing, Process caller, int gid) =>
        gid < 0 ? hearing.Fails(Errno.EINVAL, Rule.SetGidNegative)
        : gid != caller.Gid && !hearing.Grants(caller, Privilege.SetGroup)
            ? hearing.Fails(Errno.EPERM, Rule.SetGidDenied)
        : hearing.Changes(caller with { Gid = gid }, Rule.SetGidAllowed);

    public static Verdict SetGroups(ref Hearing hearing, Process caller, int gid) =>
        !hearing.Grants(caller, Privilege.SetGroup) ? hearing.Fails(Errno.EPERM, Rule.SetGroupsDenied)
        : gid < 0 ? hearing.Fails(Errno.EINVAL, Rule.SetGroupsNegative)
        : hearing.Changes(caller with { Gid = gid }, Rule.SetGroupsAllowed);

    public static Verdict SetLogin(ref Hearing hearing, Process caller, string? name) =>
        !hearing.Grants(caller, Privilege.SetLogin) ? hearing.Fails(Errno.EPERM, Rule.SetLoginDenied)
        : name is null ? hearing.Fails(Errno.EFAULT, Rule.SetLoginNull)
        : name.Length > MaxLogin ? hearing.Fails(Errno.EINVAL, Rule.SetLoginLong)
        : hearing.Changes(caller with { Login = name }, Rule.SetLoginAllowed);

    public static Verdict GetLogin(ref Hearing hearing, Process caller) =>
        hearing.Must(Outcome.Read(caller.Login), hearing.State, Rule.LoginRead);
}
