using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Processes;

/// <summary>Checks whether one process may act on another, for example signal it: p_trespass of kern_prot.c.</summary>
internal static class Trespass
{
    /// <summary>ESRCH if the caller does not see the process (J6), then EPERM if it belongs to another user.</summary>
    public static Errno Check(Process caller, Process target) =>
        ReferenceEquals(caller, target) ? Errno.None
        : !caller.Credentials.Sees(target.Credentials) ? Errno.ESRCH
        : IsOfSameUser(caller, target) || Privileges.Allows(caller.Credentials, Privilege.SignalOthers) ? Errno.None
        : Errno.EPERM;

    /// <summary>
    /// True if the real or effective user of the caller equals either of the target; saved ids are ignored.
    /// </summary>
    private static bool IsOfSameUser(Process caller, Process target)
    {
        int real = target.Ids.RealUid;
        int effective = target.Credentials.Uid;
        return caller.Ids.RealUid == real || caller.Credentials.Uid == real
            || caller.Ids.RealUid == effective || caller.Credentials.Uid == effective;
    }
}
