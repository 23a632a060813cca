using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Processes;

/// <summary>setrlimit(2) and getrlimit(2) of RLIMIT_NOFILE. Open descriptors stay open.</summary>
internal sealed class LimitCalls(int maxFilesPerProcess)
{
    public Outcome Set(Process caller, int soft, int hard)
    {
        var requested = DescriptorLimits.Requested(soft, hard);
        if (caller.Limits.IsExceededBy(requested) && !Privileges.Allows(caller.Credentials, Privilege.RaiseLimit))
        {
            return Outcome.Failed(Errno.EPERM);
        }

        caller.Limits = requested.Within(maxFilesPerProcess);
        return Outcome.Ok;
    }

    public static Outcome Get(Process caller) => Outcome.Returned(caller.Limits.Soft);
}
