using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Jail;

/// <summary>jail(2): kern_jail.c. Whatever fails, nothing has changed (J1).</summary>
internal sealed class JailCalls(Prisons prisons)
{
    private const int Version = 0;
    private const int MaxHostname = 255;
    private const int MaxPath = 1023;
    private const int MaxComponent = 255;

    public Outcome Jail(Process caller, Call.Jail call)
    {
        Errno error = Check(caller, call);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        caller.Credentials = caller.Credentials.WithPrison(prisons.Create(call.Address));
        return Outcome.Ok;
    }

    private static Errno Check(Process caller, Call.Jail call) =>
        !caller.Credentials.IsHostSuperuser ? Errno.EPERM
        : call.Version != Version ? Errno.EINVAL
        : call.Hostname!.Length > MaxHostname ? Errno.ENAMETOOLONG
        : call.Path!.Length == 0 ? Errno.ENOENT
        : call.Path.Length > MaxPath || HasLongComponent(call.Path) ? Errno.ENAMETOOLONG
        : HasSocket(caller.Descriptors) ? Errno.EBUSY
        : Errno.None;

    private static bool HasLongComponent(string path)
    {
        int start = 0;
        for (int end = 0; end <= path.Length; end++)
        {
            if (end == path.Length || path[end] == '/')
            {
                if (end - start > MaxComponent)
                {
                    return true;
                }

                start = end + 1;
            }
        }

        return false;
    }

    /// <summary>A socket from outside could receive for an address that is not the prison's (D1, G1).</summary>
    private static bool HasSocket(DescriptorTable descriptors)
    {
        for (int fd = 0; fd < descriptors.End; fd++)
        {
            if (descriptors[fd] is { Socket: not null })
            {
                return true;
            }
        }

        return false;
    }
}
