using Verify.Abi;

namespace Verify.Implementation.Identity;

/// <summary>
/// Who may what (J4). It is the only place where the kernel asks for the superuser, always of the caller at the time of
/// the call (S7): FreeBSD's suser_xxx, with the table of what PRISON_ROOT lets through.
/// </summary>
public static class Privileges
{
    /// <summary>Whether a user has a privilege. A privilege that is not in the table stays outside (G4).</summary>
    public static bool Allows(int uid, bool inPrison, Privilege privilege) =>
        uid == 0 && (!inPrison || IsAllowedInPrison(privilege));

    /// <summary>Whether the one who asks has a privilege.</summary>
    internal static bool Allows(in Credentials credentials, Privilege privilege) =>
        Allows(credentials.Uid, credentials.IsJailed, privilege);

    /// <summary>Whether another of the caller's users has a privilege than the effective one.</summary>
    internal static bool AllowsUser(int uid, in Credentials credentials, Privilege privilege) =>
        Allows(uid, credentials.IsJailed, privilege);

    private static bool IsAllowedInPrison(Privilege privilege)
    {
        switch (privilege)
        {
            case Privilege.SetUser:
            case Privilege.SetGroup:
            case Privilege.SetLogin:
            case Privilege.RaiseLimit:
            case Privilege.RaisePriority:
            case Privilege.SetOthersPriority:
            case Privilege.LastProcess:
            case Privilege.SignalOthers:
            case Privilege.KTraceOthers:
            case Privilege.OverrideModes:
            case Privilege.OverrideSticky:
            case Privilege.ChangeOthersMode:
            case Privilege.SetSpecialModes:
            case Privilege.ChangeOwner:
            case Privilege.ExceedQuota:
            case Privilege.ChangeRoot:
            case Privilege.MakeFifo:
            case Privilege.LowPort:
            case Privilege.LowRange:
            case Privilege.SetHostname:
            case Privilege.RevokeOthers:
            case Privilege.ChangeFlags:
            case Privilege.SetTimes:
            case Privilege.SeeFileHandles:
            case Privilege.KeepSpecialModes:
            case Privilege.ExceedProcessLimit:
            case Privilege.UseReservedSpace:
            case Privilege.ShareOthersPorts:
                return true;
            default:
                return false;
        }
    }
}
