using Verify.Abi;

namespace Verify.Implementation.Identity;

/// <summary>
/// Which credentials have which privilege (J4). Only here does the kernel check for the superuser, always with the
/// caller's credentials at the time of the call (S7): suser_xxx, with the table of the privileges that PRISON_ROOT
/// grants.
/// </summary>
public static class Privileges
{
    /// <summary>
    /// True if a user has a privilege. In a prison, a privilege missing from the table is denied (G4).
    /// </summary>
    public static bool Allows(int uid, bool inPrison, Privilege privilege) =>
        uid == 0 && (!inPrison || IsAllowedInPrison(privilege));

    /// <summary>True if the credentials have a privilege.</summary>
    internal static bool Allows(in Credentials credentials, Privilege privilege) =>
        Allows(credentials.Uid, credentials.IsJailed, privilege);

    /// <summary>True if a user id other than the effective one has a privilege, in the same prison.</summary>
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
