using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Processes;

/// <summary>Whether one process may do something to another, such as signal it: p_trespass of kern_prot.c.</summary>
internal static class Trespass
{
    /// <summary>ESRCH for a process that the caller does not see (J6), then EPERM for another user's.</summary>
    public static Errno Check(Process caller, Process target) =>
        ReferenceEquals(caller, target) ? Errno.None
        : !caller.Credentials.Sees(target.Credentials) ? Errno.ESRCH
        : IsOfSameUser(caller, target) || Privileges.Allows(caller.Credentials, Privilege.SignalOthers) ? Errno.None
        : Errno.EPERM;

    /// <summary>The real or the effective user of the one is that of the other; saved ids do not count.</summary>
    private static bool IsOfSameUser(Process caller, Process target)
    {
        int real = target.Ids.RealUid;
        int effective = target.Credentials.Uid;
        return caller.Ids.RealUid == real || caller.Credentials.Uid == real
            || caller.Ids.RealUid == effective || caller.Credentials.Uid == effective;
    }
}
